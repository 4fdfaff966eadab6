// SPDX-License-Identifier: MIT
#include "bench/ports/rows.hpp"

#include <chrono>
#include <deque>
#include <exception>
#include <functional>
#include <ranges>
#include <thread>
#include <utility>

#include "bench/ports/latencies.hpp"
#include "mido/mido.hpp"

namespace bench::ports {

namespace {

using namespace std::chrono_literals;
using mido::Timestamp;

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

/// One thing that is measured in several rounds.
struct Row {
  std::string name;
  std::function<std::vector<double>(std::size_t messages)> latencies;
  std::function<void(Figures& figures)> finish = [](Figures&) {};
  std::vector<double> taken = {};
  std::string error = {};

  /// Keeps why it failed, and does nothing from then on.
  template <class Part>
  void attempt(Part part) {
    try {
      if (error.empty()) part();
    } catch (const std::exception& failure) {
      error = failure.what();
    }
  }
};

mido::Backend usable(const std::string& backend) {
  mido::Backend used(backend);
  if (!used.problem().empty()) throw mido::BackendUnavailable(used.problem());
  return used;
}

Row row_of(const std::string& backend, int burst) {
  return {.name = backend,
          .latencies =
              [backend](std::size_t messages) {
                Line line(usable(backend));
                return latencies(
                    messages, [&] { line.output.send(mido::NoteOn{.note = 60}); },
                    [&] { return line.input.receive(1s).has_value(); });
              },
          .finish =
              [backend, burst](Figures& figures) {
                Line line(usable(backend));
                add_burst(figures, line, burst);
              }};
}

Figures figures_of(Row row) {
  Figures figures{.name = row.name};
  add_latencies(figures, std::move(row.taken));
  row.attempt([&] { row.finish(figures); });
  figures.error = row.error;
  return figures;
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
  const auto send = [&] {
    next = (next + 7919) % ports;
    echoes[next].send(mido::NoteOn{});
  };
  add_latencies(figures, latencies(500, send, [&] { return all.receive(1s).has_value(); }));
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

// Machines have phases in which everything is slow: the rows take turns.
std::vector<Figures> through(const std::vector<std::string>& backends, int burst,
                             bool beside_bare_jack) {
  constexpr int rounds = 10;
  constexpr std::size_t messages_a_round = 100;
  std::vector<Row> rows;
  if (beside_bare_jack) rows.push_back({.name = "bare_jack", .latencies = bare_jack});
  for (const auto& backend : backends) rows.push_back(row_of(backend, burst));
  for (int round = 0; round < rounds; ++round) {
    for (Row& row : rows) {
      row.attempt([&] {
        const auto taken = row.latencies(messages_a_round);
        row.taken.insert(row.taken.end(), taken.begin(), taken.end());
      });
    }
  }
  std::vector<Figures> result;
  for (Row& row : rows) result.push_back(figures_of(std::move(row)));
  return result;
}

}  // namespace bench::ports
