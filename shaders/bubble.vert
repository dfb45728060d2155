// A quad is one mark, moving from one state to another: two records, MarkInstance of map_points.h.

uniform float u_phase;        // transition: 0 old state .. 1 new state
uniform float u_pixel_ratio;
uniform float u_outset;       // device pixels around the disc: ring or highlight, and its soft edge
uniform vec4 u_series[8];

out vec2 v_offset;            // device pixels from the center
flat out float v_radius;
flat out vec4 v_color;
flat out float v_flags;

void main() {
  vec4 places = record(QUAD * 2);    // from x, y; to x, y
  vec4 look = record(QUAD * 2 + 1);  // radius from, to (CSS pixels); alpha from; series + 8 flags + 64 when it leaves
  bool leaves = look.w > 63.5;
  // A mark that moves across the antimeridian takes the short way.
  vec2 way = places.zw - places.xy;
  way.x -= floor(way.x + 0.5);
  vec4 p = project(places.zw - way * (1.0 - u_phase));
  v_radius = mix(look.x, look.y, u_phase) * u_pixel_ratio;
  float alpha = mix(look.z, leaves ? 0.0 : 1.0, u_phase);
  v_color = u_series[int(look.w + 0.5) & 7];
  v_color.a *= alpha;
  v_flags = floor(look.w / 8.0 + 0.01);
  v_offset = CORNER * (v_radius + u_outset);
  bool gone = v_radius <= 0.0 || alpha <= 0.0 || is_hidden(p.zw);
  gl_Position = gone ? vec4(2.0, 2.0, 0.0, 1.0) : to_clip(p.xy + v_offset);
}
