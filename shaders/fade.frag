uniform sampler2D u_image;
uniform float u_alpha;

in vec2 v_uv;

out vec4 o_color;

void main() {
  o_color = vec4(texture(u_image, v_uv).rgb, u_alpha);
}
