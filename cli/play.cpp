// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/options.hpp"
#include "cli/output_choice.hpp"
#include "cli/player.hpp"
#include "cli/song.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido play song.mid                    play on the default port\n"
    "  mido play -o 'Roland UM-1' a.mid b.mid\n"
    "                                        play two files on a port\n"
    "  mido play -m song.mid | grep note_on  print the messages as they are played\n"
    "  mido play --wav song.wav song.mid     write what it sounds like to a file\n"
    "\n"
    "Ctrl-C ends the program, Ctrl-Z interrupts the music until 'fg'.";

// A WAV file has its length in 32 bits: of 16 bit stereo at 44.1 kHz that is this long, less the
// seconds in which the last notes die away.
constexpr Seconds longest_wav{0xFFFFFFFFU / (44100.0 * 4) - 5};

struct Options {
  OutputChoice output;
  PlayerOptions player;
  std::string soundfont;
  std::vector<std::string> settings;
  std::vector<std::string> files;
};

void add_options(CLI::App& app, Options& options) {
  auto& output = options.output;
  app.add_option("FILE", options.files, "MIDI files to play")->required()->type_name("");
  auto* port = app.add_option("-o,--output-port", output.port, "the port to play on");
  port->type_name("PORT");
  auto* backend = app.add_option("-b,--backend", output.backend, "the backend of the port");
  backend->type_name("BACKEND");
  auto* wav = app.add_option("--wav", output.wav, "write a WAV file instead of playing");
  wav->type_name("OUT")->excludes(port)->excludes(backend);
  app.add_option("--or-wav", output.or_wav, "the same where there is no sound device")
      ->type_name("OUT")
      ->excludes(wav);
  app.add_option("--soundfont", options.soundfont, "the sounds of the built-in synthesizer")
      ->type_name("SF2");
  app.add_option("-s,--set", options.settings, "a setting of the backend, such as gain=0.8")
      ->type_name("NAME=VALUE")
      ->expected(1);
  app.add_flag("-m,--print-messages", options.player.print_messages,
               "print each message as it is played");
  app.add_flag("-q,--quiet", options.player.quiet, "print nothing but errors");
}

/// What CLI11 cannot check.
void finish(Options& options) {
  auto& output = options.output;
  if (options.files.size() > 1 && !(output.wav.empty() && output.or_wav.empty())) {
    throw UsageError("play: a WAV file holds one song: name one MIDI file");
  }
  for (const auto& setting : options.settings) {
    const auto equals = setting.find('=');
    if (equals == std::string::npos) {
      throw UsageError(fmt::format("play: '{}' is no setting: it must be NAME=VALUE", setting));
    }
    output.settings[setting.substr(0, equals)] = setting.substr(equals + 1);
  }
  output.quiet = options.player.quiet;
  if (!options.soundfont.empty()) output.settings["soundfont"] = options.soundfont;
}

std::string faults_text(const Song& song) {
  return fmt::format("{0}: {1} fault{2}; see 'mido info {0}'", song.path, song.faults,
                     song.faults == 1 ? "" : "s");
}

/// Plays the files one after the other on a port that is opened with the first of them.
class Session {
 public:
  Session(Options options, Io& io) : options_(std::move(options)), io_(io) {}

  int run() {
    int code = exit_code::success;
    for (const auto& path : options_.files) {
      if (const auto song = load(path)) {
        play(*song);
      } else {
        code = exit_code::failure;
      }
    }
    return code;
  }

 private:
  std::optional<Song> load(const std::string& path) {
    try {
      Song song = load_song(path);
      if (song.faults > 0 && !options_.player.quiet) report(io_, faults_text(song));
      return song;
    } catch (const Error& error) {
      report(io_, error.what());
      return std::nullopt;
    }
  }

  void play(const Song& song) {
    if (!output_) open(song);
    PlayerOptions options = options_.player;
    options.rendering = !output_->wav.empty();
    const Seconds start = wall_.now();
    Player(output_->port, io_, options, wall_).play(song);
    if (options.rendering) finish_wav(song, start);
  }

  void open(const Song& song) {
    const auto& choice = options_.output;
    const bool may_render = !choice.wav.empty() || !choice.or_wav.empty();
    if (may_render && song.length() > longest_wav) {
      throw Error(fmt::format("{}: lasts {}, but a WAV file ends after {}", song.path,
                              clock_time(song.length()), clock_time(longest_wav)));
    }
    output_ = open_output(choice, io_);
    output_->port.reset();
    say(output_->wav.empty() ? fmt::format("Using output '{}'.\n", printable(output_->port.name()))
                             : fmt::format("Writing {}.\n", printable(output_->wav)));
  }

  void finish_wav(const Song& song, Seconds start) {
    output_->port.close();
    const Seconds took = wall_.now() - start;
    say(fmt::format("Wrote {}: {}, {:.0f} times as fast as real time.\n", printable(output_->wav),
                    minutes_and_seconds(song.length()), song.length() / took));
  }

  void say(const std::string& text) {
    if (!options_.player.quiet) print(io_, text);
  }

  Options options_;
  Io& io_;
  ClockSource& wall_ = steady_clock_source();
  std::optional<ChosenOutput> output_;
};

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("play", "Plays MIDI files.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  finish(options);
  return Session(std::move(options), io).run();
}

}  // namespace

const Command play_command{.name = "play", .summary = "play MIDI files", .run = run};

}  // namespace mido::cli
