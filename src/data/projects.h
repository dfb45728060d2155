// data/projects.json: projects of the hackathons.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/editions.h"
#include "data/figure.h"

namespace tablero {

struct Award {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string
      award;  // 1st, 2nd, 3rd, most_liked, sdg_mention, project_mention, corpus_mention, finalist
  SourceIds sources;
};

struct Project {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  int edition = 0;  // year
  std::string name;
  std::string title;       // full title; equal to name when there is no longer one
  bool described = false;  // false: the sources give only its name
  List<Award> awards;
  std::string award_scope;  // vocabulary word, e.g. "preference_corpora"; empty: the whole edition
  std::string topic;        // vocabulary word; empty when not classified; label "topic.<word>"
  bool topic_from_name = false;  // our classification rests on the name alone
  std::string corpus_domain;  // of its instruction corpus: miscellaneous, culture, legal, clinical
  List<int> sdg;              // Sustainable Development Goals as published, 1 to 17
  int team_size = 0;          // people; 0 when not published
  List<std::string> countries;  // ISO codes of the countries it is about
  bool countries_from_name = false;
  List<Link> links;           // kind: dataset, model, demo, video, paper
  List<std::string> claims;   // ids of claims about it (editions.json)
  List<std::string> related;  // ids of sibling projects
  LocalText note;             // recognitions, adoption, labels that disagree
  SourceIds sources;
};

// A winner list that no source of ours holds, with where it was announced.
struct UnlistedWinners {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int edition = 0;
  List<std::string> urls;
  SourceIds sources;
};

struct Projects {
  List<Project> projects;  // by edition, then as published
  List<UnlistedWinners> unlisted;

  const Project* find(std::string_view id) const;
};

Result<Projects> load_projects(std::string_view bytes, std::string_view file,
                               List<Fault>* all = nullptr);

}  // namespace tablero
