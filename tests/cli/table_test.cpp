// SPDX-License-Identifier: MIT
#include "cli/table.hpp"

#include <gtest/gtest.h>

namespace mido::cli {
namespace {

TEST(Table, LinesUpItsColumnsByWhatTheyLookLike) {
  Table table({">n", "name", ""});
  table.add({"1", "Müsette", "a"});
  table.add({"10", "三味線", "b"});
  table.add({"2", "", ""});
  EXPECT_EQ(table.text("  "),
            "   n  name\n"
            "   1  Müsette  a\n"
            "  10  三味線   b\n"
            "   2\n");
}

}  // namespace
}  // namespace mido::cli
