// A quad is a weighted place; it adds a kernel to the density. Two records, MarkInstance of map_points.h.

uniform float u_reach;  // radius of the kernel, pixels of the density target
uniform float u_gain;   // 1 / (density with the strongest color)

out vec2 v_unit;
flat out float v_weight;

void main() {
  vec4 p = project(record(QUAD * 2).zw);
  v_unit = CORNER;
  v_weight = record(QUAD * 2 + 1).y * u_gain;
  gl_Position = is_hidden(p.zw) ? vec4(2.0, 2.0, 0.0, 1.0) : to_clip(p.xy + v_unit * u_reach);
}
