# SPDX-License-Identifier: MIT
# Runs PROGRAM in an empty folder SCRATCH that holds song.mid, a copy of SONG. Passes when it
# succeeds and, where a file OUTPUT exists, prints what is in there.
cmake_minimum_required(VERSION 3.23)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
file(COPY_FILE ${SONG} ${SCRATCH}/song.mid)

execute_process(COMMAND ${PROGRAM} WORKING_DIRECTORY ${SCRATCH}
  RESULT_VARIABLE result OUTPUT_VARIABLE printed)
if(NOT result EQUAL 0)
  message("${printed}")
  message(FATAL_ERROR "failed: ${result}")
endif()
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} expected)
  if(NOT printed STREQUAL expected)
    message("expected:\n${expected}\nprinted:\n${printed}")
    message(FATAL_ERROR "does not print what the page says")
  endif()
endif()
