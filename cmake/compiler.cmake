# SPDX-License-Identifier: MIT
# How our own code is compiled. Nothing here reaches the users of the library.
set(CMAKE_CXX_EXTENSIONS OFF)

if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(MIDO_CCACHE ccache)
  mark_as_advanced(MIDO_CCACHE)
  if(MIDO_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MIDO_CCACHE})
  endif()
endif()

add_library(mido_warnings INTERFACE)
if(MSVC)
  target_compile_options(mido_warnings INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${MIDO_WERROR}>:/WX>)
else()
  target_compile_options(mido_warnings INTERFACE
    -Wall -Wextra -Wpedantic
    -Wconversion -Wsign-conversion -Wold-style-cast
    -Wshadow -Wextra-semi -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${MIDO_WERROR}>:-Werror>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC follows values through the standard library and sees faults there that are none, in
  # std::variant, std::string and std::swap; the sanitizers and clang-tidy look for the real ones.
  target_compile_options(mido_warnings INTERFACE
    -Wduplicated-cond -Wlogical-op
    -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(mido_warnings INTERFACE -Wnull-dereference)
endif()
