// SPDX-License-Identifier: MIT
#include "ports/plugin.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "mido/ports/backend.hpp"
#include "support/environment.hpp"

namespace mido {
namespace {

std::string error_of(const std::string& path) {
  try {
    (void)Backend(path);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Plugin, IsABackendLikeAnyOther) {
  const testing::ScopedVariable variable("MIDO_BACKEND", MIDO_TICKER);
  const Backend backend;
  EXPECT_EQ(backend.get_input_names(), std::vector<std::string>{"Ticker"});
  auto input = backend.open_input("tick");
  EXPECT_EQ(input.receive(std::chrono::seconds(10)).value().type(), "clock");
  EXPECT_THROW((void)backend.open_output("x"), PortNotFound);
}

TEST(Plugin, IsLoadedOnce) {
  EXPECT_EQ(detail::load_driver(MIDO_TICKER)->ports("").size(), 1U);
  EXPECT_EQ(Backend(MIDO_TICKER).name(), MIDO_TICKER);
}

TEST(Plugin, SaysWhyItCannotBeLoaded) {
  EXPECT_TRUE(error_of("./nothing.so").starts_with("backend './nothing.so' cannot be loaded: "));
  EXPECT_EQ(error_of(MIDO_NO_PLUGIN),
            "'" + std::string(MIDO_NO_PLUGIN) + "' is no backend: it has no symbol 'mido_backend'");
}

TEST(Plugin, IsRefusedWhenItIsOfAnotherVersion) {
  EXPECT_EQ(error_of(MIDO_OLD_PLUGIN), "backend '" + std::string(MIDO_OLD_PLUGIN) +
                                           "' was built for another version of the library");
}

}  // namespace
}  // namespace mido
