// SPDX-License-Identifier: MIT

// Other programs on the same JACK server: Mido for Python, and a synthesizer.

#include <gtest/gtest.h>
#include <jack/jack.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"
#include "mido/smf/midi_file.hpp"
#include "support/jack_server.hpp"
#include "support/temporary_folder.hpp"

namespace mido {
namespace {

using namespace std::chrono_literals;
using testing::JackServer;

/// A program that writes to us, or that we write to.
class Program {
 public:
  Program(const std::string& command, const char* mode)
      : pipe_(popen(command.c_str(), mode), &pclose) {}
  [[nodiscard]] explicit operator bool() const { return pipe_ != nullptr; }
  [[nodiscard]] std::string line() {
    std::array<char, 1000> buffer{};
    if (std::fgets(buffer.data(), buffer.size(), pipe_.get()) == nullptr) return "";
    std::string text = buffer.data();
    if (text.ends_with('\n')) text.pop_back();
    return text;
  }
  void write(const char* text) {
    std::fputs(text, pipe_.get());
    std::fflush(pipe_.get());
  }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe_;
};

template <class... Types>
std::vector<Message> one_of_each(TypeList<Types...>) {
  return {Message(Types{})...};
}

TEST(JackPeers, ExchangeEveryTypeOfMessageWithTheOriginal) {
  const JackServer server;
  Program original("/usr/bin/python3 " MIDO_SOURCE_DIR "/tests/backends/original_peer.py 2>&1",
                   "r");
  ASSERT_TRUE(original);
  ASSERT_EQ(original.line(), "ready");
  const Backend jack("jack");
  Output output = jack.open_output("original-in:in");
  Input input = jack.open_input("original-out:out");

  for (const Message& message : one_of_each(LiveTypes{})) {
    output.send(message);
    // It keeps active sensing back.
    if (message.is<ActiveSensing>()) continue;
    EXPECT_EQ(original.line(), to_string(message));
  }

  output.send(Sysex{.data = {1}});
  std::set<std::string> wanted;
  for (const Message& message : one_of_each(LiveTypes{})) wanted.insert(to_string(message));
  std::set<std::string> heard;
  while (heard.size() < wanted.size()) {
    const auto message = input.receive(10s);
    ASSERT_TRUE(message) << heard.size();
    heard.insert(to_string(*message));
  }
  EXPECT_EQ(heard, wanted);
  output.send(Sysex{.data = {2}});
  output.drain();
}

/// Hears how loud the ports of another client are.
class Listener {
 public:
  Listener() : client_(jack_client_open("listener", JackNoStartServer, nullptr)) {
    ear_ = jack_port_register(client_, "ear", JACK_DEFAULT_AUDIO_TYPE, JackPortIsInput, 0);
    jack_set_process_callback(client_, &Listener::process, this);
    jack_activate(client_);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() { jack_client_close(client_); }

  /// False when there is no such port.
  [[nodiscard]] bool connect(const char* port) {
    return jack_port_by_name(client_, port) != nullptr &&
           jack_connect(client_, port, jack_port_name(ear_)) == 0;
  }
  [[nodiscard]] float loudest() const { return loudest_; }

 private:
  static int process(jack_nframes_t frames, void* self) {
    auto& listener = *static_cast<Listener*>(self);
    const auto* const samples =
        static_cast<const float*>(jack_port_get_buffer(listener.ear_, frames));
    for (jack_nframes_t i = 0; i < frames; ++i) {
      listener.loudest_ = std::max(listener.loudest_.load(), std::abs(samples[i]));
    }
    return 0;
  }

  jack_client_t* client_;
  jack_port_t* ear_ = nullptr;
  std::atomic<float> loudest_{0};
};

TEST(JackPeers, SoundOnASynthesizerThatMidoPlaysTo) {
  const JackServer server;
  Program synthesizer(
      "fluidsynth -q -a jack -m jack -o midi.jack.id=synth "
      "/usr/share/sounds/sf2/TimGM6mb.sf2 >/dev/null 2>&1",
      "w");
  ASSERT_TRUE(synthesizer);
  Listener listener;
  const auto deadline = std::chrono::steady_clock::now() + 30s;
  while (!listener.connect("synth:left")) {
    ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "fluidsynth does not start";
    std::this_thread::sleep_for(10ms);
  }
  std::this_thread::sleep_for(100ms);
  EXPECT_LT(listener.loudest(), 0.001F);

  const testing::TemporaryFolder folder;
  MidiFile song;
  song.add_track() = {{NoteOn{.note = 60, .velocity = 127}, 0}, {NoteOff{.note = 60}, 480}};
  song.save(folder.path() / "note.mid");
  const std::string play =
      MIDO_PROGRAM " play -q -b jack -o synth:midi_00 " + (folder.path() / "note.mid").string();
  // NOLINTNEXTLINE(cert-env33-c,concurrency-mt-unsafe): it is our own program
  EXPECT_EQ(std::system(play.c_str()), 0);
  EXPECT_GT(listener.loudest(), 0.01F);
  synthesizer.write("quit\n");
}

}  // namespace
}  // namespace mido
