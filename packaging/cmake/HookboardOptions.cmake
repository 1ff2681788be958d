# hookboard_options: what every target of this project is compiled with.
add_library(hookboard_options INTERFACE)
target_compile_features(hookboard_options INTERFACE cxx_std_20)
target_include_directories(hookboard_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(hookboard_options INTERFACE
  HOOKBOARD_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_CONTEXTLESS_CONNECT
  QT_NO_FOREACH
  QT_STRICT_ITERATORS
  QT_MESSAGELOGCONTEXT)

if(MSVC)
  target_compile_options(hookboard_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
  target_compile_options(hookboard_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused -Wshadow
    -Wimplicit-fallthrough -Wextra-semi -Wsuggest-override
    -fno-strict-aliasing -fstack-protector-strong)
endif()

# A unity build puts several files into one, where GCC takes their unnamed namespaces for those of a header.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(hookboard_options INTERFACE -Wno-subobject-linkage)
endif()

if(HOOKBOARD_SANITIZE)
  target_compile_options(hookboard_options INTERFACE
    -fsanitize=${HOOKBOARD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(hookboard_options INTERFACE -fsanitize=${HOOKBOARD_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # which takes what lies behind a sanitizer's calls for uninitialized
    target_compile_options(hookboard_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
