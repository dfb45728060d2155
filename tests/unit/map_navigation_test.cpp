// Where the map looks: the one rule for fitting against numbers worked out by hand, and that a
// camera at rest depends on the state alone.
#include <gtest/gtest.h>

#include <cmath>

#include "views/map/navigation.h"

namespace tablero {
namespace {

// A quarter of the world each way, in its middle: 64 px wide at zoom 0.
const WorldBounds kQuarter{{0.375, 0.375}, {0.625, 0.625}};

Camera camera(double width, double height, double covered = 0) {
  Camera c;
  c.set_viewport(width, height);
  c.set_covered(covered);
  return c;
}

TEST(MapFit, LeavesAMarginOf48Pixels) {
  // 608 x 608: 48 px on each side leave 512, eight times 64.
  // The margin is less than 6 % only from 800 px on.
  const FittedView view = fit_view(camera(1000, 608), kQuarter, 12);
  EXPECT_NEAR(view.zoom, 3, 1e-9);
  EXPECT_NEAR(view.center.x, 0.5, 1e-9);
  EXPECT_NEAR(view.center.y, 0.5, 1e-9);
}

TEST(MapFit, TheMarginIsAtMostSixPercentOfTheWidth) {
  // 400 px wide: 24 px on each side leave 352 = 64 * 5.5.
  EXPECT_NEAR(fit_view(camera(400, 900), kQuarter, 12).zoom, std::log2(5.5), 1e-9);
}

TEST(MapFit, StaysAboveWhatControlsCover) {
  // Of 708 px the lowest 100 are covered: 608 are left, as above, and the center is 50 px lower.
  const FittedView view = fit_view(camera(1000, 708, 100), kQuarter, 12);
  EXPECT_NEAR(view.zoom, 3, 1e-9);
  EXPECT_NEAR(view.center.y, 0.5 + 50.0 / (256 * 8), 1e-9);
}

TEST(MapFit, APointIsShownAsCloseAsAllowed) {
  const WorldBounds point{{0.25, 0.5}, {0.25, 0.5}};
  const FittedView view = fit_view(camera(1000, 600), point, kFitCityZoom);
  EXPECT_EQ(view.zoom, 8);
  EXPECT_NEAR(view.center.x, 0.25, 1e-12);
}

TEST(MapFirstView, WithoutAnythingToShowIsTheWorldFrom22North) {
  const FittedView view = first_view(camera(1024, 600), {});
  EXPECT_NEAR(view.zoom, 2, 1e-9);  // 1024 = 256 * 4
  EXPECT_NEAR(to_lon_lat(view.center).lat, 22, 1e-9);
}

TEST(MapFirstView, IsNotCloserThanZoomSix) {
  MapExtent extent;
  extent.bounds = {{0.25, 0.5}, {0.25, 0.5}};
  EXPECT_EQ(first_view(camera(1000, 600), extent).zoom, 6);
}

TEST(MapFirstView, TheGlobeIsWholeUnlessCountriesAreChosen) {
  Camera globe = camera(1000, 600);
  globe.set_projection(MapProjection::kGlobe, false);
  MapExtent extent;
  extent.bounds = {{0.25, 0.49}, {0.26, 0.51}};
  extent.middle = {-88, 0};
  FittedView view = first_view(globe, extent);
  // The radius is 44 % of the shorter side: 264 px, the equator 2 * pi times as long.
  EXPECT_NEAR(view.zoom, std::log2(2 * std::acos(-1.0) * 264 / 256), 1e-9);
  EXPECT_NEAR(to_lon_lat(view.center).lon, -88, 1e-9);
  extent.chosen_countries = true;
  view = first_view(globe, extent);
  EXPECT_EQ(view.zoom, 3.5);  // closer views would be flat
  EXPECT_NEAR(view.center.x, 0.255, 1e-9);
}

class Navigation : public ::testing::Test {
 protected:
  void frame() {
    navigation_.begin(frame_, state_, model_);
    for (const MapCommand& c : commands_) navigation_.apply(c, store_, model_, now_, state_);
    commands_.clear();
    now_ += 1.0 / 60;
    navigation_.end(1.0 / 60, false, state_);
  }
  int settle() {
    int frames = 0;
    do {
      frame();
      ++frames;
    } while (!navigation_.at_rest() && frames < 400);
    return frames;
  }
  void place(double lon, double lat, double zoom) { state_.map = {true, lon, lat, zoom}; }
  MapCommand pan(double x) {
    MapCommand c;
    c.kind = MapCommand::Kind::kPan;
    c.at = {x, 0};
    return c;
  }
  std::array<double, 3> looks() const {
    const Camera& c = navigation_.camera();
    return {c.center().lon, c.center().lat, c.zoom()};
  }
  std::array<double, 3> fresh() const {
    MapNavigation other;
    ViewState state = state_;
    other.begin(frame_, state, model_);
    other.end(0, false, state);
    const Camera& c = other.camera();
    return {c.center().lon, c.center().lat, c.zoom()};
  }

