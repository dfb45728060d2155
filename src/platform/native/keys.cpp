#include "platform/native/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace tablero {
namespace {

Key key_from_letter(char letter) {
  switch (letter) {
    case 'a':
      return Key::kA;
    case 'c':
      return Key::kC;
    case 'v':
      return Key::kV;
    case 'x':
      return Key::kX;
    case 'y':
      return Key::kY;
    case 'z':
      return Key::kZ;
    default:
      return Key::kNone;
  }
}

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
  switch (glfw_key) {
    case GLFW_KEY_TAB:
      return Key::kTab;
    case GLFW_KEY_LEFT:
      return Key::kLeft;
    case GLFW_KEY_RIGHT:
      return Key::kRight;
    case GLFW_KEY_UP:
      return Key::kUp;
    case GLFW_KEY_DOWN:
      return Key::kDown;
    case GLFW_KEY_PAGE_UP:
      return Key::kPageUp;
    case GLFW_KEY_PAGE_DOWN:
      return Key::kPageDown;
    case GLFW_KEY_HOME:
      return Key::kHome;
    case GLFW_KEY_END:
      return Key::kEnd;
    case GLFW_KEY_INSERT:
      return Key::kInsert;
    case GLFW_KEY_DELETE:
      return Key::kDelete;
    case GLFW_KEY_BACKSPACE:
      return Key::kBackspace;
    case GLFW_KEY_SPACE:
      return Key::kSpace;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return Key::kEnter;
    case GLFW_KEY_ESCAPE:
      return Key::kEscape;
    default:
      break;
  }
  if (name == nullptr || name[0] == '\0' || name[1] != '\0') return Key::kNone;
  return key_from_letter(name[0]);
}

Key key_from_character(unsigned code_point) {
  switch (code_point) {
    case '/':
      return Key::kSlash;
    case '?':
      return Key::kQuestion;
    case '+':
      return Key::kPlus;
    case '-':
      return Key::kMinus;
    case '0':
      return Key::kZero;
    default:
      return Key::kNone;
  }
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
