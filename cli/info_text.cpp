// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "cli/info.hpp"
#include "cli/status.hpp"
#include "cli/summary.hpp"
#include "cli/table.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

constexpr std::size_t longest_list = 4;
constexpr std::size_t most_faults = 20;
constexpr std::size_t name_width = 32;
constexpr std::size_t instrument_width = 24;

std::string count(std::size_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string division_text(Division division) {
  if (const auto ticks = division.ticks_per_beat()) return fmt::format("{} ticks per beat", *ticks);
  return fmt::format("{:g} frames a second, {} ticks per frame", division.frame_rate()->number(),
                     division.ticks_per_frame());
}

std::string wrapper_text(smf::Wrapper wrapper) {
  if (wrapper == smf::Wrapper::none) return "";
  return wrapper == smf::Wrapper::riff ? ", in a RIFF file (RMID)" : ", after other bytes";
}

std::string tempo_text(const std::vector<Tempo>& tempos) {
  if (tempos.empty()) return "120 bpm, as none is set";
  const auto [fastest, slowest] = std::ranges::minmax(tempos, {}, [](Tempo t) { return int{t}; });
  if (fastest == slowest) return fmt::format("{:.5g} bpm", beats_per_minute(fastest));
  return fmt::format("{:.5g} bpm, {:.5g} to {:.5g} in {} changes", beats_per_minute(tempos.front()),
                     beats_per_minute(slowest), beats_per_minute(fastest), tempos.size() - 1);
}

std::string list_text(const std::vector<std::string>& values) {
  const std::size_t shown = std::min(values.size(), longest_list);
  std::string text = fmt::format(
      "{}", fmt::join(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (shown < values.size()) text += fmt::format(" and {} more", values.size() - shown);
  return text;
}

/// "1-4, 10": channels as people count them.
std::string channels_text(const std::bitset<16>& channels) {
  std::string text;
  for (std::size_t first = 0; first < channels.size(); ++first) {
    if (!channels.test(first)) continue;
    std::size_t last = first;
    while (last + 1 < channels.size() && channels.test(last + 1)) ++last;
    text += fmt::format("{}{}", text.empty() ? "" : ", ", first + 1);
    if (last > first) text += fmt::format("{}{}", last == first + 1 ? ", " : "-", last + 1);
    first = last;
  }
  return text;
}

std::string line(std::string_view name, const std::string& value) {
  return value.empty() ? "" : fmt::format("  {:<10}{}\n", name, value);
}

std::string tracks_text(const Summary& summary) {
  Table table({">track", "name", "channels", "instruments", ">notes", ">events"});
  std::size_t number = 0;
  for (const TrackSummary& track : summary.tracks) {
    table.add({fmt::to_string(number++), shortened(track.name, name_width),
               channels_text(track.channels),
               shortened(fmt::format("{}", fmt::join(track.instruments, ", ")), instrument_width),
               track.notes == 0 ? "" : fmt::to_string(track.notes), fmt::to_string(track.events)});
  }
  return summary.tracks.empty() ? "" : "\n" + table.text("  ");
}

std::string faults_text(const Diagnostics& faults) {
  if (faults.empty()) return "\n  no faults\n";
  Table table({">offset", ">track", "fault", ""});
  for (std::size_t i = 0; i < std::min(faults.size(), most_faults); ++i) {
    const Diagnostic& fault = faults[i];
    table.add({fmt::to_string(fault.offset), fault.track ? fmt::to_string(*fault.track) : "",
               std::string(to_string(fault.kind)), fault.detail});
  }
  std::string text = fmt::format("\n  {}\n{}", count(faults.total(), "fault"), table.text("  "));
  if (faults.total() > most_faults) {
    text += fmt::format("  and {} more; --json has all\n", faults.total() - most_faults);
  }
  return text;
}

std::string texts_text(const Summary& summary) {
  std::vector<std::string> parts;
  if (summary.markers > 0) parts.push_back(count(summary.markers, "marker"));
  if (summary.lyrics > 0) parts.push_back(count(summary.lyrics, "syllable") + " of lyrics");
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string info_text(const FoundFile& found) {
  const MidiFile& file = found.file;
  const Summary summary = summarize(file);
  std::size_t notes = 0;
  for (const TrackSummary& track : summary.tracks) notes += track.notes;
  return fmt::format("{}\n", printable(found.path)) +
         line("type", fmt::format("{}, {}, {}{}", found.type, count(file.tracks.size(), "track"),
                                  division_text(file.division), wrapper_text(file.wrapper()))) +
         line("length", fmt::format("{}, {}, {}", clock_time(length_of(file)), count(notes, "note"),
                                    count(count_events(file), "event"))) +
         line("tempo", file.division.is_smpte() ? "" : tempo_text(summary.tempos)) +
         line("meter", list_text(summary.meters)) + line("key", list_text(summary.keys)) +
         line("text", texts_text(summary)) + line("copyright", list_text(summary.copyrights)) +
         tracks_text(summary) + faults_text(file.diagnostics());
}

}  // namespace mido::cli
