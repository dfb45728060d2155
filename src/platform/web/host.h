// The imports of the module that the page provides (web/module.js, from the host object of
// web/instance.js). Strings are passed as UTF-8 bytes and their length.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// The query to start with, ending in a zero; the caller frees it.
char* tb_host_query();

double tb_host_now();  // seconds, monotonic
void tb_host_frame();
void tb_host_frame_after(double seconds);

// Answered by tb_fetched() with the same `request`.
void tb_host_fetch(std::uint32_t request, const char* path, std::size_t length, double max_bytes);

void tb_host_cursor(int cursor);
void tb_host_open(const char* url, std::size_t length);
void tb_host_copy(const char* text, std::size_t length);
// These two return text ending in a zero; the caller frees it.
char* tb_host_paste();
char* tb_host_link(const char* query, std::size_t length);
void tb_host_picture(const char* name, std::size_t name_length, int x, int y, int w, int h);
void tb_host_save(const char* name, std::size_t name_length, const char* mime,
                  std::size_t mime_length, const char* bytes, std::size_t length);
bool tb_host_can_share();
void tb_host_share(const char* title, std::size_t title_length, const char* query,
                   std::size_t query_length);

// `node` is the semantics id of the field, 0 when unknown; `caret` a byte offset in its value or
// -1.
void tb_host_text_input(bool active, std::uint32_t node, int caret);
void tb_host_language(const char* tag, std::size_t length);

void tb_host_state(const char* query, std::size_t length, bool push);
void tb_host_semantics(const void* nodes, std::size_t count, const char* text, std::size_t length);
// `texts` is a list of TextRecord; no nodes: see Platform::publish_transcript().
void tb_host_transcript(const void* nodes, std::size_t count, const char* text, std::size_t length,
                        const char* texts);
void tb_host_announce(const char* text, std::size_t length);
void tb_host_ready();
void tb_host_error(const char* message, std::size_t length);

}  // extern "C"
