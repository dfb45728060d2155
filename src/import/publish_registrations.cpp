#include "import/publish_registrations.h"

#include "import/publisher.h"

namespace tablero {

std::string registration_source(int year) { return "own:registrations-" + std::to_string(year); }

Result<PublishedSummary> publish_registrations(const Registrations& registrations,
                                               const Gazetteer& gazetteer,
                                               const PublishOptions& options,
                                               RegistrationFiles& files) {
  return Publisher(registrations, gazetteer, options, files).run();
}

}  // namespace tablero
