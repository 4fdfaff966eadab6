// SPDX-License-Identifier: MIT
#include "cli/player.hpp"

#include <fmt/format.h>

#include <optional>

#include "cli/errors.hpp"
#include "cli/play_clock.hpp"
#include "cli/status.hpp"
#include "cli/text.hpp"
#include "mido/codec/text.hpp"
#include "mido/messages/meta_types.hpp"
#include "mido/smf/playback.hpp"

namespace mido::cli {

Player::Player(Output& port, Io& io, const PlayerOptions& options, ClockSource& wall)
    : port_(port), io_(io), options_(options), wall_(wall) {}

void Player::play(const Song& song) {
  announce(song);
  try {
    for (const auto& part : song.parts) play_part(part);
    port_.reset();
  } catch (...) {
    silence();
    throw;
  }
  say("\n");
}

void Player::announce(const Song& song) {
  std::string text = fmt::format("Playing {}.\nSong length: {}.\nTracks:\n", printable(song.path),
                                 minutes_and_seconds(song.length()));
  for (std::size_t i = 0; i < song.tracks.size(); ++i) {
    text += fmt::format("  {:2}: '{}'\n", i, song.tracks[i]);
  }
  if (song.parts.size() > 1) {
    text += "The tracks are independent of each other (type 2): one is played after the other.\n";
  }
  say(text);
}

void Player::play_part(const Part& part) {
  const bool draws = io_.terminal != nullptr && !options_.quiet && !options_.print_messages;
  if (!draws) return play_events(part, nullptr);
  Picture picture(io_, part, options_.rendering, wall_);
  play_events(part, &picture);
}

void Player::play_events(const Part& part, Picture* picture) {
  WhileWaiting hooks;
  if (picture != nullptr) hooks.draw = [=](Seconds now) { picture->draw(now); };
  if (io_.job_control != nullptr) {
    hooks.wants_to_pause = [this] { return io_.job_control->suspend_requested(); };
    hooks.pause = [=, this] { pause(picture); };
  }
  PlayClock clock(port_.clock(), wall_, std::move(hooks));
  Playback<TrackEvent> playback(part.events, Seconds::zero(), {.clock = &clock, .stop = io_.stop});
  for (const auto& event : playback) give(event, picture);
  if (io_.stop.stop_requested()) throw Interrupted();
}

void Player::give(const TrackEvent& event, Picture* picture) {
  if (const auto message = event.message()) {
    port_.send(*message);
  } else if (event.is<Packet>()) {
    port_.send_bytes(event.bytes());
  }
  if (options_.print_messages) say(printable(to_string(event)) + "\n");
  const auto tempo = event.get_if<SetTempo>();
  if (picture != nullptr) {
    picture->played(event);
  } else if (tempo) {
    say(fmt::format("Tempo changed to {:.1f} BPM.\n", beats_per_minute(tempo->tempo)));
  }
}

void Player::pause(Picture* picture) {
  if (!options_.rendering) port_.panic();
  if (picture != nullptr) picture->hide();
  io_.job_control->suspend();
}

void Player::silence() noexcept {
  try {
    port_.reset();
    port_.panic();  // comes last: FluidSynth lets a note ring that is ended after it was cut off
  } catch (const std::exception&) {
    // The port is gone, and its notes with it.
  }
}

void Player::say(std::string_view text) {
  if (!options_.quiet) print(io_, text);
}

}  // namespace mido::cli
