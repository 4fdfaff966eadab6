# SPDX-License-Identifier: MIT
# A backend is one folder under backends/ and is named nowhere else. Its CMakeLists.txt says either
#
#   mido_add_backend(NAME jack PRIORITY 5 LINK PkgConfig::JACK)
#   mido_backend_missing(NAME jack PRIORITY 5 REASON "libjack not found at build time")
#
# and one of its sources defines mido::detail::make_jack_driver(). Both kinds are listed in the
# generated registry, higher priority first, so that a backend that was not built can say why.
# -DMIDO_BACKEND_JACK=OFF leaves the folder out.

# Compiles the folder's sources into the library. They may link pkg-config modules (LINK), and by
# their bare names libraries that have none (LIBRARIES): a static library passes them on to its
# users, and the installed package has to find them again.
function(mido_add_backend)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;PRIORITY" "LINK;LIBRARIES")
  foreach(target IN LISTS arg_LINK)
    mido_note_module(${target})
  endforeach()

  # Objects of their own, so that no flag of a system's library reaches the rest of the code.
  set(objects mido_backend_${arg_NAME})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  add_library(${objects} OBJECT ${sources})
  if(BUILD_SHARED_LIBS)
    set_target_properties(${objects} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  endif()
  target_compile_features(${objects} PRIVATE cxx_std_20)
  target_include_directories(${objects} PRIVATE $<TARGET_PROPERTY:mido,INCLUDE_DIRECTORIES>)
  target_link_libraries(${objects} PRIVATE mido_warnings ${arg_LINK})
  target_sources(mido PRIVATE $<TARGET_OBJECTS:${objects}>)
  list(TRANSFORM arg_LINK REPLACE ".+" "$<LINK_ONLY:\\0>")
  target_link_libraries(mido PRIVATE ${arg_LINK} ${arg_LIBRARIES})
  list(TRANSFORM arg_LIBRARIES PREPEND -l)
  set_property(GLOBAL APPEND PROPERTY mido_linked_libraries ${arg_LIBRARIES})
  mido_register_backend(${arg_NAME} ${arg_PRIORITY} "&make_${arg_NAME}_driver" "")
endfunction()

# Lists a backend that cannot be built here, and why.
function(mido_backend_missing)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;PRIORITY;REASON" "")
  message(STATUS "No ${arg_NAME} backend: ${arg_REASON}")
  mido_register_backend(${arg_NAME} ${arg_PRIORITY} nullptr "${arg_REASON}")
endfunction()

function(mido_register_backend name priority make reason)
  math(EXPR rank "1000 - (${priority})")
  set_property(GLOBAL APPEND PROPERTY mido_backends "${rank} ${name}")
  set_property(GLOBAL PROPERTY mido_backend_${name}
    "{.name = \"${name}\", .make = ${make}, .missing = \"${reason}\"},")
  if(NOT make STREQUAL "nullptr")
    set_property(GLOBAL APPEND_STRING PROPERTY mido_backend_makers
      "std::unique_ptr<Driver> make_${name}_driver();\n")
  endif()
endfunction()

# Adds every folder, then writes the registry that the library is compiled with.
function(mido_add_all_backends)
  file(GLOB lists CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/backends/*/CMakeLists.txt)
  foreach(list IN LISTS lists)
    cmake_path(GET list PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    string(TOUPPER MIDO_BACKEND_${name} switch)
    option(${switch} "Build the ${name} backend" ON)
    if(${switch})
      add_subdirectory(${folder})
    else()
      mido_backend_missing(NAME ${name} PRIORITY 0
        REASON "turned off at build time (${switch}=OFF)")
    endif()
  endforeach()

  get_property(makers GLOBAL PROPERTY mido_backend_makers)
  get_property(backends GLOBAL PROPERTY mido_backends)
  list(SORT backends COMPARE NATURAL)
  set(entries "")
  foreach(backend IN LISTS backends)
    string(REGEX REPLACE "^.* " "" name ${backend})
    get_property(entry GLOBAL PROPERTY mido_backend_${name})
    string(APPEND entries "\n      ${entry}")
  endforeach()
  configure_file(${PROJECT_SOURCE_DIR}/cmake/backend_registry.cpp.in
    ${PROJECT_BINARY_DIR}/generated/backend_registry.cpp @ONLY)
endfunction()
