// SPDX-License-Identifier: MIT
// A backend for a version of the library that never was.
#include "mido/ports/backend.hpp"

extern "C" const mido::BackendPlugin mido_backend{.abi = 0, .name = "old", .make = nullptr};
