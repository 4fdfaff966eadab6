// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <iterator>

#include "cli/pager.hpp"
#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

namespace mido::cli {
namespace {

using mido::testing::ScopedVariable;
using mido::testing::TemporaryFolder;

TEST(Pager, GetsTheWholeText) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "shown";
  const ScopedVariable pager("PAGER", ("cat > '" + path.string() + "'").c_str());
  const std::string text(300000, 'x');
  show_in_pager(text);
  std::ifstream shown(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(shown), {}), text);
}

TEST(Pager, MayBeLeftBeforeTheEnd) {
  const auto old = ::signal(SIGPIPE, SIG_IGN);  // as the program does
  const ScopedVariable pager("PAGER", "true");
  show_in_pager(std::string(300000, 'x'));
  ::signal(SIGPIPE, old);
}

}  // namespace
}  // namespace mido::cli
