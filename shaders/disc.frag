// The ocean of the globe: a disc that grows out of the flat map's rectangle while it morphs.
uniform vec2 u_half;     // half the viewport, device pixels
uniform vec4 u_color;

in vec2 v_uv;

out vec4 o_color;

void main() {
  float d = length((v_uv * 2.0 - 1.0) * u_half) - mix(length(u_half) + 1.0, u_globe.z, u_morph);
  float cover = clamp(0.5 - d, 0.0, 1.0);
  if (cover <= 0.0) discard;
  o_color = vec4(u_color.rgb, u_color.a * cover);
}
