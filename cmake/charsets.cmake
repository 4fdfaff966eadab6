# SPDX-License-Identifier: MIT
# Libraries for charsets. Of a library that is missing or not wanted (-DMIDO_WITH_ICONV=OFF) the
# source <name>_missing.cpp is compiled, which says so when it is asked for.
option(MIDO_WITH_ICONV "Convert charsets with iconv" ON)
option(MIDO_WITH_UCHARDET "Detect charsets with uchardet" ON)

if(MIDO_WITH_ICONV)
  find_package(Iconv)
endif()
if(MIDO_WITH_UCHARDET AND PKG_CONFIG_FOUND)
  pkg_check_modules(UCHARDET IMPORTED_TARGET GLOBAL uchardet)
endif()

# Takes one of the two sources out of the list.
function(mido_choose_source list name found)
  set(other ${name}_missing)
  if(NOT found)
    set(other ${name})
  endif()
  list(FILTER ${list} EXCLUDE REGEX "/${other}\\.cpp$")
  set(${list} ${${list}} PARENT_SCOPE)
endfunction()

function(mido_link_charsets)
  if(Iconv_FOUND AND NOT Iconv_IS_BUILT_IN)
    target_link_libraries(mido PRIVATE Iconv::Iconv)
    set_property(GLOBAL APPEND PROPERTY mido_linked_packages Iconv)
    set_property(GLOBAL APPEND PROPERTY mido_linked_libraries ${Iconv_LIBRARIES})
  endif()
  if(UCHARDET_FOUND)
    mido_note_module(PkgConfig::UCHARDET)
    target_link_libraries(mido PRIVATE PkgConfig::UCHARDET)
  endif()
endfunction()
