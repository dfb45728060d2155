// One instance is a place with a weight; it adds a bell to the density.
layout(location = 0) in vec2 a_place;
layout(location = 1) in float a_weight;

uniform float u_reach;  // radius of the bell, pixels of the density target
uniform float u_gain;   // 1 / (what counts as the most)

out vec2 v_unit;
flat out float v_weight;

void main() {
  vec2 corner = vec2((gl_VertexID & 1) == 1 ? 1.0 : -1.0, (gl_VertexID & 2) == 2 ? 1.0 : -1.0);
  vec4 p = project(a_place);
  v_unit = corner;
  v_weight = a_weight * u_gain;
  gl_Position = is_hidden(p.zw) ? vec4(2.0, 2.0, 0.0, 1.0) : to_clip(p.xy + corner * u_reach);
}
