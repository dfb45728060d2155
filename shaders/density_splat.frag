in vec2 v_unit;
flat in float v_weight;

out vec4 o_color;

void main() {
  // Quartic kernel (Silverman 1986, eq. 4.5): smooth, and zero at the rim.
  float k = max(0.0, 1.0 - dot(v_unit, v_unit));
  float value = v_weight * k * k;
  if (value <= 0.0) discard;
  o_color = vec4(value, 0.0, 0.0, value);
}
