// SPDX-License-Identifier: MIT

// The backend `alsa` on a machine without it. What it does where there is ALSA is tested in
// tests/vm.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "mido/ports/backend.hpp"

namespace {

using mido::Backend;
using testing::HasSubstr;

class AlsaAbsent : public testing::Test {
 protected:
  void SetUp() override {
    const auto all = mido::backends();
    const auto alsa = std::ranges::find(all, "alsa", &mido::BackendInfo::name);
    ASSERT_NE(alsa, all.end());
    if (!alsa->missing.empty()) GTEST_SKIP() << alsa->missing;
    if (std::filesystem::exists("/dev/snd/seq")) GTEST_SKIP() << "this machine has ALSA";
  }

  // What the action throws; it prints nothing.
  static std::string error_of(const std::function<void(const Backend&)>& action) {
    testing::internal::CaptureStderr();
    std::string error;
    try {
      action(Backend("alsa"));
    } catch (const mido::BackendUnavailable& unavailable) {
      error = unavailable.what();
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    return error;
  }
};

TEST_F(AlsaAbsent, SaysWhatIsMissing) {
  const std::string expected =
      "no ALSA sequencer on this machine: /dev/snd/seq: No such file or directory; "
      "modprobe snd-seq";
  EXPECT_EQ(Backend("alsa").problem(), expected);
  EXPECT_THAT(error_of([](const Backend& alsa) { (void)alsa.get_input_names(); }),
              HasSubstr(expected));
  EXPECT_THAT(error_of([](const Backend& alsa) { (void)alsa.open_input("any"); }),
              HasSubstr(expected));
  EXPECT_THAT(error_of([](const Backend& alsa) { (void)alsa.open_output("any"); }),
              HasSubstr(expected));
  EXPECT_THAT(
      error_of([](const Backend& alsa) { (void)alsa.open_output("new", {.virtual_port = true}); }),
      HasSubstr(expected));
}

}  // namespace
