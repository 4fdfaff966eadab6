// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <memory>

namespace mido::jack {

struct NameListDeleter {
  void operator()(const char** names) const noexcept { jack_free(names); }
};
/// Names of ports as JACK gives them, up to nullptr; or nullptr itself when there are none.
using NameList = std::unique_ptr<const char*[], NameListDeleter>;

}  // namespace mido::jack
