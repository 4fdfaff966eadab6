// SPDX-License-Identifier: MIT
#include "ports/plugin.hpp"

#include "mido/ports/backend.hpp"

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace mido::detail {

namespace {

constexpr const char* symbol = "mido_backend";

#if defined(_WIN32)

const void* find_symbol(const std::string& path) {
  const HMODULE library = LoadLibraryA(path.c_str());
  if (library == nullptr) throw BackendNotFound("backend '" + path + "' cannot be loaded");
  return reinterpret_cast<const void*>(GetProcAddress(library, symbol));
}

#else

const void* find_symbol(const std::string& path) {
  // Without a slash the system's folders would be searched.
  const std::string file = path.find('/') == std::string::npos ? "./" + path : path;
  void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* const reason = dlerror();  // NOLINT(concurrency-mt-unsafe): it is of this thread
    throw BackendNotFound("backend '" + path + "' cannot be loaded: " +
                          (reason == nullptr ? "no reason is given" : reason));
  }
  return dlsym(library, symbol);
}

#endif

}  // namespace

std::shared_ptr<Driver> load_driver(const std::string& path) {
  const auto* const plugin = static_cast<const BackendPlugin*>(find_symbol(path));
  if (plugin == nullptr) {
    throw BackendUnavailable("'" + path + "' is no backend: it has no symbol '" + symbol + "'");
  }
  if (plugin->abi != BackendPlugin::current_abi || plugin->make == nullptr) {
    throw BackendUnavailable("backend '" + path + "' was built for another version of the library");
  }
  return plugin->make();
}

}  // namespace mido::detail
