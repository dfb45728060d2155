uniform vec4 u_ring;          // around every mark; alpha 0: none
uniform float u_ring_width;   // device pixels
uniform float u_highlight;    // 1: only a ring outside of the mark is drawn, in u_ring
uniform float u_hollow_fill;  // share of the fill that hollow marks keep

in vec2 v_offset;
flat in float v_radius;
flat in vec4 v_color;
flat in float v_flags;

out vec4 o_color;

void main() {
  float d = length(v_offset) - v_radius;  // signed distance to the disc's edge
  if (u_highlight > 0.5) {
    float band = abs(d - 0.5 * u_ring_width - 1.0) - 0.5 * u_ring_width;
    float ink = clamp(0.5 - band, 0.0, 1.0);
    if (ink <= 0.0) discard;
    o_color = vec4(u_ring.rgb, u_ring.a * ink);
    return;
  }
  bool hollow = mod(floor(v_flags / 2.0), 2.0) > 0.5;
  float disc = clamp(0.5 - d, 0.0, 1.0);
  float inner = clamp(0.5 - (d + u_ring_width), 0.0, 1.0);  // inside of the ring
  vec4 fill = v_color;
  if (hollow) fill.a *= u_hollow_fill;
  vec4 ring = hollow ? v_color : vec4(u_ring.rgb, u_ring.a * v_color.a);
  vec4 color = mix(ring, fill, inner);
  color.a *= disc;
  if (color.a <= 0.0) discard;
  o_color = color;
}
