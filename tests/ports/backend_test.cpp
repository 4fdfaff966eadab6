// SPDX-License-Identifier: MIT
#include "mido/ports/backend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "support/environment.hpp"

namespace {

using mido::Backend;
using mido::testing::ScopedVariable;

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const mido::Error& error) {
    return error.what();
  }
  return "";
}

TEST(Backend, IsFoundByName) {
  const Backend backend("memory");
  EXPECT_EQ(backend.name(), "memory");
  EXPECT_EQ(backend.api(), "");
}

TEST(Backend, TakesTheApiAfterASlash) {
  const Backend backend("memory/any");
  EXPECT_EQ(backend.name(), "memory");
  EXPECT_EQ(backend.api(), "any");
}

TEST(Backend, TakesTheNamesOfTheOriginal) {
  EXPECT_EQ(Backend("mido.backends.memory").name(), "memory");
}

TEST(Backend, IsChosenByTheEnvironment) {
  const ScopedVariable variable("MIDO_BACKEND", "mido.backends.memory/x");
  EXPECT_EQ(Backend().name(), "memory");
  EXPECT_EQ(Backend().api(), "x");
}

TEST(Backend, NamesTheOthersWhenThereIsNone) {
  EXPECT_THROW(Backend("nonsense"), mido::BackendNotFound);
  const std::string error = error_of([] { Backend("nonsense"); });
  EXPECT_NE(error.find("no backend 'nonsense'; there are: "), std::string::npos) << error;
  EXPECT_NE(error.find("memory"), std::string::npos) << error;
}

TEST(Backend, SaysWhyItIsLeftOutOfTheBuild) {
  const auto all = mido::backends();
  const auto missing = std::ranges::find_if(all, [](const auto& b) { return !b.missing.empty(); });
  if (missing == all.end()) GTEST_SKIP() << "this build has every backend";
  EXPECT_THROW(Backend(missing->name), mido::BackendUnavailable);
  EXPECT_EQ(error_of([&] { Backend(missing->name); }),
            "backend '" + missing->name + "': " + missing->missing);
}

TEST(Backend, RefusesSettingsItDoesNotKnow) {
  EXPECT_EQ(error_of([] {
              (void)Backend("memory").open_output("x", {.settings = {{"colour", "red"}}});
            }),
            "backend 'memory' has no setting 'colour'; it has none");
}

TEST(Backend, HasNoDefaultPortWhereThereIsNone) {
  const ScopedVariable variable("MIDO_DEFAULT_INPUT", nullptr);
  EXPECT_THROW((void)Backend("memory").open_input(), mido::PortNotFound);
}

TEST(Backend, OpensThePortOfTheEnvironment) {
  const ScopedVariable input("MIDO_DEFAULT_INPUT", "in");
  const ScopedVariable output("MIDO_DEFAULT_OUTPUT", "out");
  const ScopedVariable both("MIDO_DEFAULT_IOPORT", "both");
  const Backend backend("memory");
  EXPECT_EQ(backend.open_input().name(), "in");
  EXPECT_EQ(backend.open_output().name(), "out");
  EXPECT_EQ(backend.open_ioport().name(), "both");
}

TEST(Backend, OpensTheFirstPortWithoutAName) {
  const ScopedVariable variable("MIDO_DEFAULT_OUTPUT", nullptr);
  const Backend backend("memory");
  const auto input = backend.open_input("only");
  EXPECT_EQ(backend.open_output().name(), "only");
}

TEST(Backend, SetsTheCallbackFromTheStart) {
  const Backend backend("memory");
  auto input = backend.open_input("x", {.callback = [](const mido::Received&) {}});
  EXPECT_THROW((void)input.poll(), mido::ValueError);
}

TEST(Backend, IsUsedByTheFreeFunctions) {
  mido::set_backend("memory");
  EXPECT_EQ(mido::backend().name(), "memory");
  auto input = mido::open_input("free");
  auto output = mido::open_output("free");
  auto both = mido::open_ioport("free");
  EXPECT_EQ(mido::get_input_names(), std::vector<std::string>{"free"});
  EXPECT_EQ(mido::get_output_names(), std::vector<std::string>{"free"});
  EXPECT_EQ(mido::get_ioport_names(), std::vector<std::string>{"free"});
  output.send(mido::Start{});
  EXPECT_EQ(input.receive().type(), "start");
  EXPECT_EQ(both.receive().type(), "start");
}

TEST(PortNotFound, ListsThePortsOfThatDirection) {
  const std::vector<mido::PortInfo> ports = {
      {"A", true, false}, {"B", false, true}, {"C", true, true}};
  EXPECT_EQ(error_of([&] { mido::throw_port_not_found("X", "output", ports); }),
            "no output port 'X'; did you mean 'B'? There are: 'B', 'C'");
  EXPECT_EQ(error_of([&] { mido::throw_port_not_found("X", "input", {}); }),
            "no input port 'X'; there is none");
}

}  // namespace
