uniform vec4 u_color;
uniform float u_half_width;

in vec2 v_along;
flat in float v_half_length;
in vec2 v_side;

out vec4 o_color;

void main() {
  if (is_hidden(v_side)) discard;
  float d = length(vec2(max(abs(v_along.x) - v_half_length, 0.0), v_along.y));
  float cover = clamp(u_half_width + 0.5 - d, 0.0, 1.0) * min(1.0, 2.0 * u_half_width);
  if (cover <= 0.0) discard;
  o_color = vec4(u_color.rgb, u_color.a * cover);
}
