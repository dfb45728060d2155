layout(location = 0) in vec2 a_place;
layout(location = 1) in float a_country;

uniform sampler2D u_fills;      // 256 countries a row: color; in alpha 0 plain, 1 color, 2 hatched, 3 dotted
uniform float u_hovered;        // country under the pointer, -1 none
uniform vec4 u_land;
uniform vec4 u_hover_tint;
uniform vec4 u_selected_tint;

flat out vec3 v_color;
#ifdef PATTERNS
flat out vec3 v_land;
flat out float v_kind;
#endif
out vec2 v_side;

void main() {
  int country = int(a_country + 0.5);
  vec4 fill = texelFetch(u_fills, ivec2(country & 255, country >> 8), 0);
  int code = int(fill.a * 255.0 + 0.5);
  int kind = code & 3;
  vec4 tint = vec4(0.0);
  if ((code & 4) != 0) tint = u_selected_tint;
  if (abs(a_country - u_hovered) < 0.5) tint = u_hover_tint;
  vec3 land = mix(u_land.rgb, tint.rgb, tint.a);
  v_color = kind == 0 ? land : mix(fill.rgb, tint.rgb, tint.a);
#ifdef PATTERNS
  v_land = land;
  v_kind = float(kind);
#endif
  vec4 p = project(a_place);
  v_side = p.zw;
  gl_Position = to_clip(p.xy);
}
