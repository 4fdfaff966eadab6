# SPDX-License-Identifier: MIT
# cmake -D SOURCE=file.cpp -P compile_fail.cmake compiler flags...
# Passes when SOURCE fails to compile as its "// expect: <regex>" line says, and compiles
# with -DMIDO_CONTROL.
cmake_minimum_required(VERSION 3.23)
set(ENV{LC_ALL} C)

set(compile "")
foreach(i RANGE 5 ${CMAKE_ARGC})
  list(APPEND compile ${CMAKE_ARGV${i}})
endforeach()

file(READ ${SOURCE} text)
if(NOT text MATCHES "// expect: ([^\n]+)")
  message(FATAL_ERROR "${SOURCE} has no line \"// expect: <regex>\"")
endif()
set(expected "${CMAKE_MATCH_1}")

execute_process(COMMAND ${compile} -DMIDO_CONTROL ${SOURCE}
  RESULT_VARIABLE result ERROR_VARIABLE errors)
if(NOT result EQUAL 0)
  message("${errors}")
  message(FATAL_ERROR "fails even with MIDO_CONTROL")
endif()

execute_process(COMMAND ${compile} ${SOURCE} RESULT_VARIABLE result ERROR_VARIABLE errors)
if(result EQUAL 0)
  message(FATAL_ERROR "compiles, but must not")
endif()
if(NOT errors MATCHES "${expected}")
  message("${errors}")
  message(FATAL_ERROR "fails without a diagnostic that matches \"${expected}\"")
endif()
