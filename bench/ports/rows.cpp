// SPDX-License-Identifier: MIT
#include "bench/ports/rows.hpp"

#include <chrono>
#include <deque>
#include <ranges>
#include <thread>
#include <vector>

#include "mido/mido.hpp"

namespace bench::ports {

namespace {

using namespace std::chrono_literals;
using mido::Timestamp;

constexpr int probes = 500;
constexpr auto pause = 2ms;  // so that who waits sleeps, and nothing is under way

double microseconds(Timestamp duration) { return static_cast<double>(duration.count()) / 1e3; }

/// Sends now and then, and gives how long each message took; `receive` returns when one is there.
template <class Send, class Receive>
std::vector<double> latencies(Send send, Receive receive) {
  std::vector<Timestamp> sent(probes);
  std::vector<double> result;
  std::jthread sender([&] {
    for (Timestamp& when : sent) {
      std::this_thread::sleep_for(pause);
      when = mido::timestamp_now();
      send();
    }
  });
  for (int i = 0; i < probes; ++i) {
    receive();
    result.push_back(microseconds(mido::timestamp_now() - sent[static_cast<std::size_t>(i)]));
  }
  return result;
}

/// An input, and an output whose messages it gets.
struct Line {
  explicit Line(const mido::Backend& backend)
      : output(backend.open_output("bench", {.virtual_port = true, .client_name = "bench-out"})),
        input(backend.open_input(input_name(backend), {.client_name = "bench-in"})) {}

  mido::Output output;
  mido::Input input;

 private:
  // What a virtual output is called for others differs from backend to backend.
  static std::string input_name(const mido::Backend& backend) {
    for (const std::string& name : backend.get_input_names()) {
      if (name.find("bench") != std::string::npos) return name;
    }
    throw mido::PortNotFound("the virtual port cannot be seen");
  }
};

void add_burst(Figures& figures, Line& line, int burst) {
  const Usage before = usage_now();
  const Timestamp begin = mido::timestamp_now();
  Timestamp end = begin;
  int arrived = 0;
  std::jthread sender([&] {
    for (int i = 0; i < burst; ++i) {
      line.output.send(mido::NoteOn{.note = mido::checked(i % 128)});
    }
  });
  while (arrived < burst && line.input.receive(1s)) {
    ++arrived;
    end = mido::timestamp_now();
  }
  sender.join();
  const double seconds = std::chrono::duration<double>(end - begin).count();
  figures.values.emplace_back("sent", burst);
  figures.values.emplace_back("arrived", arrived);
  figures.values.emplace_back("messages_per_second", arrived / seconds);
  figures.values.emplace_back("cpu_us_per_message",
                              (usage_now().cpu_seconds - before.cpu_seconds) * 1e6 / burst);
}

}  // namespace

Figures wake_up(std::size_t ports) {
  Figures figures{.name = "wake_up_" + std::to_string(ports)};
  std::deque<mido::EchoPort> echoes;
  for (std::size_t i = 0; i < ports; ++i) {
    echoes.emplace_back("echo", mido::InputOptions{.inbox_capacity = 1024});
  }
  mido::MultiPort all(echoes | std::views::transform([](mido::EchoPort& port) -> mido::Input& {
                        return port.input();
                      }));
  std::size_t next = 0;
  add_latencies(figures, latencies(
                             [&] {
                               next = (next + 7919) % ports;
                               echoes[next].send(mido::NoteOn{});
                             },
                             [&] { (void)all.receive(); }));
  return figures;
}

Figures idle() {
  mido::EchoPort port;
  (void)port.receive(1ms);  // what is done once is done
  const Usage before = usage_now();
  (void)port.receive(1s);
  const Usage after = usage_now();
  return {.name = "idle",
          .values = {{"sleeps", after.sleeps - before.sleeps},
                     {"cpu_us", (after.cpu_seconds - before.cpu_seconds) * 1e6}}};
}

Figures through(const std::string& backend, int burst) {
  Figures figures{.name = backend};
  try {
    const mido::Backend used(backend);
    if (!used.problem().empty()) throw mido::BackendUnavailable(used.problem());
    Line line(used);
    add_latencies(figures, latencies([&] { line.output.send(mido::NoteOn{.note = 60}); },
                                     [&] { (void)line.input.receive(); }));
    add_burst(figures, line, burst);
  } catch (const mido::Error& error) {
    figures.error = error.what();
  }
  return figures;
}

}  // namespace bench::ports
