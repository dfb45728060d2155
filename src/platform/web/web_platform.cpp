#include "platform/web/web_platform.h"

#include <cstdlib>
#include <cstring>
#include <utility>

#include "platform/web/abi.h"
#include "platform/web/embedded_shader.h"
#include "platform/web/host.h"

namespace tablero {
namespace {

std::string take(char* bytes) {
  if (bytes == nullptr) return {};
  std::string text(bytes);
  std::free(bytes);
  return text;
}

}  // namespace

double WebPlatform::now() const { return tb_host_now(); }
void WebPlatform::request_frame() { tb_host_frame(); }
void WebPlatform::request_frame_after(double seconds) { tb_host_frame_after(seconds); }

void WebPlatform::fetch(const std::string& path, std::size_t max_bytes, FetchHandler handler) {
  const std::uint32_t request = ++last_request_;
  waiting_.emplace(request, std::move(handler));
  tb_host_fetch(request, path.data(), path.size(), static_cast<double>(max_bytes));
}

void WebPlatform::fetched(std::uint32_t request, FetchResult result) {
  const auto found = waiting_.find(request);
  if (found == waiting_.end()) return;
  // Moved out first: the handler may ask for the next file.
  FetchHandler handler = std::move(found->second);
  waiting_.erase(found);
  handler(std::move(result));
}

void WebPlatform::set_cursor(Cursor cursor) { tb_host_cursor(static_cast<int>(cursor)); }
void WebPlatform::open_link(std::string_view url) { tb_host_open(url.data(), url.size()); }
void WebPlatform::copy_text(std::string_view text) { tb_host_copy(text.data(), text.size()); }
std::string WebPlatform::paste_text() { return take(tb_host_paste()); }

void WebPlatform::save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
  tb_host_save(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

void WebPlatform::save_picture(std::string_view name, const PicturePart& part) {
  tb_host_picture(name.data(), name.size(), part.x, part.y, part.w, part.h);
}

bool WebPlatform::can_share() const { return tb_host_can_share(); }

void WebPlatform::share(std::string_view title, std::string_view query) {
  tb_host_share(title.data(), title.size(), query.data(), query.size());
}

std::string WebPlatform::link_for(std::string_view query) const {
  return take(tb_host_link(query.data(), query.size()));
}

void WebPlatform::set_text_input(const TextInput& input) {
  tb_host_text_input(input.active, input.node, input.caret);
}

void WebPlatform::set_language(std::string_view tag) { tb_host_language(tag.data(), tag.size()); }

void WebPlatform::publish_state(std::string_view query, bool push) {
  tb_host_state(query.data(), query.size(), push);
}

void WebPlatform::publish_semantics(const SemanticsNode* nodes, std::size_t count,
                                    std::string_view text) {
  tb_host_semantics(nodes, count, text.data(), text.size());
}

void WebPlatform::append(const void* bytes, std::size_t size) {
  const std::size_t at = texts_.size();
  texts_.resize(at + ((size + 3) & ~std::size_t{3}));
  std::memcpy(texts_.data() + at, bytes, size);
}

void WebPlatform::publish_transcript(const SemanticsNode* nodes, std::size_t count,
                                     std::string_view text, const PlacedText* texts,
                                     std::size_t text_count) {
  texts_.clear();
  for (std::size_t i = 0; i < text_count; ++i) append_text(texts[i].drawn, texts[i].node);
  tb_host_transcript(nodes, count, text.data(), text.size(), recorded_texts());
}

void WebPlatform::drew_text(const DrawnText& drawn) {
  if (recording_ && !drawn.text.empty()) append_text(drawn, 0);
}

void WebPlatform::append_text(const DrawnText& drawn, std::uint32_t node) {
  const TextRecord record = {static_cast<std::uint32_t>(drawn.text.size()),
                             drawn.x,
                             drawn.y,
                             drawn.size,
                             drawn.wrap,
                             drawn.left,
                             drawn.top,
                             drawn.right,
                             drawn.bottom,
                             drawn.strong,
                             node};
  append(&record, sizeof record);
  append(drawn.text.data(), drawn.text.size());
}

const char* WebPlatform::recorded_texts() {
  const TextRecord end;
  append(&end, sizeof end);
  recording_ = false;
  return texts_.data();
}

void WebPlatform::announce(std::string_view text) { tb_host_announce(text.data(), text.size()); }
void WebPlatform::ready() { tb_host_ready(); }

void WebPlatform::report_error(std::string_view message) {
  tb_host_error(message.data(), message.size());
}

std::string_view WebPlatform::shader_source(std::string_view file_name) {
  return embedded_shader(file_name);
}

}  // namespace tablero
