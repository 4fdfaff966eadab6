// SPDX-License-Identifier: MIT
#include "cli/player.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "cli/errors.hpp"
#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"
#include "support/fake_clock.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::FakeClock;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Notes down what it is sent, with the time.
class Recorder final : public OutputDevice {
 public:
  struct Heard {
    double time;
    Bytes bytes;
  };

  Recorder(FakeClock& clock, std::vector<Heard>& heard, std::function<void()>& on_write)
      : clock_(clock), heard_(heard), on_write_(on_write) {}

  Sent write(std::span<const std::uint8_t> message) override {
    heard_.push_back({clock_.elapsed().count(), {message.begin(), message.end()}});
    if (on_write_) on_write_();
    return Sent::accepted;
  }
  ClockSource* clock() override { return &clock_; }

 private:
  FakeClock& clock_;
  std::vector<Heard>& heard_;
  std::function<void()>& on_write_;
};

class FakeTerminal final : public Terminal {
 public:
  bool has_colors() const override { return true; }
  TerminalSize size() const override { return {.columns = 60, .rows = 24}; }
  bool is_ready() const override { return ready; }
  void set_echo(bool on) override { echo = on; }

  bool ready = true;
  bool echo = true;
};

class FakeJobControl final : public JobControl {
 public:
  explicit FakeJobControl(std::function<void()> sleep) : sleep_(std::move(sleep)) {}
  bool suspend_requested() const override { return requested; }
  void suspend() override {
    requested = false;
    sleep_();
  }

  bool requested = false;

 private:
  std::function<void()> sleep_;
};

Bytes bytes_of(const std::vector<Message>& messages) {
  Bytes result;
  for (const auto& message : messages) {
    const auto wire = message.wire();
    result.insert(result.end(), wire.begin(), wire.end());
  }
  return result;
}

class PlayerTest : public ::testing::Test {
 protected:
  void play(std::vector<TrackEvent> events, const PlayerOptions& options = {}) {
    Part part{.events = std::move(events)};
    for (const auto& event : part.events) part.length += Seconds(event.time().seconds());
    play_song({.path = "a.mid", .tracks = {"Piano"}, .parts = {part}}, options);
  }
  void play_song(const Song& song, const PlayerOptions& options = {}) {
    Player(port_, io_, options, clock_).play(song);
  }

  /// Everything that was sent, in one.
  [[nodiscard]] Bytes sent() const {
    Bytes result;
    for (const auto& heard : heard_) {
      result.insert(result.end(), heard.bytes.begin(), heard.bytes.end());
    }
    return result;
  }

  FakeClock clock_;
  std::vector<Recorder::Heard> heard_;
  std::function<void()> on_write_;
  Output port_{"fake", std::make_unique<Recorder>(clock_, heard_, on_write_)};
  std::ostringstream out_;
  std::ostringstream err_;
  std::stop_source stop_;
  Io io_{.out = out_, .err = err_, .stop = stop_.get_token()};
};

TEST_F(PlayerTest, SendsEverythingInTime) {
  play({{NoteOn{.note = 60}, 0.5}, {EndOfTrack{}, 0}, {NoteOff{.note = 60}, 2.0}});
  ASSERT_GE(heard_.size(), 2U);
  EXPECT_NEAR(heard_[0].time, 0.5, 1e-9);
  EXPECT_EQ(heard_[0].bytes, (Bytes{0x90, 60, 64}));
  EXPECT_NEAR(heard_[1].time, 2.5, 1e-9);
}

TEST_F(PlayerTest, SendsPacketsAsTheyAre) {
  play({{Packet{.starts_sysex = true, .data = {1, 2}}, 0}, {Packet{.data = {3, 0xF7}}, 0}});
  ASSERT_GE(heard_.size(), 1U);
  EXPECT_EQ(heard_[0].bytes, (Bytes{0xF0, 1, 2, 3, 0xF7}));
}

TEST_F(PlayerTest, ResetsThePortAtTheEnd) {
  play({});
  EXPECT_EQ(sent(), bytes_of(reset_messages()));
}

TEST_F(PlayerTest, SilencesThePortWhenInterrupted) {
  on_write_ = [this] { stop_.request_stop(); };
  EXPECT_THROW(play({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 3600.0}}), Interrupted);
  Bytes expected{0x90, 60, 64};
  for (const auto* messages : {&reset_messages(), &panic_messages()}) {
    const Bytes part = bytes_of(*messages);
    expected.insert(expected.end(), part.begin(), part.end());
  }
  EXPECT_EQ(sent(), expected);
  EXPECT_LT(clock_.elapsed(), Seconds(1));
}

