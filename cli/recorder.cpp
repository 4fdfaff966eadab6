// SPDX-License-Identifier: MIT
#include "cli/recorder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "cli/files.hpp"
#include "cli/palette.hpp"
#include "cli/text.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

namespace {

constexpr std::chrono::milliseconds between_saves{1000};
constexpr std::chrono::milliseconds between_pictures{100};
// The clicks that the port has before it is time; also from the start to the first of them.
constexpr std::chrono::milliseconds ahead{200};

Timestamp to_timestamp(Seconds time) { return std::chrono::round<Timestamp>(time); }

}  // namespace

Recorder::Recorder(const RecordOptions& options, Io& io)
    : options_(options),
      io_(io),
      inputs_(options.inputs, io, [this](std::string_view text) { tell(text); }),
      take_(options.take),
      beats_{options.take.tempo, options.take.time_signature} {}

void Recorder::run() {
  if (io_.terminal != nullptr) screen_.emplace(io_.out, io_.terminal->has_colors());
  save({});  // what cannot be written is to be known before anybody plays
  const auto names = inputs_.open_names();
  report(io_, fmt::format("recording {}; Ctrl-C ends", names.empty() ? "whatever comes" : names));
  count_in();
  record();
  finish();
}

void Recorder::count_in() {
  start_ = timestamp_now();
  if (options_.count_in == 0 && options_.click.empty()) return;
  const std::int64_t first = -std::int64_t{options_.count_in} * beats_.in_a_bar();
  beats_.zero = start_ + ahead + (beats_.moment(0) - beats_.moment(first));
  if (!options_.click.empty()) {
    click_.emplace(Backend(options_.inputs.backend).open_output(options_.click), beats_, first);
  }
  for (std::int64_t beat = first; beat < 0; ++beat) {
    const Timestamp when = beats_.moment(beat);
    if (click_) click_->play_until(when + ahead);
    if (!steady_clock_source().sleep_until(Seconds(when), io_.stop)) return;
    const bool is_last = (beat + 1) % beats_.in_a_bar() == 0;
    print(io_, fmt::format("{}{}", (beat - first) % beats_.in_a_bar() + 1, is_last ? "\n" : " "));
  }
  start_ = beats_.zero;
  take_.begin(start_);
}

void Recorder::record() {
  while (!io_.stop.stop_requested()) {
    const Timestamp now = timestamp_now();
    if (is_over(now)) return;
    if (io_.job_control != nullptr && io_.job_control->suspend_requested()) hide();
    suspend_if_wanted(io_);
    if (click_) click_->play_until(now + ahead);
    if (const auto message = inputs_.receive()) hear(*message);
    save_now_and_then(now);
    show(now);
  }
}

bool Recorder::is_over(Timestamp now) const {
  if (options_.length && now >= start_ + to_timestamp(*options_.length)) return true;
  return options_.silence && last_ && take_.held() == 0 &&
         now >= *last_ + to_timestamp(*options_.silence);
}

void Recorder::hear(const FromPort& message) {
  const Timestamp when = message.timestamp;
  const bool has_beats = beats_.zero != Timestamp::zero();
  // Who comes in a little early means the first beat.
  if (has_beats && when < beats_.zero - (beats_.moment(1) - beats_.zero) / 2) return;
  if (options_.length && when >= start_ + to_timestamp(*options_.length)) return;
  if (!has_beats && !last_) take_.begin(when);
  if (!take_.add(message.port, inputs_.name(message.port), message, when)) return;
  last_ = std::max(last_.value_or(when), when);
  is_saved_ = false;
}

void Recorder::save_now_and_then(Timestamp now) {
  if (is_saved_ || now < next_save_) return;
  next_save_ = now + between_saves;
  is_saved_ = true;
  try {
    save(now);
  } catch (const FileError& error) {
    tell(error.what());  // there may be room at the end
  }
}

void Recorder::save(Timestamp end) const { write_bytes(options_.file, take_.file(end).to_bytes()); }

void Recorder::show(Timestamp now) {
  if (!screen_ || now < next_picture_ || !io_.terminal->is_ready()) return;
  next_picture_ = now + between_pictures;
  io_.terminal->set_echo(false);
  Canvas canvas(io_.terminal->size().columns, 1);
  int x = canvas.write(0, 0, U"● ", palette::record);
  x = canvas.write(x, 0, clock_time(now - start_), palette::bright);
  canvas.write(x + 2, 0, count_of(take_.notes(), "note"), palette::dim);
  screen_->show(canvas);
  print(io_, "");
}

void Recorder::hide() {
  if (!screen_) return;
  screen_->clear();
  io_.terminal->set_echo(true);
}

void Recorder::tell(std::string_view text) {
  hide();
  report(io_, text);
}

void Recorder::finish() {
  Timestamp end = timestamp_now();
  inputs_.close();
  while (const auto message = inputs_.take_rest()) hear(*message);
  hide();
  if (options_.length) end = std::min(end, start_ + to_timestamp(*options_.length));
  if (options_.silence && last_) end = *last_;
  save(end);
  inputs_.tell_of_losses();
  print(io_, fmt::format("Wrote {}: {}, {}.\n", printable(options_.file),
                         count_of(take_.notes(), "note"),
                         minutes_and_seconds(take_.file(end).length())));
}

}  // namespace mido::cli
