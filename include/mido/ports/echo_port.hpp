// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "mido/ports/io_port.hpp"

namespace mido {

/// A port that gives back what is sent to it (the manual, "EchoPort"), for tests and for passing
/// messages between threads. Thread-safe: as an IOPort.
class EchoPort : public IOPort {
 public:
  explicit EchoPort(std::string name = "echo", const InputOptions& options = {});
};

}  // namespace mido
