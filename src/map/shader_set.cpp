#include "map/shader_set.h"

#include <string>
#include <utility>

namespace tablero {

namespace {

struct Stages {
  std::string_view name, vertex, fragment, define = {};
};

constexpr std::string_view kPrelude = "project.glsl";
constexpr std::string_view kShapes[] = {"", "#define GLOBE\n"};  // tested by project.glsl

// In the order of MapProgram.
constexpr std::array<Stages, static_cast<std::size_t>(MapProgram::kCount)> kStages = {{
    {"land", "land.vert", "land.frag"},
    {"patterned land", "land.vert", "land.frag", "#define PATTERNS\n"},
    {"line", "line.vert", "line.frag"},
    {"bubble", "bubble.vert", "bubble.frag"},
    {"density splat", "density_splat.vert", "density_splat.frag"},
    {"density", "screen.vert", "density.frag"},
    {"fade", "screen.vert", "fade.frag"},
    {"disc", "screen.vert", "disc.frag"},
}};

}  // namespace

void ShaderSet::begin(MapProgram which) {
  Entry* entry = &entries_[shape_][static_cast<std::size_t>(which)];
  if (entry->is_begun) return;
  entry->is_begun = true;
  const Stages& stages = kStages[static_cast<std::size_t>(which)];
  // Copied, because a text is valid only until the next request.
  const std::string prelude(text_(kPrelude)), vertex(text_(stages.vertex)),
      fragment(text_(stages.fragment));
  for (const auto& [file, text] : {std::pair(kPrelude, &prelude), std::pair(stages.vertex, &vertex),
                                   std::pair(stages.fragment, &fragment)}) {
    if (!text->empty()) continue;
    entry->fault = Fault{"shaders/" + std::string(file), "", "a shader", "no such file"};
    return;
  }
  const std::string defines = std::string(kShapes[shape_]) + std::string(stages.define);
  Result<Program> made = Program::begin(stages.name, defines, {kPrelude, prelude},
                                        {stages.vertex, vertex}, {stages.fragment, fragment});
  if (made.ok()) {
    entry->next = std::move(made.value());
  } else {
    entry->fault = made.fault();
  }
}

void ShaderSet::finish(Entry* entry) {
  if (!entry->next) return;
  const Result<void> made = entry->next.finish();
  if (made.ok()) {
    entry->program = std::move(entry->next);
    entry->fault.reset();
  } else {
    entry->fault = made.fault();
  }
  entry->next = Program();
}

void ShaderSet::begin() {
  begin(MapProgram::kLand);
  begin(MapProgram::kLine);
  begin(MapProgram::kBubble);
  begin(MapProgram::kFade);
  if (shape_ == 1) begin(MapProgram::kDisc);
}

void ShaderSet::begin_rest() {
  begin(MapProgram::kPatternedLand);
  const std::size_t shape = std::exchange(shape_, 1);
  begin();
  shape_ = shape;
}

const Program* ShaderSet::use(MapProgram which) {
  Entry& entry = entries_[shape_][static_cast<std::size_t>(which)];
  begin();
  begin(which);
  finish(&entry);
  if (!entry.program) return nullptr;
  glUseProgram(entry.program.id());
  return &entry.program;
}

void ShaderSet::reload() {
  for (Entries& shape : entries_) {
    for (Entry& entry : shape) entry.is_begun = false;
  }
}

const Fault* ShaderSet::fault() const {
  for (const Entries& shape : entries_) {
    for (const Entry& entry : shape) {
      if (entry.fault) return &*entry.fault;
    }
  }
  return nullptr;
}

void ShaderSet::forget() {
  for (Entries& shape : entries_) {
    for (Entry& entry : shape) {
      entry.program.forget();
      entry.next.forget();
      entry.is_begun = false;
      entry.fault.reset();
    }
  }
}

}  // namespace tablero
