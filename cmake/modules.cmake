# SPDX-License-Identifier: MIT
# What the library links through pkg-config. A static library passes it on to its users, so the
# installed package has to find it again.
find_package(PkgConfig QUIET)

# Notes the imported target of one pkg-config module for the installed package.
function(mido_note_module target)
  string(REGEX REPLACE "^PkgConfig::" "" prefix ${target})
  if(NOT ${prefix}_MODULE_NAME)
    message(FATAL_ERROR "${target} is not the imported target of one pkg-config module")
  endif()
  set_property(GLOBAL APPEND PROPERTY mido_linked_modules ${prefix} ${${prefix}_MODULE_NAME})
endfunction()
