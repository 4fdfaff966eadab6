// SPDX-License-Identifier: MIT
#include "smf/parameter_state.hpp"

namespace mido::detail {

namespace {

// The controllers of MIDI 1.0, table III.
constexpr int data_entry = 6;
constexpr int fine_data_entry = 38;
constexpr int increment = 96;  // decrement follows
constexpr int fine_nrpn = 98;
constexpr int coarse_nrpn = 99;
constexpr int fine_rpn = 100;
constexpr int coarse_rpn = 101;

}  // namespace

bool ParameterState::is_parameter(Control control) noexcept {
  return control == data_entry || control == fine_data_entry ||
         (control >= increment && control <= coarse_rpn);
}

void ParameterState::read(const ControlChange& change) {
  channel_ = change.channel;
  if (change.control >= fine_nrpn) {
    select(change);
  } else {
    set_data(change);
  }
}

void ParameterState::select(const ControlChange& change) {
  const bool registered = change.control >= fine_rpn;
  if (selected_.registered != registered) selected_ = {.registered = registered};
  const bool coarse = change.control == coarse_nrpn || change.control == coarse_rpn;
  (coarse ? selected_.coarse : selected_.fine) = change.value;
}

void ParameterState::set_data(const ControlChange& change) {
  auto& data = data_[selected_];
  // What it was before does not matter any more.
  if (change.control == data_entry) data.clear();
  if (change.control == fine_data_entry) {
    std::erase_if(data, [](const auto& other) { return other.control == fine_data_entry; });
  }
  data.push_back(change);
}

void ParameterState::restore(std::vector<TrackEvent>& out) const {
  for (const auto& [selection, changes] : data_) {
    restore(selection, out);
    out.insert(out.end(), changes.begin(), changes.end());
  }
  restore(selected_, out);
}

void ParameterState::restore(const Selection& selection, std::vector<TrackEvent>& out) const {
  const auto add = [&](int control, int value) {
    if (value == Selection::unknown) return;
    out.push_back(
        ControlChange{.channel = channel_, .control = checked(control), .value = checked(value)});
  };
  add(selection.registered ? coarse_rpn : coarse_nrpn, selection.coarse);
  add(selection.registered ? fine_rpn : fine_nrpn, selection.fine);
}

}  // namespace mido::detail
