# find_package(tokenmint 0.1): the version stands in the header and nowhere else.

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../../../include/tokenmint/common.h"
  _tokenmint_lines REGEX "^#define TOKENMINT_VERSION_(MAJOR|MINOR|PATCH) [0-9]+$")
string(REGEX REPLACE "[^0-9;]" "" PACKAGE_VERSION "${_tokenmint_lines}")
string(REPLACE ";" "." PACKAGE_VERSION "${PACKAGE_VERSION}")
unset(_tokenmint_lines)

# Until 1.0 a new minor version may break what the one before it had.
set(PACKAGE_VERSION_COMPATIBLE FALSE)
if(PACKAGE_FIND_VERSION STREQUAL "")
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
elseif(PACKAGE_VERSION VERSION_GREATER_EQUAL PACKAGE_FIND_VERSION)
  string(REGEX MATCH "^(0\\.[0-9]+|[1-9][0-9]*)" _tokenmint_has "${PACKAGE_VERSION}")
  string(REGEX MATCH "^(0\\.[0-9]+|[1-9][0-9]*)" _tokenmint_asked "${PACKAGE_FIND_VERSION}")
  if(PACKAGE_FIND_VERSION STREQUAL "0" OR _tokenmint_has STREQUAL _tokenmint_asked)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
  endif()
  unset(_tokenmint_has)
  unset(_tokenmint_asked)
endif()
if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
