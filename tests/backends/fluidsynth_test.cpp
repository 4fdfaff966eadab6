// SPDX-License-Identifier: MIT
#include "support/fluidsynth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "mido/ports/backend.hpp"
#include "support/environment.hpp"
#include "support/full_disk.hpp"
#include "support/wav.hpp"

namespace mido {

namespace {

using testing::FluidSynth;
using testing::FullDisk;
using ::testing::HasSubstr;
using testing::Wav;
using namespace std::chrono_literals;

constexpr Channel drums = 9;
constexpr Note wood_block = 76;

TEST_F(FluidSynth, HasOneOutputAndNoInput) {
  const Backend backend("fluidsynth");
  EXPECT_THAT(backend.get_output_names(), ::testing::ElementsAre("FluidSynth"));
  EXPECT_THAT(backend.get_input_names(), ::testing::IsEmpty());
  EXPECT_THROW(static_cast<void>(backend.open_input("FluidSynth")), PortNotFound);
  EXPECT_THROW(static_cast<void>(backend.open_output("Piano")), PortNotFound);
  EXPECT_THROW(static_cast<void>(backend.open_output("FluidSynth", {.virtual_port = true})),
               PortError);
}

TEST_F(FluidSynth, NamesTheSoundfontThatItCannotUse) {
  const auto fault_of = [&](const std::string& soundfont) {
    ::testing::internal::CaptureStderr();
    std::string error = error_of("fluidsynth", {{"wav", path("x.wav")}, {"soundfont", soundfont}});
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
    EXPECT_THAT(error, HasSubstr(soundfont));
    return error;
  };
  EXPECT_THAT(fault_of(path("missing.sf2")), HasSubstr("No such file"));
  EXPECT_THAT(fault_of(write_file("text.sf2", "some text")), HasSubstr("no soundfont"));
  EXPECT_THAT(fault_of(write_file("empty.sf2", "")), HasSubstr("no soundfont"));
  EXPECT_THAT(fault_of(write_file("cut.sf2", "RIFF____sfbkLIST____INFO")), HasSubstr("damaged"));
  EXPECT_FALSE(std::filesystem::exists(path("x.wav"))) << "the soundfont comes first";
}

TEST_F(FluidSynth, TakesTheSoundfontOfTheEnvironmentUnlessASettingNamesOne) {
  const testing::ScopedVariable variable("MIDO_SOUNDFONT", "/no/such.sf2");
  const Settings settings{{"wav", path("x.wav")}};
  EXPECT_THAT(error_of("fluidsynth", settings), HasSubstr("'/no/such.sf2'"));
  const Settings other{{"wav", path("x.wav")}, {"soundfont", "/no/other.sf2"}};
  EXPECT_THAT(error_of("fluidsynth", other), HasSubstr("'/no/other.sf2'"));
}

TEST_F(FluidSynth, RefusesABadSettingByName) {
  const auto fault_of = [&](const std::string& name, const std::string& value) -> std::string {
    try {
      static_cast<void>(render("x.wav", {{name, value}}));
    } catch (const ValueError& error) {
      return error.what();
    }
    return "opened";
  };
  EXPECT_EQ(fault_of("gain", "loud"), "setting 'gain' must be a number in range 0..10, not 'loud'");
  EXPECT_THAT(fault_of("gain", "11"), HasSubstr("'gain'"));
  EXPECT_THAT(fault_of("gain", "nan"), HasSubstr("'gain'"));
  EXPECT_THAT(fault_of("sample_rate", "44100Hz"), HasSubstr("'sample_rate'"));
  EXPECT_THAT(fault_of("polyphony", "0"), HasSubstr("'polyphony' must be an integer"));
  EXPECT_THAT(fault_of("reverb", "yes"), HasSubstr("'reverb' must be 'on' or 'off'"));
  EXPECT_THAT(fault_of("colour", "red"), HasSubstr("'colour'"));
}

TEST_F(FluidSynth, PlaysLiveIntoAFile) {
  Output port = open("fluidsynth/file", {{"file", path("live.wav")}});
  port.send(NoteOn{.channel = drums, .note = wood_block});
  port.send(NoteOff{.channel = drums, .note = wood_block});
  port.close();
  EXPECT_GT(Wav(path("live.wav")).peak(), 0.01) << "closing waits until it was heard";
}

TEST_F(FluidSynth, ALostAudioDriverClosesThePort) {
  const FullDisk full(20'000);
  Output port = open("fluidsynth/file", {{"file", path("live.wav")}});
  const auto send_until_lost = [&] {
    const auto give_up = std::chrono::steady_clock::now() + 10s;
    while (std::chrono::steady_clock::now() < give_up) {
      port.send(ControlChange{});
      std::this_thread::sleep_for(1ms);
    }
  };
  EXPECT_THROW(send_until_lost(), PortDisconnected);
  EXPECT_TRUE(port.closed());
}

TEST_F(FluidSynth, TheFileDriverAndItsSettingGoTogether) {
  EXPECT_THROW(open("fluidsynth/file", {}), ValueError);
  EXPECT_THROW(open("fluidsynth/alsa", {{"file", path("x.wav")}}), ValueError);
}

TEST_F(FluidSynth, NamesTheAudioDriversThatThereAre) {
  try {
    open("fluidsynth/tape", {});
    FAIL() << "opened";
  } catch (const BackendUnavailable& error) {
    EXPECT_THAT(error.what(), HasSubstr("'tape'"));
    EXPECT_THAT(error.what(), HasSubstr("file"));
  }
}

TEST_F(FluidSynth, WithoutASoundDeviceItThrowsAndPrintsNothing) {
  ::testing::internal::CaptureStderr();
  const std::string error = error_of("fluidsynth", {});
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  if (error == "opened") GTEST_SKIP() << "this machine has a sound device";
  EXPECT_THAT(error, HasSubstr("no sound device: "));
}

}  // namespace

}  // namespace mido
