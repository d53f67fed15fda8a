# find_package(tokenmint CONFIG): the target tokenmint::tokenmint.
#
# The same file serves an installation (cargo cinstall) and the prebuilt
# archives, which are in lib/<target of Rust>/ of this prefix. To be set before:
#
#   TOKENMINT_STATIC  ON: the archive, also where there is a shared library.
#   TOKENMINT_TARGET  which prebuilt archive, if the choice by what the C
#                     compiler compiles for is not the right one.
#
# tokenmint::shared and tokenmint::static are there when their files are.

include("${CMAKE_CURRENT_LIST_DIR}/tokenmint-archive.cmake")
get_filename_component(_tokenmint_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(_tokenmint_folders lib lib64)
if(CMAKE_LIBRARY_ARCHITECTURE)
  list(INSERT _tokenmint_folders 0 "lib/${CMAKE_LIBRARY_ARCHITECTURE}")
endif()
set(_tokenmint_target "${TOKENMINT_TARGET}")
set(_tokenmint_why "")
if(NOT _tokenmint_target)
  tokenmint_target(_tokenmint_target _tokenmint_why)
endif()
if(_tokenmint_target)
  list(INSERT _tokenmint_folders 0 "lib/${_tokenmint_target}")
endif()

# The first of some file names in those folders.
macro(_tokenmint_find result)
  unset(${result})
  foreach(_tokenmint_folder IN LISTS _tokenmint_folders)
    foreach(_tokenmint_name IN ITEMS ${ARGN})
      if(NOT ${result} AND EXISTS "${_tokenmint_prefix}/${_tokenmint_folder}/${_tokenmint_name}")
        set(${result} "${_tokenmint_prefix}/${_tokenmint_folder}/${_tokenmint_name}")
      endif()
    endforeach()
  endforeach()
  unset(_tokenmint_folder)
  unset(_tokenmint_name)
endmacro()
_tokenmint_find(_tokenmint_shared libtokenmint.so libtokenmint.dylib)
_tokenmint_find(_tokenmint_static libtokenmint.a)

if(_tokenmint_shared AND NOT TARGET tokenmint::shared)
  add_library(tokenmint::shared SHARED IMPORTED)
  set_target_properties(tokenmint::shared PROPERTIES
    IMPORTED_LOCATION "${_tokenmint_shared}"
    INTERFACE_INCLUDE_DIRECTORIES "${_tokenmint_prefix}/include")
endif()
if(_tokenmint_static AND NOT TARGET tokenmint::static)
  add_library(tokenmint::static STATIC IMPORTED)
  set_target_properties(tokenmint::static PROPERTIES
    IMPORTED_LOCATION "${_tokenmint_static}"
    INTERFACE_INCLUDE_DIRECTORIES "${_tokenmint_prefix}/include")
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    # What Rust's standard library asks for; since glibc 2.34 it is all in libc.
    set_target_properties(tokenmint::static PROPERTIES
      INTERFACE_LINK_LIBRARIES "pthread;dl;m")
  endif()
endif()

if(TARGET tokenmint::shared AND NOT TOKENMINT_STATIC)
  set(_tokenmint_chosen tokenmint::shared)
elseif(TARGET tokenmint::static)
  set(_tokenmint_chosen tokenmint::static)
endif()
if(NOT _tokenmint_chosen)
  set(tokenmint_FOUND FALSE)
  set(tokenmint_NOT_FOUND_MESSAGE
    "${_tokenmint_prefix} has no library that fits. ${_tokenmint_why}. "
    "src/tokenmint_portable.c there is for any other compiler of 32 bits.")
elseif(NOT TARGET tokenmint::tokenmint)
  add_library(tokenmint::tokenmint INTERFACE IMPORTED)
  set_target_properties(tokenmint::tokenmint PROPERTIES
    INTERFACE_LINK_LIBRARIES "${_tokenmint_chosen}")
endif()

unset(_tokenmint_prefix)
unset(_tokenmint_folders)
unset(_tokenmint_target)
unset(_tokenmint_why)
unset(_tokenmint_shared)
unset(_tokenmint_static)
unset(_tokenmint_chosen)
