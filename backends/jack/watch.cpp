// SPDX-License-Identifier: MIT
#include "watch.hpp"

#include <utility>

#include "mido/ports/errors.hpp"

namespace mido::jack {

Watch::Watch(std::function<void()> changed) : changed_(std::move(changed)) {
  (void)connect();
  thread_ = std::thread([this] { run(); });
}

Watch::~Watch() {
  stop_ = true;
  signal_.release();
  thread_.join();
}

bool Watch::connect() {
  const auto on_port = [](jack_port_id_t, int, void* self) { static_cast<Watch*>(self)->tell(); };
  const auto on_rename = [](jack_port_id_t, const char*, const char*, void* self) {
    static_cast<Watch*>(self)->tell();
  };
  const auto on_shutdown = [](jack_status_t, const char*, void* self) {
    auto& watch = *static_cast<Watch*>(self);
    watch.client_->server_has_gone();
    watch.has_lost_server_ = true;
    watch.tell();
  };
  const auto lock = lock_jack();
  try {
    client_.emplace();
  } catch (const Error&) {
    return false;
  }
  jack_set_port_registration_callback(client_->get(), on_port, this);
  jack_set_port_rename_callback(client_->get(), on_rename, this);
  jack_on_info_shutdown(client_->get(), on_shutdown, this);
  if (jack_activate(client_->get()) == 0) return true;
  client_.reset();
  return false;
}

// Many changes may come before one is told.
void Watch::tell() noexcept {
  if (!has_changed_.exchange(true)) signal_.release();
}

void Watch::run() {
  constexpr auto between_looks = std::chrono::seconds(1);
  while (true) {
    if (client_) {
      signal_.acquire();
    } else if (!signal_.try_acquire_for(between_looks) && connect()) {
      tell();
    }
    if (stop_) return;
    if (has_lost_server_.exchange(false)) client_.reset();
    if (has_changed_.exchange(false)) changed_();
  }
}

}  // namespace mido::jack
