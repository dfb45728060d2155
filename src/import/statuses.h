// Whether a person with a status takes part: the words of Eventbrite, Luma, Meetup and of lists
// that people keep by hand, in Spanish, Portuguese and English.
#pragma once

#include <string_view>

namespace tablero {

enum class Attendance : unsigned char { kCounts, kDoesNot, kUnknown };
// `status` as it stands in the file.
Attendance attendance_of(std::string_view status);

// Whether a heading (made by place_key()) asks for a status: "approval status", "estado de la
// inscripcion", "rsvp". "estado" alone may also be a region: its values decide.
bool heads_status(std::string_view key);

}  // namespace tablero
