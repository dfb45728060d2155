// data/corpora.json: corpora made, donated or listed by the community.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct Corpus {
  std::string id;
  std::string name;
  std::string
      group;  // instruction_v1, prior, edition, listed (a general list, not of the hackathons)
  int edition = 0;                     // year or 0
  std::string kind;                    // instructions, preferences, evaluation, stereotypes, other
  std::string domain;                  // vocabulary word or empty
  std::vector<std::string> languages;  // ISO 639-1
  std::string creator;                 // empty when not stated
  Amount size;                         // entries
  Qualifier size_qualifier = Qualifier::exact;
  std::string project;              // id in projects.json or empty
  std::vector<std::string> claims;  // ids (editions.json) that give its size
  std::vector<std::string> urls;
  LocalText note;
  SourceIds sources;
};

// Groups of evaluation tasks donated per language, as the poster of 2024 lists them.
struct EvaluationGroup {
  std::string language;
  std::vector<std::string> task_groups;  // as published (English)
  SourceIds sources;
};

struct Corpora {
  std::vector<Corpus> corpora;
  std::vector<EvaluationGroup> evaluation_v1;

  const Corpus* find(std::string_view id) const;
};

Result<Corpora> load_corpora(std::string_view bytes, std::string_view file,
                             std::vector<Fault>* all = nullptr);

}  // namespace tablero
