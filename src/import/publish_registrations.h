// From counted people to data/: what the disclosure gate lets through becomes counts of cities,
// figures of countries and claims of the edition, with a source of their own. Importing the same
// edition again replaces what the last import wrote and nothing else.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "import/gazetteer.h"
#include "import/registrations.h"

namespace tablero {

// The contents of the files that an import changes; both input and output.
struct RegistrationFiles {
  std::string cities, countries, editions, sources, manifest;
};

struct PublishOptions {
  int year = 0;
  int k = 5;
  // Publishes figures even where they differ from those of the last import by fewer than k people.
  bool accept_difference = false;
};

// Summary for the organizer; reveals nothing about a single small place.
struct PublishedSummary {
  int people = 0;
  bool total_published = false;
  int countries = 0, countries_published = 0;
  int cities = 0, cities_published = 0;
  std::vector<std::string> remarks;  // English sentences
};

// Whether an earlier import of the edition stands in the files. False when they do not load.
bool has_registrations(const RegistrationFiles& files, int year);

// The id of the source that an import of the year writes.
std::string registration_source(int year);

// Fault: a file that does not load, a year without an edition, fewer than k people, or published
// totals that would give a small count away.
Result<PublishedSummary> publish_registrations(const Registrations& registrations,
                                               const Gazetteer& gazetteer,
                                               const PublishOptions& options,
                                               RegistrationFiles& files);

}  // namespace tablero
