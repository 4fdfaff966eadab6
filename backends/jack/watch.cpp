// SPDX-License-Identifier: MIT
#include "watch.hpp"

#include <utility>

#include "mido/ports/errors.hpp"

namespace mido::jack {

Watch::Watch(std::function<void()> changed) : changed_(std::move(changed)), client_(open_client()) {
  const auto on_port = [](jack_port_id_t, int, void* self) { static_cast<Watch*>(self)->tell(); };
  const auto on_rename = [](jack_port_id_t, const char*, const char*, void* self) {
    static_cast<Watch*>(self)->tell();
  };
  const auto on_shutdown = [](jack_status_t, const char*, void* self) {
    static_cast<Watch*>(self)->tell();
  };
  jack_set_port_registration_callback(client_.get(), on_port, this);
  jack_set_port_rename_callback(client_.get(), on_rename, this);
  jack_on_info_shutdown(client_.get(), on_shutdown, this);
  if (jack_activate(client_.get()) != 0) throw PortError("JACK refuses to start a client");
  thread_ = std::thread([this] { run(); });
}

Watch::~Watch() {
  client_.reset();
  stop_ = true;
  signal_.release();
  thread_.join();
}

// Many changes may come before one is told.
void Watch::tell() noexcept {
  if (!has_changed_.exchange(true)) signal_.release();
}

void Watch::run() {
  while (true) {
    signal_.acquire();
    if (stop_) return;
    has_changed_ = false;
    changed_();
  }
}

}  // namespace mido::jack
