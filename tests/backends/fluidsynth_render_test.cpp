// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>

#include "mido/messages/message.hpp"
#include "mido/ports/backend.hpp"
#include "support/fluidsynth.hpp"
#include "support/full_disk.hpp"
#include "support/wav.hpp"

namespace mido {

namespace {

using testing::FluidSynth;
using testing::FullDisk;
using ::testing::HasSubstr;
using testing::Wav;
using namespace std::chrono_literals;

constexpr Program organ = 19;    // sounds as long as it is held
constexpr Program ocarina = 79;  // nearly a sine
constexpr Program piano = 0;

class FluidSynthRender : public FluidSynth {
 protected:
  // Half a second of a note, after `messages`.
  [[nodiscard]] Wav render_note(std::span<const Message> messages) const {
    Output port = render("note.wav");
    port.send(ProgramChange{.program = ocarina});
    for (const Message& message : messages) port.send(message);
    port.send(NoteOn{.note = 72, .velocity = 100});
    pass(port, 0.5s);
    port.close();
    return Wav(path("note.wav"));
  }
};

// How often the left channel goes from below to above zero.
int count_waves(const Wav& wav) {
  int waves = 0;
  for (std::size_t i = 2; i < wav.samples().size(); i += 2) {
    waves += wav.samples()[i - 2] < 0 && wav.samples()[i] >= 0 ? 1 : 0;
  }
  return waves;
}

TEST_F(FluidSynthRender, RendersANoteAsLongAsItIsHeld) {
  Output port = render("song.wav");
  port.send(ProgramChange{.program = organ});
  pass(port, 0.5s);
  port.send(NoteOn{.note = 60, .velocity = 100});
  pass(port, 1s);
  port.send(NoteOff{.note = 60});
  pass(port, 1.5s);
  port.close();

  const Wav wav(path("song.wav"));
  EXPECT_EQ(wav.peak(0s, 0.5s), 0);
  EXPECT_GT(wav.rms(0.6s, 1.5s), 0.01);
  EXPECT_GT(wav.rms(1.4s, 1.5s), wav.rms(0.7s, 0.8s) / 2);
  EXPECT_LT(wav.rms(2.5s, 3s), wav.rms(1.4s, 1.5s) / 1000);
}

TEST_F(FluidSynthRender, RendersUpToTheDeadlineAndAtMost64SamplesMore) {
  Output port = render("song.wav");
  ClockSource& clock = port.clock();
  EXPECT_EQ(clock.now(), 0s);
  for (const Seconds deadline : {0.001s, 0.7s, 1.0s, 0.2s}) {
    const Seconds before = clock.now();
    EXPECT_TRUE(clock.sleep_until(deadline, {}));
    EXPECT_GE(clock.now(), deadline);
    EXPECT_LE(clock.now(), std::max(before, deadline + Seconds(64 / 44100.0)));
  }
}

TEST_F(FluidSynthRender, WritesStereoAtTheSampleRateAskedFor) {
  Output port = render("song.wav", {{"sample_rate", "22050"}});
  pass(port, 2s);
  port.close();
  const Wav wav(path("song.wav"));
  EXPECT_EQ(wav.sample_rate(), 22050U);
  EXPECT_EQ(wav.channels(), 2U);
  EXPECT_NEAR(wav.length().count(), 2.5, 0.01) << "half a second is left for the reverb";
}

TEST_F(FluidSynthRender, RendersTheSameTwice) {
  for (const char* name : {"first.wav", "second.wav"}) {
    Output port = render(name, {{"reverb", "on"}, {"chorus", "on"}});
    for (int note = 40; note < 80; note += 3) {
      port.send(NoteOn{.note = checked(note)});
      pass(port, 0.05s);
    }
  }
  const Wav first(path("first.wav"));
  EXPECT_GT(first.peak(), 0.01);
  EXPECT_EQ(first.samples(), Wav(path("second.wav")).samples());
}

TEST_F(FluidSynthRender, LetsTheLastNoteDieAwayWhenClosed) {
  Output port = render("song.wav");
  port.send(ProgramChange{.program = piano});
  port.send(NoteOn{.note = 60});
  pass(port, 0.2s);
  port.send(NoteOff{.note = 60});
  port.close();
  const Wav wav(path("song.wav"));
  EXPECT_GT(wav.length(), 0.7s);
  EXPECT_LT(wav.length(), 3.7s);
  EXPECT_LT(wav.peak(wav.length() - 0.5s), 0.001);
}

TEST_F(FluidSynthRender, LetsGoOfANoteThatIsHeldForEver) {
  Output port = render("song.wav");
  port.send(ProgramChange{.program = organ});
  port.send(ControlChange{.control = 64, .value = 127});
  port.send(NoteOn{.note = 60});
  pass(port, 1s);
  port.close();
  const Wav wav(path("song.wav"));
  EXPECT_GT(wav.rms(2s, 3s), 0.01);
  EXPECT_LT(wav.length(), 4.6s);
  EXPECT_LT(wav.peak(wav.length() - 0.5s), 0.001);
}

TEST_F(FluidSynthRender, GainMakesItLouder) {
  for (const char* gain : {"0.1", "0.3"}) {
    Output port = render(std::string(gain) + ".wav", {{"gain", gain}});
    port.send(NoteOn{.note = 60});
    pass(port, 0.2s);
  }
  EXPECT_NEAR(Wav(path("0.3.wav")).peak() / Wav(path("0.1.wav")).peak(), 3, 0.1);
}

TEST_F(FluidSynthRender, KnowsVolumePitchAndProgram) {
  const Wav plain = render_note({});
  const Message soft = ControlChange{.control = 7, .value = 0};
  EXPECT_LT(render_note({&soft, 1}).peak(), plain.peak() / 100);
  const Message up = PitchWheel{.pitch = Pitch::max};  // two semitones
  EXPECT_NEAR(1.0 * count_waves(render_note({&up, 1})) / count_waves(plain), 1.122, 0.01);
  const Message other = ProgramChange{.program = piano};
  EXPECT_NE(render_note({&other, 1}).samples(), plain.samples());
  const Message on[] = {PitchWheel{.pitch = Pitch::max}, Reset{},
                        ProgramChange{.program = ocarina}};
  EXPECT_EQ(render_note(on).samples(), plain.samples()) << "a reset forgets the pitch";
  const Message gm[] = {PitchWheel{.pitch = Pitch::max}, Sysex{.data = {0x7E, 0x7F, 0x09, 0x01}},
                        ProgramChange{.program = ocarina}};
  EXPECT_EQ(render_note(gm).samples(), plain.samples()) << "so does General MIDI System On";
}

template <class... Types>
void send_defaults(Output& port, TypeList<Types...>) {
  (port.send(Types{}), ...);
}

TEST_F(FluidSynthRender, TakesMessagesOfEveryType) {
  Output port = render("song.wav");
  send_defaults(port, LiveTypes{});
  pass(port, 0.1s);
  EXPECT_FALSE(port.closed());
}

TEST_F(FluidSynthRender, ARequestedStopEndsTheRenderingAtOnce) {
  Output port = render("song.wav");
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(port.clock().sleep_until(3600s, stop.get_token()));
  EXPECT_EQ(port.clock().now(), 0s);
}

TEST_F(FluidSynthRender, RefusesToRenderMoreThanAWavFileHolds) {
  Output port = render("song.wav");
  EXPECT_THROW(port.clock().sleep_until(7h, {}), PortError);
  EXPECT_EQ(port.clock().now(), 0s) << "nothing is rendered in vain";
  pass(port, 0.1s);
  port.close();
  EXPECT_NEAR(Wav(path("song.wav")).length().count(), 0.6, 0.01);
}

TEST_F(FluidSynthRender, SaysThatTheDiskIsFull) {
  Output port = render("song.wav");
  const FullDisk full(100'000);
  EXPECT_THROW(port.clock().sleep_until(10s, {}), PortError);
  EXPECT_THROW(port.clock().sleep_until(10s, {}), PortError);
  EXPECT_THROW(port.send(NoteOn{}), PortDisconnected);
}

TEST_F(FluidSynthRender, NamesTheWavFileThatItCannotWrite) {
  EXPECT_THAT(error_of("fluidsynth", {{"wav", path("no/such/song.wav")}}),
              HasSubstr("no/such/song.wav': No such file"));
  EXPECT_THAT(error_of("fluidsynth", {{"wav", path("")}}), HasSubstr("Is a directory"));
}

}  // namespace

}  // namespace mido
