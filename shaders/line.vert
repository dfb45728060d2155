// One instance is one segment; four vertices make a rectangle around it with room for round ends.
layout(location = 0) in vec2 a_from;
layout(location = 1) in vec2 a_to;

uniform float u_half_width;  // device pixels

out vec2 v_along;   // along and across the segment from its middle, device pixels
flat out float v_half_length;
out vec2 v_side;

void main() {
  vec4 a = project(a_from);
  vec4 b = project(a_to);
  vec2 axis = b.xy - a.xy;
  float len = length(axis);
  vec2 along = len > 1e-6 ? axis / len : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  float reach = u_half_width + 1.0;
  bool at_end = (gl_VertexID & 1) == 1;
  float sx = at_end ? 1.0 : -1.0;
  float sy = (gl_VertexID & 2) == 2 ? 1.0 : -1.0;
  v_half_length = 0.5 * len;
  v_along = vec2(sx * (v_half_length + reach), sy * reach);
  // On the globe's far side, or stretched across its edge while it morphs: not drawn at all.
  vec4 end = at_end ? b : a;
  v_side = end.zw;
  vec2 px = end.xy + along * (sx * reach) + across * (sy * reach);
  gl_Position = to_clip(px);
}
