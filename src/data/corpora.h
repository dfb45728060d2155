// data/corpora.json: corpora made, donated or listed by the community.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct Corpus {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  std::string name;
  std::string
      group;  // instruction_v1, prior, edition, listed (a general list, not of the hackathons)
  int edition = 0;              // year or 0
  std::string kind;             // instructions, preferences, evaluation, stereotypes, other
  std::string domain;           // vocabulary word or empty
  List<std::string> languages;  // ISO 639-1
  std::string creator;          // empty when not stated
  Amount size;                  // entries
  Qualifier size_qualifier = Qualifier::kExact;
  std::string project;       // id in projects.json or empty
  List<std::string> claims;  // ids (editions.json) that give its size
  List<std::string> urls;
  LocalText note;
  SourceIds sources;
};

// Groups of evaluation tasks donated per language, as the poster of 2024 lists them.
struct EvaluationGroup {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string language;
  List<std::string> task_groups;  // as published (English)
  SourceIds sources;
};

struct Corpora {
  List<Corpus> corpora;
  List<EvaluationGroup> evaluation_v1;

  const Corpus* find(std::string_view id) const;
};

Result<Corpora> load_corpora(std::string_view bytes, std::string_view file,
                             List<Fault>* all = nullptr);

}  // namespace tablero
