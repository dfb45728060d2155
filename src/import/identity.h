// Which e-mail addresses are one person's.
#pragma once

#include <string>
#include <string_view>

namespace tablero {

// The identity behind an address: lower case, without what follows "+" in the part before "@" (all
// large providers deliver name+tag to name), and for Gmail without dots and with one domain
// (https://support.google.com/mail/answer/7436150). Empty when `text` is no address.
std::string email_identity(std::string_view text);

}  // namespace tablero
