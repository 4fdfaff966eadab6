// SPDX-License-Identifier: MIT
#include "ports/paced_writer.hpp"

#include <algorithm>
#include <utility>

#include "mido/messages/live_length.hpp"
#include "mido/values/errors.hpp"
#include "ports/deadline.hpp"

namespace mido::detail {

PacedWriter::PacedWriter(std::unique_ptr<OutputDevice> device, const OutputOptions& options)
    : device_(std::move(device)),
      pacing_(options.sysex_pacing.value_or(device_->sysex_pacing())),
      timeout_(options.send_timeout) {
  if (pacing_.chunk != 0 && device_->sysex_pacing().chunk == 0) {
    throw ValueError("this port takes whole sysex messages only: they cannot be sent in chunks");
  }
}

bool PacedWriter::goes_in_parts(std::span<const std::uint8_t> message) const noexcept {
  return pacing_.chunk != 0 && message.size() > pacing_.chunk && message.front() == sysex_status;
}

template <class Write>
Sent PacedWriter::wait_and_write(Write write) {
  Sent sent = write();
  if (sent != Sent::queue_full) return sent;
  const auto deadline = deadline_after(timeout_);
  while (sent == Sent::queue_full && device_->wait_for_room(deadline)) sent = write();
  return sent;
}

PacedWriter::Written PacedWriter::write(std::span<const std::uint8_t> message,
                                        const SendProgress& progress) {
  const std::size_t chunk = goes_in_parts(message) ? pacing_.chunk : message.size();
  std::size_t done = 0;
  Seconds next = steady_clock_source().now();
  do {
    const auto part = message.subspan(done, std::min(chunk, message.size() - done));
    const Sent sent = wait_and_write([&] { return device_->write(part); });
    if (sent != Sent::accepted) return {sent, done};
    done += part.size();
    if (progress) progress(done, message.size());
    next += pacing_.interval;
    const bool go_on = done == message.size() || pacing_.interval.count() == 0 ||
                       steady_clock_source().sleep_until(next, interrupted_.get_token());
    if (!go_on) return {Sent::queue_full, done};
  } while (done != message.size());
  return {Sent::accepted, done};
}

PacedWriter::Written PacedWriter::write_at(std::span<const std::uint8_t> message, Timestamp when) {
  if (goes_in_parts(message)) {
    if (!steady_clock_source().sleep_until(when, interrupted_.get_token())) {
      return {Sent::queue_full, 0};
    }
    return write(message, {});
  }
  const Sent sent = wait_and_write([&] { return device_->write_at(message, when); });
  return {sent, sent == Sent::accepted ? message.size() : 0};
}

void PacedWriter::interrupt() noexcept {
  interrupted_.request_stop();
  device_->interrupt();
}

}  // namespace mido::detail
