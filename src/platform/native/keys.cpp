#include "platform/native/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <string_view>

namespace tablero {
namespace {

struct KnownKey {
  Key key;
  std::string_view web;
  int glfw;
};

#define TABLERO_KEYBOARD_KEY(enumerator, web, glfw, imgui) {Key::enumerator, web, glfw},
constexpr KnownKey kKnownKeys[] = {
#include "platform/keyboard.def"
};
#undef TABLERO_KEYBOARD_KEY

// Of the keys that are known by their character.
Key key_of_character(char character) {
  for (const KnownKey& known : kKnownKeys) {
    if (known.glfw == GLFW_KEY_UNKNOWN && known.web == std::string_view(&character, 1))
      return known.key;
  }
  return Key::kNone;
}

bool is_letter(unsigned code_point) { return code_point >= 'a' && code_point <= 'z'; }

int own_bit(int key) {
  switch (key) {
    case GLFW_KEY_LEFT_SHIFT:
    case GLFW_KEY_RIGHT_SHIFT:
      return GLFW_MOD_SHIFT;
    case GLFW_KEY_LEFT_CONTROL:
    case GLFW_KEY_RIGHT_CONTROL:
      return GLFW_MOD_CONTROL;
    case GLFW_KEY_LEFT_ALT:
    case GLFW_KEY_RIGHT_ALT:
      return GLFW_MOD_ALT;
    case GLFW_KEY_LEFT_SUPER:
    case GLFW_KEY_RIGHT_SUPER:
      return GLFW_MOD_SUPER;
    default:
      return 0;
  }
}

}  // namespace

Key key_from_glfw(int glfw_key, const char* name) {
  if (glfw_key == GLFW_KEY_KP_ENTER) glfw_key = GLFW_KEY_ENTER;
  for (const KnownKey& known : kKnownKeys) {
    if (known.glfw != GLFW_KEY_UNKNOWN && known.glfw == glfw_key) return known.key;
  }
  const std::string_view letter = name == nullptr ? "" : name;
  const bool one = letter.size() == 1 && is_letter(static_cast<unsigned char>(letter[0]));
  return one ? key_of_character(letter[0]) : Key::kNone;
}

Key key_from_character(unsigned code_point) {
  if (code_point >= 0x80 || is_letter(code_point)) return Key::kNone;
  return key_of_character(static_cast<char>(code_point));
}

std::uint8_t mods_from_glfw(int key, bool down, int glfw_mods) {
  const int bit = own_bit(key);
  if (bit != 0) glfw_mods = down ? glfw_mods | bit : glfw_mods & ~bit;
  unsigned mods = 0;
  if ((glfw_mods & GLFW_MOD_SHIFT) != 0) mods |= kModShift;
  if ((glfw_mods & GLFW_MOD_CONTROL) != 0) mods |= kModCtrl;
  if ((glfw_mods & GLFW_MOD_ALT) != 0) mods |= kModAlt;
  if ((glfw_mods & GLFW_MOD_SUPER) != 0) mods |= kModMeta;
  return static_cast<std::uint8_t>(mods);
}

}  // namespace tablero
