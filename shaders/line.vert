// A quad is one segment: a rectangle around it with room for round caps.
uniform float u_half_width;  // device pixels

out vec2 v_along;   // along and across the segment from its middle, device pixels
flat out float v_half_length;
out vec2 v_side;

void main() {
  vec4 ends = record(QUAD);
  vec4 a = project(ends.xy);
  vec4 b = project(ends.zw);
  vec2 axis = b.xy - a.xy;
  float len = length(axis);
  vec2 along = len > 1e-6 ? axis / len : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  float reach = u_half_width + 1.0;
  vec2 corner = CORNER;
  v_half_length = 0.5 * len;
  v_along = corner * vec2(v_half_length + reach, reach);
  // On the globe's far side, or stretched across its edge while it morphs: not drawn at all.
  vec4 end = corner.x > 0.0 ? b : a;
  v_side = end.zw;
  vec2 px = end.xy + (along * corner.x + across * corner.y) * reach;
  gl_Position = to_clip(px);
}