  Store store_;
  MapModel model_;
  ViewState state_;
  MapNavigation navigation_;
  MapNavigation::Frame frame_{1000, 600, 60, false};
  List<MapCommand> commands_;
  double now_ = 1;
};

TEST_F(Navigation, AStateWithoutAPlaceGoesBackToTheFirstView) {
  frame();
  const auto first = looks();
  place(-60, -10, 5);
  EXPECT_GT(settle(), 5) << "a flight";
  EXPECT_NE(looks(), first);
  state_.map = {};
  EXPECT_GT(settle(), 5);
  EXPECT_EQ(looks(), first);
}

TEST_F(Navigation, AtRestItIsWhereAFreshStartWouldBe) {
  for (const double zoom : {0.0, 2.345, 7.77, 11.99}) {
    place(12.3456, 84.9, zoom);
    settle();
    EXPECT_EQ(looks(), fresh()) << zoom;
    commands_.push_back(pan(33.3));
    settle();
    EXPECT_EQ(looks(), fresh()) << "after a gesture at " << zoom;
  }
}

TEST_F(Navigation, TheEndOfAGestureIsInTheStateNotItsBeginning) {
  frame();
  MapCommand begin, to, end;
  begin.kind = MapCommand::Kind::kDragBegin;
  to.kind = MapCommand::Kind::kDragTo;
  end.kind = MapCommand::Kind::kDragEnd;
  begin.at = {500, 300};
  to.at = {400, 300};
  commands_ = {begin, to};
  frame();
  EXPECT_FALSE(state_.map.set);
  commands_ = {end};
  settle();
  EXPECT_TRUE(state_.map.set);
}

TEST_F(Navigation, APressThatMovesNothingIsNotInTheState) {
  frame();
  MapCommand begin, end;
  begin.kind = MapCommand::Kind::kDragBegin;
  end.kind = MapCommand::Kind::kDragEnd;
  commands_ = {begin, end};
  settle();
  EXPECT_FALSE(state_.map.set);
}

// The pointer may be far outside: what comes of it must still be a state that a link can say.
TEST_F(Navigation, ABoxLargerThanTheWorldIsAPlaceOfALink) {
  frame();
  MapCommand box;
  box.kind = MapCommand::Kind::kGoToBox;
  box.at = {500, 300};
  box.to = {1e30, 1e30};
  commands_ = {box};
  frame();
  EXPECT_TRUE(from_query(to_query(state_)) == state_) << to_query(state_);
  settle();
  EXPECT_TRUE(state_.map.set);
  EXPECT_TRUE(from_query(to_query(state_)) == state_) << to_query(state_);
}

TEST_F(Navigation, AnotherSizeJumps) {
  frame();
  frame_.width = 700;
  frame();
  EXPECT_TRUE(navigation_.at_rest());
  EXPECT_EQ(looks(), fresh());
}

TEST_F(Navigation, AGivenStateEndsAGestureWithoutAWord) {
  place(-60, -10, 5);
  settle();
  MapCommand zoom;
  zoom.kind = MapCommand::Kind::kZoom;
  zoom.amount = 2;
  zoom.smooth = true;
  commands_ = {zoom};
  frame();
  navigation_.stop();
  state_.map = {};
  settle();
  EXPECT_FALSE(state_.map.set);
  EXPECT_EQ(looks(), fresh());
}

TEST_F(Navigation, TurningTheGlobeShowsAllOfIt) {
  place(-60, -10, 8);
  settle();
  MapCommand turn;
  turn.kind = MapCommand::Kind::kTurnGlobe;
  commands_ = {turn};
  settle();
  settle();
  EXPECT_EQ(state_.proj, Projection::kGlobe);
  EXPECT_FALSE(state_.map.set);
  EXPECT_EQ(navigation_.camera().morph(), 1);
  EXPECT_EQ(looks(), fresh());
}

}  // namespace
}  // namespace tablero
