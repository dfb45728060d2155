// A Client that draws one impact card and nothing else: fonts, words and tables come from the
// platform as in App.
#pragma once

#include <memory>

#include "app/loader.h"
#include "app/renderer.h"
#include "platform/platform.h"
#include "ui/semantics.h"
#include "ui/ui.h"
#include "views/impact_card.h"

struct ImGuiContext;

namespace tablero {

class CardClient final : public Client {
 public:
  // With `gl` a GL context must be current, here and in every later call.
  CardClient(Platform& platform, const std::string& lang, int year, bool gl);
  ~CardClient() override;
  CardClient(const CardClient&) = delete;
  CardClient& operator=(const CardClient&) = delete;

  void on_viewport(const Viewport& viewport) override { viewport_ = viewport; }
  void on_environment(const Environment& environment) override { ui_.environment = environment; }
  void on_pointer(const PointerEvent&) override {}
  bool on_wheel(const WheelEvent&) override { return false; }
  bool on_key(const KeyEvent&) override { return false; }
  void on_text(std::string_view) override {}
  void on_focus(bool) override {}
  void on_visible(bool) override {}
  void on_query(std::string_view) override {}
  void on_activate(std::uint32_t) override {}
  void on_set_value(std::uint32_t, std::string_view) override {}
  void on_focus_node(std::uint32_t) override {}
  void on_context_lost() override {}
  void on_context_restored() override {}
  bool frame() override;

  // Two equal frames were drawn: the second one has every letter in the font texture.
  bool settled() const { return frames_ >= kFrames; }
  const ImpactCard& card() const { return card_; }
  const Semantics& semantics() const { return semantics_; }
  // The first file that failed, or nullptr.
  const Fault* fault() const;

 private:
  static constexpr int kFrames = 3;

  Platform& platform_;
  ImGuiContext* imgui_;
  Semantics semantics_;
  Ui ui_;
  Store store_;
  Loader loader_;
  std::unique_ptr<Renderer> renderer_;
  Viewport viewport_;
  std::string lang_;
  int year_;
  ImpactCard card_;
  int frames_ = 0;
};

}  // namespace tablero
