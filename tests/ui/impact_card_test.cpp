// The impact cards of tablero-data render --card: readable, whole, and honest in every language.
#include <gtest/gtest.h>

#include "tools/card_client.h"
#include "ui/driver.h"

namespace tablero::test {
namespace {

struct Drawn {
  ImpactCard card;
  std::string text;  // every text on the card, a line each
};

Drawn draw_card(int year, const std::string& lang, float width, float height) {
  TestPlatform platform;
  CardClient client(platform, lang, year, false);
  Viewport viewport;
  viewport.width = width;
  viewport.height = height;
  viewport.pixel_width = static_cast<int>(width);
  viewport.pixel_height = static_cast<int>(height);
  client.on_viewport(viewport);
  for (int i = 0; i < 100 && !client.settled(); ++i) client.frame();
  EXPECT_TRUE(client.settled());
  EXPECT_EQ(client.fault(), nullptr);
  Drawn drawn;
  drawn.card = client.card();
  for (const SemanticsNode& n : client.semantics().nodes()) {
    drawn.text += std::string(client.semantics().name(n)) + "\n";
  }
  return drawn;
}

TEST(ImpactCard, FitsInEveryLanguageAndBothSizes) {
  for (const int year : {2022, 2023, 2024, 2025}) {
    for (const std::string& lang : languages()) {
      for (const auto& [width, height] : {std::pair{1200.0f, 630.0f}, {1080.0f, 1080.0f}}) {
        SCOPED_TRACE(std::to_string(year) + " " + lang + " " + std::to_string(width));
        const Drawn drawn = draw_card(year, lang, width, height);
        EXPECT_TRUE(drawn.card.fits);
        EXPECT_GE(drawn.card.figures, 3);
        EXPECT_LE(drawn.card.figures, 6);
        EXPECT_GE(drawn.card.smallest_text, 24);  // a post is shown at half its size and less
        EXPECT_NE(drawn.text.find("CC-BY-4.0"), std::string::npos);
        for (const char* key : {"app.", "metric.", "impact.", "{"}) {
          EXPECT_EQ(drawn.text.find(key), std::string::npos) << drawn.text;
        }
      }
    }
  }
}

// The figures of the page of the edition with the words they were published with.
TEST(ImpactCard, FiguresKeepTheirQualifier) {
  const std::string es = draw_card(2024, "es", 1200, 630).text;
  for (const char* part : {"SomosNLP en cifras\n", "Hackathon SomosNLP 2024: #Somos600M\n",
                           "más de 500\n", "participantes\n", "651\n", "inscripciones\n",
                           "1 de marzo de 2024", "29 de marzo de 2024"}) {
    EXPECT_NE(es.find(part), std::string::npos) << part << "\n" << es;
  }
  const std::string en = draw_card(2025, "en", 1080, 1080).text;
  EXPECT_NE(en.find("more than 38,000\n"), std::string::npos) << en;
  EXPECT_NE(en.find("almost 1,000\n"), std::string::npos) << en;
}

// 2026 was only announced when the data were read: one event, no recording. 2021 had no edition.
TEST(ImpactCard, WithoutFiguresThereIsNoCard) {
  EXPECT_EQ(draw_card(2026, "es", 1200, 630).card.figures, 0);
  EXPECT_EQ(draw_card(2021, "es", 1200, 630).card.figures, 0);
}

}  // namespace
}  // namespace tablero::test
