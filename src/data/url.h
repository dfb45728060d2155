// Addresses of the web in the files of data/.
#pragma once

#include <string_view>

namespace tablero {

// True for an address that every browser reads in the same way, without repairing it: http or
// https, a host name (labels of ASCII letters, digits and hyphens, the last one not a number), a
// port from 1 to 65535 if any, and a path, query or fragment without white space, quotes, angle
// brackets, backslashes, broken percent-encoding and characters that are not seen. A user name and
// an IP address are refused, because readers take them for something else. At most 1000 bytes.
// Source: https://url.spec.whatwg.org/#url-writing, narrowed.
bool valid_url(std::string_view s);

}  // namespace tablero
