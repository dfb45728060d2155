// Shared by all stages of the map: where a place falls on the screen.
//
// Places come as Web Mercator minus 1/2 (x east, y south, the world 1 wide) in floats of the size of the world,
// whose error at zoom 12 is 1/64 CSS pixel; the centre of the view comes as a rounded float and the rest that
// rounding left. The difference to the rounded centre is exact near it, so nothing jitters.
uniform vec4 u_center;  // x, y rounded; what rounding left of x, y
uniform float u_copy;   // which copy of the world is drawn: -1, 0, 1 ...
uniform float u_world;  // width of the world, device pixels
uniform vec2 u_clip;    // clip space units per device pixel
#ifdef GLOBE             // else the map is flat: most of the time, and much less to compile and to compute
uniform float u_morph;  // 0 flat .. 1 globe
uniform vec3 u_globe;   // sine and cosine of the centre's latitude; radius in device pixels
#endif

// Lines and marks are quads of six vertices without attributes, a few thousand by one draw call: what they are made of
// lies in a texture. (Instances of one quad each are drawn one by one by some drivers, and leave most of a GPU idle.)
uniform highp sampler2D u_records;
uniform int u_first;    // number of the first quad

vec4 record(int index) {
  return texelFetch(u_records, ivec2(index & 2047, index >> 11), 0);
}

// Of a vertex: its quad's number, and which corner of it, -1 or 1 in x and y.
#define QUAD (u_first + gl_VertexID / 6)
#define CORNER (vec2((ivec2(0x32, 0x2c) >> (gl_VertexID % 6)) & 1) * 2.0 - 1.0)

const float kTwoPi = 6.283185307179586;

// Device pixels from the middle of the viewport (x right, y down), then worlds east of it and whether the place
// is on the near side (> 0) once the globe is round.
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

// Whether project().zw lies on the far side or in a neighbouring copy: not to be drawn on the globe.
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
