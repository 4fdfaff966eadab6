// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <vector>

#include "mido/ports/input.hpp"

namespace mido::testing {

/// An input port of one's own, fed by the test.
class HandFedInput {
  class Device final : public InputDevice {};

  Inbox* inbox_ = nullptr;

 public:
  explicit HandFedInput(const InputOptions& options = {})
      : port(
            "hand",
            [this](Inbox& inbox) {
              inbox_ = &inbox;
              return std::make_unique<Device>();
            },
            options) {}

  [[nodiscard]] Inbox& inbox() const { return *inbox_; }

  void write(std::initializer_list<std::uint8_t> bytes, Timestamp when = {}) const {
    (void)inbox_->write(std::vector(bytes), when);
  }

  Input port;
};

}  // namespace mido::testing
