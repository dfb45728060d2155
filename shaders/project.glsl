// Projection, shared by all shader stages of the map: from a place to the screen.
//
// Places are Web Mercator minus 1/2 (x east, y south, the world 1 wide) as floats, whose error at zoom 12 is 1/64 CSS
// pixel. The center of the view is split into a rounded float and the remainder (double-float). Differences to the
// rounded center are exact near it, so nothing jitters.
uniform vec4 u_center;  // x, y rounded; the remainders of x, y
uniform float u_copy;   // which copy of the world is drawn: -1, 0, 1 ...
uniform float u_world;  // width of the world, device pixels
uniform vec2 u_clip;    // clip space units per device pixel
#ifdef GLOBE             // else the map is flat: most of the time, and much less to compile and to compute
uniform float u_morph;  // 0 flat .. 1 globe
uniform vec3 u_globe;   // sine and cosine of the center's latitude; radius in device pixels
#endif

// Vertex pulling: lines and marks are quads of six vertices without attributes, a few thousand per draw call; their data
// comes from a texture. (Some drivers draw instances of one quad one by one, which leaves most of a GPU idle.)
uniform highp sampler2D u_records;
uniform int u_first;    // number of the first quad

vec4 record(int index) {
  return texelFetch(u_records, ivec2(index & 2047, index >> 11), 0);
}

// For a vertex: the number of its quad, and its corner, -1 or 1 in x and y.
#define QUAD (u_first + gl_VertexID / 6)
#define CORNER (vec2((ivec2(0x32, 0x2c) >> (gl_VertexID % 6)) & 1) * 2.0 - 1.0)

const float kTwoPi = 6.283185307179586;

// Device pixels from the center of the viewport (x right, y down), then worlds east of it, and on the globe whether the
// place is on the near side (> 0).
vec4 project(vec2 place) {
  vec2 d = ((place - u_center.xy) + vec2(u_copy, 0.0)) - u_center.zw;
  vec2 plane = d * u_world;
#ifdef GLOBE
  float lambda = d.x * kTwoPi;
  float t = clamp(-place.y * kTwoPi, -9.0, 9.0);  // latitude = gd(t): sin = tanh, cos = 1 / cosh
  float s = tanh(t);
  float c = 1.0 / cosh(t);
  vec2 disc = vec2(c * sin(lambda), -(u_globe.y * s - u_globe.x * c * cos(lambda))) * u_globe.z;
  float z = u_globe.x * s + u_globe.y * c * cos(lambda);
  return vec4(mix(plane, disc, u_morph), d.x, z + 1.0 - u_morph);
#else
  return vec4(plane, 0.0, 1.0);
#endif
}

// Whether project().zw is on the far side or in a neighboring copy: not drawn on the globe.
bool is_hidden(vec2 zw) {
#ifdef GLOBE
  return abs(zw.x) > 0.5 || zw.y < 0.0;
#else
  return false;
#endif
}

vec4 to_clip(vec2 px) {
  return vec4(px.x * u_clip.x, -px.y * u_clip.y, 0.0, 1.0);
}
