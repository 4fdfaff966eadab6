// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "cli/program_run.hpp"
#include "mido/ports/backend.hpp"
#include "support/environment.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::ScopedVariable;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using testing::run;

TEST(PortsCommand, ListsInputsAndOutputs) {
  const auto port = Backend("memory").open_output("a 'quoted' name");
  const auto result = run({"ports", "-b", "memory"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("Available input ports:\n    'a 'quoted' name'\n"));
  EXPECT_THAT(result.out, HasSubstr("Available output ports:\n    'a 'quoted' name'\n"));
}

TEST(PortsCommand, SaysWhenThereIsNone) {
  EXPECT_THAT(run({"ports", "-b", "memory"}).out, HasSubstr("Available input ports:\n    none\n"));
}

TEST(PortsCommand, ShowsTheEnvironment) {
  const ScopedVariable backend("MIDO_BACKEND", "memory");
  const ScopedVariable output("MIDO_DEFAULT_OUTPUT", "synth\x1b[2J");
  const ScopedVariable input("MIDO_DEFAULT_INPUT", nullptr);
  const auto result = run({"ports"});
  EXPECT_THAT(result.out, ContainsRegex("MIDO_BACKEND +'memory'\n"));
  EXPECT_THAT(result.out, ContainsRegex("MIDO_DEFAULT_OUTPUT +'synth\uFFFD\\[2J'\n"));
  EXPECT_THAT(result.out, ContainsRegex("MIDO_DEFAULT_INPUT +not set\n"));
  EXPECT_THAT(result.out, ContainsRegex("memory +in use\n"));
}

TEST(PortsCommand, ListsEveryBackendThatTheBuildKnows) {
  const auto result = run({"ports", "-b", "memory"});
  for (const auto& [name, missing] : backends()) {
    const std::string state = name == "memory" ? "in use" : missing.empty() ? "available" : missing;
    EXPECT_THAT(result.out, ContainsRegex("    " + name + " +"));
    EXPECT_THAT(result.out, HasSubstr(" " + state + "\n"));
  }
}

TEST(PortsCommand, FailsForAnUnknownBackend) {
  const auto result = run({"ports", "-b", "bogus"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("no backend 'bogus'; there are: "));
}

}  // namespace
}  // namespace mido::cli