TEST_F(PlayerTest, SilencesThePortWhenNobodyReadsItsOutput) {
  on_write_ = [this] { out_.setstate(std::ios::badbit); };
  EXPECT_THROW(play({{NoteOn{.note = 60}, 0}}, {.print_messages = true}), OutputLost);
  EXPECT_GT(sent().size(), bytes_of(panic_messages()).size());
}

TEST_F(PlayerTest, SaysWhatItPlays) {
  play({{SetTempo{.tempo = 400000}, 0}, {NoteOn{.note = 60}, 61.0}});
  EXPECT_EQ(out_.str(),
            "Playing a.mid.\n"
            "Song length: 1 minute, 1 second.\n"
            "Tracks:\n"
            "   0: 'Piano'\n"
            "Tempo changed to 150.0 BPM.\n"
            "\n");
}

TEST_F(PlayerTest, PrintsMessagesWhenAsked) {
  play({{NoteOn{.note = 60}, 0.5}, {Lyrics{.text = "la\x1b[2J"}, 0}}, {.print_messages = true});
  EXPECT_THAT(out_.str(), HasSubstr("\nnote_on channel=0 note=60 velocity=64 time=0.5\n"));
  EXPECT_THAT(out_.str(), HasSubstr("lyrics"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("\x1b")));
}

TEST_F(PlayerTest, PrintsNothingWhenQuiet) {
  play({{SetTempo{.tempo = 400000}, 0}, {NoteOn{.note = 60}, 0}},
       {.quiet = true, .print_messages = true});
  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_THAT(err_.str(), IsEmpty());
}

TEST_F(PlayerTest, PlaysThePartsOfAType2FileOneAfterTheOther) {
  const Part one{.events = {{NoteOn{.note = 60}, 1.0}}, .length = Seconds(1)};
  const Part two{.events = {{NoteOn{.note = 61}, 2.0}}, .length = Seconds(2)};
  play_song({.path = "a.mid", .tracks = {"", ""}, .parts = {one, two}});
  EXPECT_NEAR(heard_[0].time, 1, 1e-9);
  EXPECT_NEAR(heard_[1].time, 3, 1e-9);
  EXPECT_THAT(out_.str(), HasSubstr("one is played after the other"));
}

TEST_F(PlayerTest, DrawsOnATerminalAndLeavesItAsItWas) {
  FakeTerminal terminal;
  io_.terminal = &terminal;
  play({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 1.0}});
  EXPECT_THAT(out_.str(), HasSubstr("Grand"));
  EXPECT_THAT(out_.str(), HasSubstr("\x1b[?25l"));
  EXPECT_THAT(out_.str(), ::testing::EndsWith("\x1b[J\x1b[?25h\n"));
  EXPECT_TRUE(terminal.echo);
}

TEST_F(PlayerTest, DrawsNothingWhileTheTerminalIsNotReady) {
  FakeTerminal terminal;
  terminal.ready = false;
  io_.terminal = &terminal;
  play({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 1.0}});
  EXPECT_THAT(out_.str(), Not(HasSubstr("\x1b")));
}

TEST_F(PlayerTest, ShowsTheProgressAloneWhileRendering) {
  FakeTerminal terminal;
  io_.terminal = &terminal;
  play({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 100.0}}, {.rendering = true});
  EXPECT_THAT(out_.str(), HasSubstr("1:40"));
  EXPECT_THAT(out_.str(), HasSubstr("times real time"));
  EXPECT_THAT(out_.str(), Not(HasSubstr("Grand")));
}

TEST_F(PlayerTest, IsSilentWhileSuspendedAndThenGoesOnWhereItWas) {
  FakeTerminal terminal;
  io_.terminal = &terminal;
  FakeJobControl jobs([&] { clock_.advance(Seconds(60)); });
  io_.job_control = &jobs;
  on_write_ = [&] { jobs.requested = heard_.size() == 1; };
  play({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 1.0}});
  const auto panic = bytes_of(panic_messages());
  const std::size_t first_after = 1 + panic_messages().size();
  EXPECT_EQ(heard_[1].bytes, (Bytes{panic.begin(), panic.begin() + 3}));
  EXPECT_EQ(heard_[first_after].bytes[0], 0x80);
  EXPECT_NEAR(heard_[first_after].time, 61, 1e-9);
}

}  // namespace
}  // namespace mido::cli
