// SPDX-License-Identifier: MIT
#include "ports/port_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mido/ports/errors.hpp"

namespace mido::detail {
namespace {

const std::vector<PortInfo>& ports() {
  static const std::vector<PortInfo> list{{"Midi Through:Midi Through Port-0 14:0", true, true},
                                          {"SH-201:SH-201 MIDI 1 20:0", true, true},
                                          {"SH-201:SH-201 MIDI 1 24:0", true, true},
                                          {"Piano", true, true},
                                          {"piano", true, true},
                                          {"Piano 2", true, true}};
  return list;
}

std::string resolved(std::string_view wanted) {
  try {
    return resolve_port_name(wanted, "output", ports());
  } catch (const PortNotFound& error) {
    return error.what();
  }
}

TEST(PortNames, AreTakenAsTheyAre) {
  EXPECT_EQ(resolved("Piano"), "Piano");
  EXPECT_EQ(resolved("piano"), "piano");
  EXPECT_EQ(resolved("SH-201:SH-201 MIDI 1 24:0"), "SH-201:SH-201 MIDI 1 24:0");
}

TEST(PortNames, MayBeGivenInPartWhereThatIsClear) {
  EXPECT_EQ(resolved("through"), "Midi Through:Midi Through Port-0 14:0");
  EXPECT_EQ(resolved("24:0"), "SH-201:SH-201 MIDI 1 24:0");
  EXPECT_EQ(resolved("PIANO 2"), "Piano 2");
}

TEST(PortNames, NameAllThatCouldBeMeant) {
  EXPECT_EQ(resolved("sh-201"),
            "'sh-201' could be any of the output ports 'SH-201:SH-201 MIDI 1 20:0', "
            "'SH-201:SH-201 MIDI 1 24:0'");
  EXPECT_EQ(resolved("PIANO"), "'PIANO' could be any of the output ports 'Piano', 'piano'");
}

TEST(PortNames, SuggestTheNearestWhenThereIsNone) {
  const std::string error = resolved("Piani 2");
  EXPECT_TRUE(
      error.starts_with("no output port 'Piani 2'; did you mean 'Piano 2'? There are: "
                        "'Midi Through:Midi Through Port-0 14:0', "))
      << error;
  EXPECT_TRUE(resolved("Trumpet").starts_with("no output port 'Trumpet'; there are: "));
}

}  // namespace
}  // namespace mido::detail
