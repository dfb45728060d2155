// data/sources.json: every source once. Figures refer to them by id.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct Source {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;     // e.g. "web:blog/hackathon-2025"
  std::string kind;   // page, image, document, dataset, repository, derived; label "source.<word>"
  std::string title;  // in the language of the source
  std::string url;    // empty for documents that are not on line
  Date read;          // state that was read: date of the version; unknown when not recorded
  std::string licence;  // SPDX id, or "not stated"
};

struct Sources {
  List<Source> sources;  // by id, ascending

  const Source* find(std::string_view id) const;  // binary search; nullptr when unknown
};

Result<Sources> load_sources(std::string_view bytes, std::string_view file,
                             List<Fault>* all = nullptr);

}  // namespace tablero
