# SPDX-License-Identifier: MIT
# Tests of the jack backend once more, with PipeWire's libjack and a PipeWire server.
find_program(MIDO_PIPEWIRE pipewire)
find_library(MIDO_PIPEWIRE_JACK NAMES libjack.so.0 NO_DEFAULT_PATH
  PATHS /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE} /usr/lib64 /usr/lib PATH_SUFFIXES pipewire-0.3/jack)
if(NOT MIDO_PIPEWIRE OR NOT MIDO_PIPEWIRE_JACK)
  message(STATUS "No tests of the jack backend on PipeWire: it is not installed")
  return()
endif()
# What a sanitizer would say of PipeWire's library is for others to mend.
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  message(STATUS "No tests of the jack backend on PipeWire under a sanitizer")
  return()
endif()
cmake_path(GET MIDO_PIPEWIRE_JACK PARENT_PATH folder)

set(tests "*/jack:Jack.*:JackPeers.*:JackPrograms.*:JackStream.*")
# Of JACK's own: limits of names, the order of ports, lists of them that are never a moment old, the
# server's end, what it counts as lost. And eight megabytes take too long in cycles of that length.
string(JOIN ":" except
  Jack.NamesItsVirtualPortsButNotThoseThatConnectToAnother
  Jack.NumbersClientsOfTheSameName Jack.RefusesNamesThatAreTooLong Jack.HasNoProblemWhileAServerRuns
  Jack.PrintsNothingWhenThereIsNoServer JackPrograms.LeaveWhatTheyRecordedWhenTheyAreKilled
  JackStream.CountsWhatJackLosesOfSeveralPorts
  JackStream.SaysWhenThereIsNoRoomAndWaitsUntilThereIs)
gtest_discover_tests(mido_tests NO_PRETTY_VALUES TEST_FILTER "${tests}-${except}"
  TEST_PREFIX "pipewire." TEST_LIST mido_tests_on_pipewire DISCOVERY_MODE PRE_TEST
  DISCOVERY_TIMEOUT 120
  PROPERTIES TIMEOUT 120 RUN_SERIAL TRUE
    ENVIRONMENT LD_LIBRARY_PATH=${folder})
