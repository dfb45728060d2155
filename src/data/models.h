// data/leaderboard/models.json: language models with scores in any snapshot. A field that no source
// gives is empty (text) or NaN (number): "unknown" is a separate choice in every filter.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct Model {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;  // "org/name", as on the Hub
  std::string org;
  std::string name;
  std::string type;             // pretrained, instruction-tuned, reasoning; empty when unknown
  std::string precision;        // bfloat16, float16, float32, GPTQ-Int4, ...; empty when unknown
  double params_b = 0;          // parameters, thousands of millions; NaN when unknown
  bool params_nominal = false;  // read off the model's name, not counted
  std::string licence;          // Hub licence tag, e.g. "apache-2.0"; empty when unknown
  std::string architecture;     // empty when unknown
  std::string url;              // page on the Hub; empty when there is none
  std::string same_as;          // present name of the same repository on the Hub, or empty
  List<std::string> snapshots;  // snapshots in which it has scores
  SourceIds sources;            // of type, precision, params and licence
};

struct Models {
  List<Model> models;  // by id, ascending

  const Model* find(std::string_view id) const;  // binary search; nullptr when unknown
};

Result<Models> load_models(std::string_view bytes, std::string_view file,
                           List<Fault>* all = nullptr);

}  // namespace tablero
