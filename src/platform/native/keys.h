// GLFW's keys and modifiers in our terms.
#pragma once

#include <cstdint>
#include <string>

#include "platform/platform.h"

namespace tablero {

// `name`: what glfwGetKeyName says for it (the letter on this keyboard's layout), or nullptr.
Key key_from_glfw(int glfw_key, const char* name);

// Keys that are identified by the character they type: "/", "?", "+", "-", "0".
Key key_from_character(unsigned code_point);

// ModBits from GLFW's. On X11 the event of a modifier key carries the modifiers from before it
// (https://github.com/glfw/glfw/issues/1630); `key` and `down` correct that (pass GLFW_KEY_UNKNOWN
// for events of another kind).
std::uint8_t mods_from_glfw(int key, bool down, int glfw_mods);

}  // namespace tablero
