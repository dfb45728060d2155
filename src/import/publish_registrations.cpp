#include "import/publish_registrations.h"

#include "data/sources.h"
#include "import/publisher.h"

namespace tablero {

std::string registration_source(int year) { return "own:registrations-" + std::to_string(year); }

bool has_registrations(const RegistrationFiles& files, int year) {
  const Result<Sources> sources = load_sources(files.sources, "sources.json");
  return sources.ok() && sources.value().find(registration_source(year)) != nullptr;
}

Result<PublishedSummary> publish_registrations(const Registrations& registrations,
                                               const Gazetteer& gazetteer,
                                               const PublishOptions& options,
                                               RegistrationFiles& files) {
  return Publisher(registrations, gazetteer, options, files).run();
}

}  // namespace tablero
