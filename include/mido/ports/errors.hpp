// SPDX-License-Identifier: MIT
#pragma once

#include "mido/values/errors.hpp"

namespace mido {

/// Something about a port: the text names the port and the reason.
class PortError : public Error {
 public:
  using Error::Error;
};

/// There is no port of that name; the text lists those there are.
class PortNotFound : public PortError {
 public:
  using PortError::PortError;
};

/// The port was closed by close() or by its destructor.
class PortClosed : public PortError {
 public:
  using PortError::PortError;
};

/// The device behind the port went away.
class PortDisconnected : public PortError {
 public:
  using PortError::PortError;
};

/// There is no backend of that name; the text lists those there are.
class BackendNotFound : public Error {
 public:
  using Error::Error;
};

/// The backend exists but cannot be used here: left out of this build, or its system is missing.
class BackendUnavailable : public Error {
 public:
  using Error::Error;
};

}  // namespace mido
