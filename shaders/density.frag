uniform sampler2D u_density;
uniform vec4 u_ramp[5];  // straight alpha, evenly spaced from zero to the maximum

in vec2 v_uv;

out vec4 o_color;

void main() {
  // Square root: an even step on screen is an even step of the perceived amount over the ramp.
  float t = sqrt(clamp(texture(u_density, v_uv).r, 0.0, 1.0)) * 4.0;
  if (t <= 0.02) discard;
  int i = int(min(floor(t), 3.0));
  o_color = mix(u_ramp[i], u_ramp[i + 1], t - float(i));
}
