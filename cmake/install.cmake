# SPDX-License-Identifier: MIT
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mido)
set(package_files ${PROJECT_BINARY_DIR}/package)

# A static library leaves linking what it needs to its users; a shared one does not.
set(find_modules "")
set(libraries -lmido ${CMAKE_THREAD_LIBS_INIT})
get_target_property(type mido TYPE)
if(type STREQUAL "STATIC_LIBRARY")
  get_property(packages GLOBAL PROPERTY mido_linked_packages)
  foreach(package IN LISTS packages)
    string(APPEND find_modules "find_dependency(${package})\n")
  endforeach()
  get_property(linked GLOBAL PROPERTY mido_linked_libraries)
  list(APPEND libraries ${linked})
  get_property(modules GLOBAL PROPERTY mido_linked_modules)
  while(modules)
    list(POP_FRONT modules prefix module)
    string(APPEND find_modules "mido_find_module(${prefix} ${module})\n")
    list(APPEND libraries ${${prefix}_LDFLAGS})
  endwhile()
endif()

install(TARGETS mido EXPORT mido-targets FILE_SET HEADERS)
install(EXPORT mido-targets NAMESPACE mido:: DESTINATION ${package_dir})
configure_package_config_file(cmake/mido-config.cmake.in ${package_files}/mido-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${package_files}/mido-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${package_files}/mido-config.cmake ${package_files}/mido-config-version.cmake
  DESTINATION ${package_dir})

# Paths in mido.pc start at the file itself, so that the installed tree can be moved.
file(RELATIVE_PATH prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
list(JOIN libraries " " libraries)
configure_file(cmake/mido.pc.in ${package_files}/mido.pc @ONLY)
install(FILES ${package_files}/mido.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES LICENSE TYPE DOC)
file(GLOB pages CONFIGURE_DEPENDS man/*.1)
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
if(EXISTS ${PROJECT_SOURCE_DIR}/completions/mido.bash)
  install(FILES completions/mido.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME mido)
endif()
