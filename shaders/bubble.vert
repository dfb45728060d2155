// One instance is one mark, moving from one state to another.
layout(location = 0) in vec4 a_places;  // from x, y; to x, y
layout(location = 1) in vec2 a_radii;   // from, to; CSS pixels
layout(location = 2) in vec4 a_look;    // series, flags, from alpha, to alpha; 0..255

uniform float u_phase;        // 0 from .. 1 to
uniform float u_pixel_ratio;
uniform float u_outset;       // device pixels around the disc: ring or highlight, and its soft edge
uniform vec4 u_series[8];

out vec2 v_offset;            // device pixels from the centre
flat out float v_radius;
flat out vec4 v_color;
flat out float v_flags;

void main() {
  // A mark that crosses the antimeridian takes the short way.
  vec2 way = a_places.zw - a_places.xy;
  way.x -= floor(way.x + 0.5);
  vec4 p = project(a_places.zw - way * (1.0 - u_phase));
  v_radius = mix(a_radii.x, a_radii.y, u_phase) * u_pixel_ratio;
  float alpha = mix(a_look.z, a_look.w, u_phase) / 255.0;
  v_color = u_series[int(a_look.x + 0.5) & 7];
  v_color.a *= alpha;
  v_flags = a_look.y;
  vec2 corner = vec2((gl_VertexID & 1) == 1 ? 1.0 : -1.0, (gl_VertexID & 2) == 2 ? 1.0 : -1.0);
  v_offset = corner * (v_radius + u_outset);
  bool gone = v_radius <= 0.0 || alpha <= 0.0 || is_hidden(p.zw);
  gl_Position = gone ? vec4(2.0, 2.0, 0.0, 1.0) : to_clip(p.xy + v_offset);
}
