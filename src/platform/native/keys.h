// GLFW's keys and modifiers in our terms.
#pragma once

#include <cstdint>
#include <string>

#include "platform/platform.h"

namespace tablero {

// NAME: what glfwGetKeyName says for it (the letter on this keyboard's layout), or nullptr.
Key key_from_glfw(int glfw_key, const char* name);

// Keys that are told by the character they type: "/", "?", "+", "-", "0".
Key key_from_character(unsigned code_point);

// ModBits from GLFW's. GLFW reports the modifiers from before the press of a modifier key itself;
// KEY and DOWN correct that (pass GLFW_KEY_UNKNOWN for events of another kind).
std::uint8_t mods_from_glfw(int key, bool down, int glfw_mods);

std::string utf8_of(unsigned code_point);

}  // namespace tablero
