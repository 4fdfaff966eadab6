// SPDX-License-Identifier: MIT
#if __has_include(<poll.h>)

#include <gtest/gtest.h>
#include <poll.h>

#include <thread>

#include "mido/ports/ready_descriptor.hpp"
#include "support/hand_fed_input.hpp"

namespace mido {
namespace {

using testing::HandFedInput;

bool is_readable(const ReadyDescriptor& ready, int milliseconds = 0) {
  pollfd look{.fd = ready.descriptor(), .events = POLLIN, .revents = 0};
  return ::poll(&look, 1, milliseconds) == 1;
}

TEST(ReadyDescriptor, IsReadableWhenAMessageComes) {
  HandFedInput hand;
  ReadyDescriptor ready(hand.port);
  EXPECT_FALSE(is_readable(ready));
  for (int i = 0; i < 3; ++i) {
    hand.write({0xFA});
    EXPECT_TRUE(is_readable(ready));
  }
  ready.clear();
  EXPECT_FALSE(is_readable(ready));
  hand.write({0xFA});
  EXPECT_TRUE(is_readable(ready));
}

TEST(ReadyDescriptor, IsReadableAtOnceWhenAMessageWaits) {
  HandFedInput hand;
  hand.write({0xFA});
  EXPECT_TRUE(is_readable(ReadyDescriptor(hand.port)));
}

TEST(ReadyDescriptor, IsReadableWhenThePortCloses) {
  HandFedInput hand;
  ReadyDescriptor ready(hand.port);
  hand.port.close();
  EXPECT_TRUE(is_readable(ready));
}

TEST(ReadyDescriptor, MissesNothingWhenItIsClearedBeforeTheMessagesAreTaken) {
  constexpr int count = 20000;
  HandFedInput hand;
  ReadyDescriptor ready(hand.port);
  std::jthread player([&] {
    for (int i = 0; i < count; ++i) hand.write({0xFA});
  });
  int heard = 0;
  while (heard < count) {
    ASSERT_TRUE(is_readable(ready, 10000)) << heard;
    ready.clear();
    for (const Received& message : hand.port.iter_pending()) {
      (void)message;
      ++heard;
    }
  }
}

}  // namespace
}  // namespace mido

#endif
