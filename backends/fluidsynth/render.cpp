// SPDX-License-Identifier: MIT
#include "render.hpp"

#include <filesystem>
#include <limits>
#include <sstream>
#include <utility>

#include "log.hpp"
#include "mido/ports/errors.hpp"
#include "soundfont.hpp"

namespace mido::fluid {

namespace {

constexpr int block_frames = 64;  // FluidSynth takes messages in once per block of this size
constexpr int bytes_per_frame = 4;

// The reverb outlasts the notes: 0.5 s after them it is below -70 dB.
constexpr Seconds reverb_tail{0.5};
constexpr Seconds longest_tail{4};

// A WAV file has its length in 32 bits; its header is far below 4096 bytes.
constexpr double most_frames =
    (std::numeric_limits<std::uint32_t>::max() - 4096.0) / bytes_per_frame;

RendererHandle open_renderer(Synth& synth, const std::string& path) {
  const std::string failure = open_failure(path, "wb");
  if (!failure.empty()) throw PortError("cannot write '" + path + "': " + failure);

  // A bare "-" would be the standard output.
  const std::string full_path = std::filesystem::absolute(path).string();
  fluid_settings_setstr(synth.settings(), "audio.file.name", full_path.c_str());
  fluid_settings_setstr(synth.settings(), "audio.file.type", "wav");
  fluid_settings_setstr(synth.settings(), "audio.file.format", "s16");
  fluid_settings_setint(synth.settings(), "audio.period-size", block_frames);
  const Log log;
  RendererHandle renderer(new_fluid_file_renderer(synth.get()));
  if (!renderer) throw PortError("cannot write '" + path + "': " + log.reason());
  return renderer;
}

}  // namespace

Recording::Recording(Synth& synth, std::string path)
    : path_(std::move(path)), renderer_(open_renderer(synth, path_)) {
  fluid_settings_getnum(synth.settings(), "synth.sample-rate", &sample_rate_);
}

Seconds Recording::now() { return Seconds(static_cast<double>(frames_) / sample_rate_); }

bool Recording::sleep_until(Seconds deadline, const std::stop_token& stop) {
  check_length(deadline);
  const std::lock_guard lock(mutex_);
  while (!stop.stop_requested()) {
    if (now() >= deadline) return true;
    render_block();
  }
  return false;
}

void Recording::check_length(Seconds deadline) const {
  const Seconds most = Seconds(most_frames / sample_rate_) - longest_tail;
  if (deadline <= most) return;
  std::ostringstream text;
  text << "'" << path_ << "' would get too long: a WAV file of " << sample_rate_
       << " Hz ends after " << static_cast<std::int64_t>(most.count()) << " seconds";
  throw PortError(text.str());
}

void Recording::render_block() {
  const Log log;
  if (!failed_ && fluid_file_renderer_process_block(renderer_.get()) != FLUID_OK) {
    failure_ = log.reason();
    failed_ = true;
  }
  if (failed_) throw PortError("cannot write '" + path_ + "': " + failure_);
  frames_ += block_frames;
}

RenderDevice::RenderDevice(const PortRequest& request)
    : synth_(request.settings), recording_(synth_, request.settings.at("wav")) {}

RenderDevice::~RenderDevice() {
  const auto pass = [this](Seconds duration) {
    static_cast<void>(recording_.sleep_until(recording_.now() + duration, {}));
  };
  try {
    synth_.ring_out(pass);
    pass(reverb_tail);
  } catch (const PortError&) {
    // What was rendered before is kept.
  }
}

Sent RenderDevice::write(std::span<const std::uint8_t> message) {
  if (recording_.failed()) return Sent::disconnected;
  synth_.play(message);
  return Sent::accepted;
}

}  // namespace mido::fluid
