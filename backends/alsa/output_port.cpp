// SPDX-License-Identifier: MIT
#include "output_port.hpp"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "limits.hpp"
#include "mido/ports/errors.hpp"
#include "pool.hpp"
#include "subscribers.hpp"

namespace mido::alsa {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

// What one event may hold: a larger one can fail for want of memory.
constexpr std::size_t sysex_part = 256;
// The wire of MIDI 1.0: 31250 baud, ten bits a byte. The driver of a device drops what comes faster
// than it goes out, and tells nobody.
constexpr std::chrono::nanoseconds wire_time_of_part = sysex_part * 320us;

constexpr std::size_t wanted_room = most_cells / 2;
// The kernel does not tell when another client has read.
constexpr auto time_to_read = 1ms;
constexpr auto longest_patience = 1s;

constexpr unsigned own = SND_SEQ_PORT_CAP_READ | SND_SEQ_PORT_CAP_NO_EXPORT;
constexpr unsigned open_to_all = SND_SEQ_PORT_CAP_READ | SND_SEQ_PORT_CAP_SUBS_READ;

CoderHandle make_encoder() {
  snd_midi_event_t* encoder = nullptr;
  check(snd_midi_event_new(sysex_part, &encoder), "ALSA encoder");
  return CoderHandle(encoder);
}

std::size_t cells_of(const snd_seq_event_t& event) {
  return event.type == SND_SEQ_EVENT_SYSEX ? cells_of_sysex(event.data.ext.len) : 1;
}

}  // namespace

OutputPort::OutputPort(const PortRequest& request, const std::optional<Port>& destination,
                       MakeClock make_clock)
    : name_(request.name),
      make_clock_(std::move(make_clock)),
      client_(client_name(request), Client::Mode::output),
      encoder_(make_encoder()),
      destination_(destination),
      has_many_listeners_(!destination || is_through(destination->address)) {
  check(snd_seq_set_client_pool_output(client_.get(), most_cells), "ALSA output pool");
  set_room(wanted_room);
  address_ =
      client_.make_port(destination ? "output" : request.name, destination ? own : open_to_all);
  if (destination) client_.connect(address_, destination->address, destination->info.name);
}

Sent OutputPort::write(std::span<const std::uint8_t> bytes) {
  auto event = event_of(bytes);
  event.queue = SND_SEQ_QUEUE_DIRECT;
  return send(event);
}

Sent OutputPort::write_at(std::span<const std::uint8_t> bytes, Timestamp when) {
  auto event = event_of(bytes);
  schedule(event, when);
  return send(event);
}

std::chrono::nanoseconds OutputPort::lead() const { return 100ms; }

SysexPacing OutputPort::sysex_pacing() const {
  const bool is_wire = destination_ && destination_->is_hardware;
  return {.chunk = sysex_part, .interval = is_wire ? wire_time_of_part : 0ns};
}

bool OutputPort::disconnected() const noexcept {
  return destination_ && count_subscribers(client_, address_, SND_SEQ_QUERY_SUBS_READ) == 0;
}

// Sysex, and parts of it: what begins with a data byte goes on.
snd_seq_event_t OutputPort::event_of(std::span<const std::uint8_t> bytes) {
  snd_seq_event_t event{};
  const bool is_sysex = bytes[0] < 0x80 || bytes[0] == 0xF0 || bytes[0] == 0xF7;
  if (is_sysex) {
    event.type = SND_SEQ_EVENT_SYSEX;
    event.flags = SND_SEQ_EVENT_LENGTH_VARIABLE;
    event.data.ext.len = static_cast<unsigned>(bytes.size());
    event.data.ext.ptr = const_cast<std::uint8_t*>(bytes.data());  // ALSA only reads it
  } else {
    snd_midi_event_reset_encode(encoder_.get());
    snd_midi_event_encode(encoder_.get(), bytes.data(), static_cast<long>(bytes.size()), &event);
  }
  event.source = address_;
  event.dest = {.client = SND_SEQ_ADDRESS_SUBSCRIBERS, .port = SND_SEQ_ADDRESS_UNKNOWN};
  return event;
}

void OutputPort::schedule(snd_seq_event_t& event, Timestamp when) {
  if (!clock_) {
    auto clock = make_clock_();
    check(snd_seq_set_queue_usage(client_.get(), clock->id(), 1), "ALSA queue");
    clock_ = std::move(clock);
  }
  Timestamp queue_time = when - clock_->offset();
  if (when >= latest_.when) {
    // Each measurement of the offset is a little different, but the order stays.
    queue_time = std::max(queue_time, latest_.queue_time);
    latest_ = {.when = when, .queue_time = queue_time};
  }
  event.queue = static_cast<unsigned char>(clock_->id());
  event.flags |= SND_SEQ_TIME_STAMP_REAL | SND_SEQ_TIME_MODE_ABS;
  event.time.time = real_time_of(queue_time);
}

// A listener that has not read for long does not keep the others from hearing.
bool OutputPort::have_listeners_room(std::size_t cells) {
  const Pool scheduled = clock_ ? pools_of(client_.descriptor(), client_.id()).output : Pool{};
  if (listeners_have_room(client_, address_, cells + scheduled.size - scheduled.free)) {
    patience_.reset();
    return true;
  }
  if (!has_many_listeners_) return false;
  const auto now = steady_clock::now();
  if (!patience_) patience_ = now + longest_patience;
  return now >= *patience_;
}

Sent OutputPort::send(snd_seq_event_t& event) {
  if (disconnected()) return Sent::disconnected;
  is_pool_full_ = false;
  if (!have_listeners_room(cells_of(event))) return Sent::queue_full;
  return answer_of(snd_seq_event_output_direct(client_.get(), &event), event);
}

Sent OutputPort::answer_of(int result, const snd_seq_event_t& event) {
  if (result >= 0) return Sent::accepted;
  const bool is_scheduled = event.queue != SND_SEQ_QUEUE_DIRECT;
  if (result == -EAGAIN) {
    is_pool_full_ = is_scheduled;
    // Of many listeners, some got it: to send it again would double it for them.
    return is_scheduled || !has_many_listeners_ ? Sent::queue_full : Sent::accepted;
  }
  if (disconnected()) return Sent::disconnected;
  throw PortError("port '" + name_ + "': " + snd_strerror(result));
}

bool OutputPort::wait_for_room(Deadline deadline) {
  if (is_pool_full_) {
    return wakeup_.wait(client_.descriptor(), POLLOUT, deadline) == Wakeup::Reason::ready;
  }
  const auto soon = steady_clock::now() + time_to_read;
  const auto reason = wakeup_.wait(client_.descriptor(), 0, std::min(deadline, soon));
  return reason == Wakeup::Reason::late && soon <= deadline;
}

bool OutputPort::drain(Deadline deadline) {
  set_room(most_cells);
  const auto reason = wakeup_.wait(client_.descriptor(), POLLOUT, deadline);
  set_room(wanted_room);
  return reason == Wakeup::Reason::ready;
}

// How much must be free before poll() says that there is room.
void OutputPort::set_room(std::size_t cells) noexcept {
  snd_seq_set_client_pool_output_room(client_.get(), cells);
}

}  // namespace mido::alsa
