// Adding a language needs one file only: tested with an invented language beside the existing ones.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fixtures/files.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

// Pseudolocalization as "Basque": every text of the Spanish file between marks, a third longer; it
// uses the data's Portuguese texts and Swiss number separators.
std::map<std::string, std::string> with_strange_language() {
  nlohmann::json words = nlohmann::json::parse(frozen_text("i18n/es.json"));
  for (auto& text : words) {
    const std::string plain = text;
    text = "¡" + plain + std::string(plain.size() / 3, '~') + "!";
  }
  words["locale.name"] = "Euskara";
  words["locale.texts"] = "pt";
  words["locale.group"] = "’";
  words["locale.point"] = ".";
  words["locale.one"] = "0 1";
  return {{"data/i18n/eu.json", words.dump()},
          {"languages.json", R"({"es":"Español","pt":"Português","en":"English","eu":"Euskara"})"}};
}

TEST(Language, AnotherFileIsOfferedAndSpoken) {
  Driver d("view=panorama", 1280, 2400, 1, with_strange_language());
  d.press(Role::kButton, "Idioma");
  EXPECT_EQ(d.texts(Role::kCheckBox), "Español\nPortuguês\nEnglish\nEuskara\n");
  d.press(Role::kCheckBox, "Euskara");
  EXPECT_EQ(d.platform.language, "eu");
  EXPECT_EQ(d.platform.states.back(), "lang=eu");
  EXPECT_TRUE(d.has(Role::kTab, "¡Panorama~~!")) << d.texts(Role::kTab);
  EXPECT_TRUE(d.has(Role::kButton, "¡Idioma~~!: EU")) << d.texts(Role::kButton);
  // Figures of the data, as that language writes them.
  EXPECT_NE(d.texts(Role::kButton).find("38’000"), std::string::npos) << d.texts(Role::kButton);
  EXPECT_TRUE(d.platform.errors.empty());
}

TEST(Language, ALinkNamesItAndTheTextsOfTheDataFollow) {
  for (const std::string_view view : kTabNames) {
    SCOPED_TRACE(view);
    Driver d("lang=eu&view=" + std::string(view), 1280, 900, 1, with_strange_language());
    EXPECT_EQ(d.platform.language, "eu");
    EXPECT_EQ(d.platform.ready_count, 1);
    EXPECT_EQ(d.count(Role::kTab), static_cast<int>(kTabCount));
    EXPECT_EQ(d.count(Role::kAlert), 0);
    EXPECT_TRUE(d.platform.errors.empty());
  }
  Driver map("lang=eu&view=mapa", 1280, 2400, 1, with_strange_language());
  EXPECT_TRUE(map.has(Role::kButton, "Alemanha")) << map.texts(Role::kButton);
  // Sorting and search are redone when the language changes, although the texts of the data stay
  // the same.
  map.app->on_query("lang=pt&view=proyectos&q=~~");
  map.settle();
  EXPECT_TRUE(map.has(Role::kStatus, "")) << map.texts(Role::kStatus);
  const std::string none = map.get(Role::kStatus, "").name;
  map.app->on_query("lang=eu&view=proyectos&q=~~");
  map.settle();
  EXPECT_EQ(none.rfind("0 de ", 0), 0u) << none;
  EXPECT_EQ(map.get(Role::kStatus, "").name.find("¡0 "), std::string::npos)
      << "topics and goals are found by its words";
}

TEST(Language, OneThatDoesNotExistGivesWayToSpanish) {
  Driver d("view=charlas&lang=zz", 1280, 800);
  EXPECT_TRUE(d.has(Role::kTab, "Charlas"));
  EXPECT_EQ(d.platform.language, "es");
  EXPECT_TRUE(d.platform.errors.empty());
  // A language that is offered but fails to load: the previous one stays, and it can be requested
  // again.
  d.platform.missing.push_back("data/i18n/pt.json");
  d.press(Role::kButton, "Idioma");
  d.press(Role::kCheckBox, "Português");
  EXPECT_TRUE(d.has(Role::kTab, "Charlas"));
  EXPECT_EQ(d.platform.errors.size(), 1u);
  EXPECT_EQ(d.app->state().lang, "es");
  d.platform.missing.clear();
  d.press(Role::kButton, "Idioma");
  d.press(Role::kCheckBox, "Português");
  EXPECT_TRUE(d.has(Role::kTab, "Palestras"));
}

}  // namespace
}  // namespace tablero::test
