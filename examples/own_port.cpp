// SPDX-License-Identifier: MIT
//
// Ports of one's own: an output that prints, and an input that a thread of the program feeds.
#include <chrono>
#include <iostream>
#include <memory>
#include <mido/mido.hpp>
#include <thread>

namespace {

using namespace std::chrono_literals;

// Plays a note again and again. The port that is made of it does all the rest: receive(),
// callbacks, iteration, close().
class Metronome : public mido::InputDevice {
 public:
  explicit Metronome(mido::Inbox& inbox)
      : thread_([&inbox](const std::stop_token& stop) {
          const mido::Message click = mido::NoteOn{.channel = 9, .note = 76};
          while (!stop.stop_requested()) {
            inbox.write(click.wire(), mido::timestamp_now());
            std::this_thread::sleep_for(100ms);
          }
        }) {}

 private:
  std::jthread thread_;  // ends when the port is closed
};

}  // namespace

int main() {
  mido::Output printer("printer",
                       [](const mido::Message& message) { std::cout << message << '\n'; });
  mido::Input metronome("metronome",
                        [](mido::Inbox& inbox) { return std::make_unique<Metronome>(inbox); });
  for (int i = 0; i < 4; ++i) printer.send(metronome.receive());
}
