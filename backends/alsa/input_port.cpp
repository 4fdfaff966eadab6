// SPDX-License-Identifier: MIT
#include "input_port.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "limits.hpp"
#include "subscribers.hpp"

namespace mido::alsa {

namespace {

constexpr unsigned own = SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_NO_EXPORT;
constexpr unsigned open_to_all = SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_SUBS_WRITE;

// Room for an event that stands for several messages: an NRPN is four control changes.
using ShortBytes = std::array<std::uint8_t, 12>;

CoderHandle make_decoder() {
  snd_midi_event_t* decoder = nullptr;
  check(snd_midi_event_new(ShortBytes{}.size(), &decoder), "ALSA decoder");
  snd_midi_event_no_status(decoder, 1);  // each message with its status byte
  return CoderHandle(decoder);
}

}  // namespace

InputPort::InputPort(const PortRequest& request, const std::optional<Port>& source,
                     std::shared_ptr<TimeQueue> clock, Inbox& inbox)
    : inbox_(inbox),
      clock_(std::move(clock)),
      client_(client_name(request), Client::Mode::both),
      decoder_(make_decoder()) {
  check(snd_seq_set_client_pool_input(client_.get(), most_cells), "ALSA input pool");
  check(snd_seq_set_input_buffer_size(client_.get(), most_cells * sizeof(snd_seq_event_t)),
        "ALSA input buffer");
  address_ =
      client_.make_port(source ? "input" : request.name, source ? own : open_to_all, clock_->id());
  if (source) {
    source_ = source->address;
    client_.connect(*source_, address_, source->info.name);
  }
  thread_.emplace(client_, [this] { return take_all(); });
}

bool InputPort::take_all() {
  const Timestamp offset = clock_->offset();
  bool may_be_gone = false;
  while (true) {
    snd_seq_event_t* event = nullptr;
    switch (read_event(client_, event)) {
      case Read::event:
        may_be_gone |= event->type == SND_SEQ_EVENT_PORT_UNSUBSCRIBED;
        take(*event, offset);
        break;
      case Read::overrun:
        may_be_gone = true;  // what told it may be among the lost
        inbox_.mark_lost();
        break;
      case Read::nothing:
        return !may_be_gone || is_connected() || disconnect();
      case Read::failed:
        return disconnect();
    }
  }
}

void InputPort::take(const snd_seq_event_t& event, Timestamp offset) {
  latest_ = std::clamp(timestamp_of(event.time.time) + offset, latest_,
                       std::max(latest_, timestamp_now()));
  if (event.type == SND_SEQ_EVENT_SYSEX) {
    const auto* bytes = static_cast<const std::uint8_t*>(event.data.ext.ptr);
    if (event.data.ext.len > 0) inbox_.write({bytes, event.data.ext.len}, latest_);
    return;
  }
  ShortBytes bytes{};
  const auto size = snd_midi_event_decode(decoder_.get(), bytes.data(), bytes.size(), &event);
  if (size > 0) inbox_.write(std::span(bytes).first(static_cast<std::size_t>(size)), latest_);
}

bool InputPort::is_connected() const noexcept {
  return !source_ || count_subscribers(client_, address_, SND_SEQ_QUERY_SUBS_WRITE) > 0;
}

bool InputPort::disconnect() noexcept {
  inbox_.disconnect();
  return false;
}

}  // namespace mido::alsa
