// SPDX-License-Identifier: MIT
#include "smf/channel_state.hpp"

#include <algorithm>

namespace mido::detail {

namespace {

// The controllers of MIDI 1.0, table III, and the channel mode messages.
constexpr int bank_select = 0;
constexpr int fine_bank_select = 32;
constexpr int portamento_control = 84;
constexpr int all_sound_off = 120;
constexpr int reset_all_controllers = 121;
constexpr int all_notes_off = 123;
constexpr int omni_off = 124;

// These do something at once, and set nothing.
bool is_momentary(int control) {
  return control == portamento_control || control == all_sound_off || control == all_notes_off;
}

// Omni off and on, mono and poly on: the one undoes the other.
int opposite_mode(int control) { return control ^ 1; }

// RP-015: volume, pan, banks, sound and effect controllers, and modes are not reset.
bool survives_reset(int control) {
  constexpr std::array lasting = {bank_select, fine_bank_select, 7, 39, 10, 42};
  return std::ranges::find(lasting, control) != lasting.end() || (control >= 70 && control <= 79) ||
         (control >= 91 && control <= 95) || control >= all_sound_off;
}

}  // namespace

void ChannelState::read(const TrackEvent& event) {
  if (const auto control = event.get_if<ControlChange>()) return read(*control);
  if (const auto program = event.get_if<ProgramChange>()) return read(*program);
  if (const auto wheel = event.get_if<PitchWheel>()) pitch_ = *wheel;
  if (const auto touch = event.get_if<Aftertouch>()) pressure_ = *touch;
}

void ChannelState::read(const ControlChange& change) {
  const int control = change.control;
  if (ParameterState::is_parameter(change.control)) return parameters_.read(change);
  if (control == reset_all_controllers) return reset_controllers(change);
  if (is_momentary(control)) return;
  if (control >= omni_off) controls_.erase(opposite_mode(control));
  controls_.insert_or_assign(control, change);
}

void ChannelState::reset_controllers(const ControlChange& change) {
  reset_ = change;
  std::erase_if(controls_, [](const auto& entry) { return !survives_reset(entry.first); });
  parameters_.deselect();
  pitch_.reset();
  pressure_.reset();
}

void ChannelState::read(const ProgramChange& change) {
  program_.clear();
  for (const int control : {bank_select, fine_bank_select}) {
    const auto bank = controls_.find(control);
    if (bank != controls_.end()) program_.push_back(bank->second);
  }
  program_.push_back(change);
}

std::vector<TrackEvent> ChannelState::restore() const {
  std::vector<TrackEvent> out;
  const auto add = [&](const std::optional<TrackEvent>& event) {
    if (event) out.push_back(*event);
  };
  add(reset_);
  out.insert(out.end(), program_.begin(), program_.end());
  for (const auto& [control, event] : controls_) {
    // A bank that was selected after the program waits for the next one.
    if (std::ranges::find(program_, event) == program_.end()) out.push_back(event);
  }
  parameters_.restore(out);
  add(pitch_);
  add(pressure_);
  return out;
}

}  // namespace mido::detail
