# Targets of the house: one interface target carries the flags, every module is
# a static library newsmill_<m> with the alias newsmill::<m>.

add_library(newsmill_flags INTERFACE)
target_compile_features(newsmill_flags INTERFACE cxx_std_23)
target_include_directories(newsmill_flags INTERFACE "${PROJECT_SOURCE_DIR}/include")
target_compile_options(newsmill_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>
  # GCC 12 reports these falsely on std::variant and std::expected at -O2.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  $<$<BOOL:${NEWSMILL_WERROR}>:-Werror>)

if(NEWSMILL_SANITIZE)
  add_compile_options(-fsanitize=${NEWSMILL_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${NEWSMILL_SANITIZE})
endif()
if(NEWSMILL_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# newsmill_module(<m> SOURCES ... [DEPENDS newsmill::x ...] [PRIVATE lib ...])
function(newsmill_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_library(newsmill_${name} STATIC ${arg_SOURCES})
  add_library(newsmill::${name} ALIAS newsmill_${name})
  target_link_libraries(newsmill_${name}
    PUBLIC newsmill_flags ${arg_DEPENDS}
    PRIVATE ${arg_PRIVATE})
endfunction()

# newsmill_unit_test(<m> SOURCES ... [DEPENDS lib ...])
function(newsmill_unit_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(newsmill_${name}_test ${arg_SOURCES})
  target_link_libraries(newsmill_${name}_test
    PRIVATE newsmill_flags ${arg_DEPENDS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(newsmill_${name}_test PRIVATE
    NEWSMILL_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  gtest_discover_tests(newsmill_${name}_test
    TEST_PREFIX "${name}." PROPERTIES LABELS unit DISCOVERY_TIMEOUT 60)
endfunction()

# newsmill_fuzz_test(<name> SOURCES ... [DEPENDS lib ...])
function(newsmill_fuzz_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(newsmill_${name}_fuzz ${arg_SOURCES})
  target_link_libraries(newsmill_${name}_fuzz PRIVATE newsmill_flags ${arg_DEPENDS})
  target_link_options(newsmill_${name}_fuzz PRIVATE -fsanitize=fuzzer)
endfunction()
