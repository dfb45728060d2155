flat in vec3 v_color;
#ifdef PATTERNS  // a pixel costs much less without them
uniform vec2 u_pattern;        // device pixels to add to gl_FragCoord so that patterns move with the map
uniform float u_pixel_ratio;
flat in vec3 v_land;
flat in float v_kind;
#endif
in vec2 v_side;

out vec4 o_color;

void main() {
  if (is_hidden(v_side)) discard;
  vec3 color = v_color;
#ifdef PATTERNS
  if (v_kind > 1.5) {
    vec2 p = (gl_FragCoord.xy + u_pattern) / u_pixel_ratio;
    float ink;
    if (v_kind < 2.5) {
      // Diagonal hatching, 8 / sqrt(2) CSS pixels apart.
      float d = abs(fract((p.x + p.y) / 8.0) - 0.5) * 5.6568542;
      ink = clamp((0.9 - d) * u_pixel_ratio + 0.5, 0.0, 1.0);
    } else {
      // Dots, 6 CSS pixels apart, every second row shifted.
      vec2 cell = p / 6.0;
      cell.x += 0.5 * mod(floor(cell.y), 2.0);
      float d = length((fract(cell) - 0.5) * 6.0);
      ink = clamp((1.1 - d) * u_pixel_ratio + 0.5, 0.0, 1.0);
    }
    color = mix(v_land, v_color, ink);
  }
#endif
  o_color = vec4(color, 1.0);
}
