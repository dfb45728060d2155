// Edits a JSON text in place and keeps every other byte (formatting-preserving edit), so that the
// diff of an import has only the changed records. New items take the line break and indentation of
// their neighbors.
//
// The text must be valid JSON (data/json_value.h has read it before). Places are JSON pointers (RFC
// 6901).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tablero {

class JsonEdit {
 public:
  explicit JsonEdit(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }

  // All of these return false, and change nothing, when the place is not there or of another kind.

  // Puts `json` in place of the value.
  bool replace(std::string_view pointer, std::string_view json);
  // Sets a member of the object at `pointer`; a new one is appended.
  bool set_member(std::string_view pointer, std::string_view key, std::string_view json);
  // Removes the member from the object; false when there is none.
  bool remove_member(std::string_view pointer, std::string_view key);
  // Puts `json` before the item at `index` of the array, or at its end when `index` is its length.
  bool insert_item(std::string_view pointer, std::size_t index, std::string_view json);
  bool remove_item(std::string_view pointer, std::size_t index);

 private:
  struct Span {
    std::size_t begin = 0, end = 0;
    bool found = false;
  };
  Span find(std::string_view pointer) const;
  bool remove_element(const Span& container, const Span& element);

  std::string text_;
};

// `s` as a JSON string, quotes included. Control characters are escaped; the rest stays UTF-8.
std::string json_text(std::string_view s);
// The shortest decimal number that reads back as `value`, with ".0" when it is whole. `value` must
// be finite.
std::string json_number(double value);

}  // namespace tablero
