// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/json.hpp"
#include "cli/live_run.hpp"
#include "cli/program_run.hpp"
#include "mido/ports/backend.hpp"
#include "support/environment.hpp"
#include "support/fake_driver.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::FakeDriver;
using ::mido::testing::ScopedVariable;
using ::testing::ContainsRegex;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::LiveRun;
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
  EXPECT_THAT(result.out, ContainsRegex("memory +in use, as MIDO_BACKEND says\n"));
}

TEST(PortsCommand, ListsEveryBackendThatTheBuildKnowsAndWhyItCannotBeUsed) {
  const auto result = run({"ports", "-b", "memory"});
  for (const auto& [name, missing] : backends()) {
    const std::string problem = missing.empty() ? Backend(name).problem() : missing;
    const std::string state = name == "memory"  ? "in use, as -b says"
                              : problem.empty() ? "available"
                                                : problem;
    EXPECT_THAT(result.out, ContainsRegex("    " + name + " +"));
    EXPECT_THAT(result.out, HasSubstr(" " + state + "\n"));
  }
}

/// Cannot be used, and has no way to know of ports that come and go.
class BrokenDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string& /*api*/) override { return {}; }
  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& /*inbox*/) override {
    throw_port_not_found(request.name, "input", {});
  }
  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    throw_port_not_found(request.name, "output", {});
  }
  std::string problem(const std::string& /*api*/) override { return "no server is running"; }
};

TEST(PortsCommand, SaysWhyTheBackendInUseCannotBeUsed) {
  register_backend("broken", std::make_shared<BrokenDriver>());
  const auto result = run({"ports", "-b", "broken"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, ContainsRegex("broken +in use, as -b says; no server is running\n"));
}

TEST(PortsCommand, WritesAnObject) {
  const ScopedVariable output("MIDO_DEFAULT_OUTPUT", "synth");
  const auto port = Backend("memory").open_output("wire");
  const auto result = run({"ports", "--json", "-b", "memory"});
  EXPECT_EQ(result.code, 0);
  const auto object = Json::parse(result.out);
  EXPECT_EQ(object["backend"], "memory");
  EXPECT_EQ(object["inputs"], Json::array({"wire"}));
  EXPECT_EQ(object["outputs"], Json::array({"wire"}));
  EXPECT_EQ(object["environment"]["MIDO_DEFAULT_OUTPUT"], "synth");
  ASSERT_EQ(object["backends"].size(), backends().size());
  for (const auto& backend : object["backends"]) {
    EXPECT_EQ(backend["in_use"], backend["name"] == "memory");
  }
}

TEST(PortsCommand, FollowsPortsThatComeAndGo) {
  const auto driver = std::make_shared<FakeDriver>();
  register_backend("followed", driver);
  LiveRun ports({"ports", "--watch", "-b", "followed"});
  ports.out.wait_for("Available output ports");
  driver->plug("keys");
  ports.out.wait_for("+ 'keys' (input and output)\n");
  driver->pull("keys");
  ports.out.wait_for("- 'keys' (input and output)\n");
  ports.interrupt();
  EXPECT_EQ(ports.exit_code(), 130);
  EXPECT_THAT(ports.out.wait_for("- "), EndsWith("+ 'keys' (input and output)\n"
                                                 "- 'keys' (input and output)\n"));
}

TEST(PortsCommand, FollowsPortsInObjects) {
  LiveRun ports({"ports", "--watch", "--json", "-b", "memory"});
  ports.out.wait_for("\n");
  const auto port = Backend("memory").open_output("wire");
  EXPECT_THAT(ports.out.wait_for("{\"port\""),
              HasSubstr("{\"port\":\"wire\",\"added\":true,\"input\":true,\"output\":true}\n"));
}

TEST(PortsCommand, SaysWhereItCannotFollowThem) {
  register_backend("broken", std::make_shared<BrokenDriver>());
  const auto result = run({"ports", "--watch", "-b", "broken"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("does not tell of ports that come and go"));
}

TEST(PortsCommand, FailsForAnUnknownBackend) {
  const auto result = run({"ports", "-b", "bogus"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("no backend 'bogus'; there are: "));
}

}  // namespace
}  // namespace mido::cli
