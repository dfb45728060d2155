#include "data/models.h"

#include "base/list.h"
#include "base/number.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 3> kTypes = {"pretrained", "instruction-tuned", "reasoning"};
constexpr double kMaxParamsB = 100'000;

Model read_model(const Node& node, UniqueIds& ids) {
  Model m;
  Fields f(node);
  m.id = read_id(f, ids);
  const std::size_t slash = m.id.find('/');
  m.org = slash == std::string::npos ? "" : m.id.substr(0, slash);
  m.name = slash == std::string::npos ? m.id : m.id.substr(slash + 1);
  if (const Node n = f.get("type"); n.present())
    m.type = kTypes[n.one_of(kTypes.data(), kTypes.size())];
  m.precision = f.text_or("precision");
  const Node params = f.get("params_b");
  m.params_b = params.present() ? params.number(0.001, kMaxParamsB) : kNaN;
  m.params_nominal = f.flag("params_nominal");
  m.licence = f.text_or("licence");
  m.architecture = f.text_or("architecture");
  m.url = f.url_or("url");
  m.same_as = f.text_or("same_as");
  m.snapshots = f.words_or("snapshots");
  m.sources = f.get("sources").sources();
  return m;
}

void read_models(Fields& root, Models& out) {
  UniqueIds ids;
  for (const Node item : root.get("models").items(1)) {
    out.models.push_back(read_model(item, ids));
    require_order(item, out.models);
  }
}

}  // namespace

const Model* Models::find(std::string_view id) const { return search_by_id(models, id); }

Result<Models> load_models(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Models, read_models>(bytes, file, all);
}

}  // namespace tablero
