// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include "mido/ports/backend.hpp"
#include "support/temporary_folder.hpp"

namespace mido::testing {

/// For tests of the FluidSynth backend.
class FluidSynth : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const BackendInfo& backend : backends()) {
      if (backend.name == "fluidsynth" && !backend.missing.empty()) GTEST_SKIP() << backend.missing;
    }
    try {
      render("probe.wav").close();
    } catch (const PortError& error) {
      if (std::string(error.what()).find("needs a soundfont") == std::string::npos) throw;
      GTEST_SKIP() << error.what();
    }
  }

  /// In a folder that is gone after the test.
  [[nodiscard]] std::string path(const std::string& name) const { return folder_.path() / name; }

  [[nodiscard]] std::string write_file(const std::string& name, std::string_view text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  static Output open(const std::string& backend, Settings settings) {
    return Backend(backend).open_output("FluidSynth", {.settings = std::move(settings)});
  }

  /// Dry, so that what is silent is exactly that.
  [[nodiscard]] Output render(const std::string& name, Settings settings = {}) const {
    settings.merge(Settings{{"wav", path(name)}, {"reverb", "off"}, {"chorus", "off"}});
    return open("fluidsynth", settings);
  }

  /// Renders as much.
  static void pass(Output& port, Seconds duration) {
    ASSERT_TRUE(port.clock().sleep_until(port.clock().now() + duration, {}));
  }

  /// What open() throws, or "opened".
  static std::string error_of(const std::string& backend, const Settings& settings) {
    try {
      open(backend, settings);
    } catch (const PortError& error) {
      return error.what();
    }
    return "opened";
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace mido::testing
