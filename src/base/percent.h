// Percent-encoding of texts in addresses (RFC 3986, section 2.1).
#pragma once

#include <string>
#include <string_view>

namespace tablero {

// Appends `text` with every byte encoded that is neither unreserved (letters, digits and - . _ ~)
// nor in `also_plain`.
void append_percent_encoded(std::string& out, std::string_view text,
                            std::string_view also_plain = {});

// The text of a key or a value of a query, as URLSearchParams reads it: "+" is a space, and a "%"
// without two hexadecimal digits stands for itself.
std::string percent_decoded(std::string_view text);

}  // namespace tablero
