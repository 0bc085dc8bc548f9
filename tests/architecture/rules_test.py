"""Each rule notices a planted breach and lets its neighbour pass."""

import pathlib
import sys
import tempfile
import unittest

import layout
import rules

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "script"))
import check_text  # noqa: E402  (found by the line above)


class RulesTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def put(self, name, text=""):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def assert_breach(self, rule, *parts):
        """Exactly one breach, whose sentence holds these parts."""
        breaches = list(rule(self.root))
        self.assertEqual(1, len(breaches), breaches)
        for part in parts:
            self.assertIn(part, breaches[0])

    def assert_clean(self, rule):
        self.assertEqual([], list(rule(self.root)))

    def test_an_empty_tree_is_fine(self):
        for rule in rules.ALL:
            self.assert_clean(rule)

    def test_the_table_names_only_its_own_modules(self):
        for module, others in layout.MAY_USE.items():
            self.assertNotIn(module, others)
            self.assertLessEqual(set(others), set(layout.MAY_USE))

    def test_notices_an_unknown_module(self):
        self.put("src/dedup/index.cc")
        self.put("src/util/strings.cc")
        self.assert_breach(rules.only_known_modules, "src/util")

    def test_notices_an_include_down_the_table(self):
        self.put("src/input/feed.cc", '#include "newsmill/json/reader.h"\n'
                                      '#include "newsmill/base/check.h"\n'
                                      '#include "newsmill/input/input.h"\n')
        self.put("include/newsmill/input/input.h",
                 '#include "newsmill/output/record.h"\n')
        self.assert_breach(rules.includes_point_up_the_table,
                           "include/newsmill/input/input.h", "output")

    def test_using_a_module_does_not_bring_what_that_one_uses(self):
        self.put("src/kafka/source.cc", '#include "newsmill/input/input.h"\n')
        self.assert_breach(rules.includes_point_up_the_table, "src/kafka")

    def test_a_test_keeps_its_modules_rule(self):
        self.put("tests/dedup/index_test.cc",
                 '#include "newsmill/extract/extract.h"\n')
        self.put("tests/integration/all_test.cc",
                 '#include "newsmill/extract/extract.h"\n')
        self.assert_breach(rules.includes_point_up_the_table, "tests/dedup")

    def test_an_include_in_a_comment_is_none(self):
        self.put("src/dedup/a.cc", '// #include "newsmill/kafka/sink.h"\n'
                                   '/*\n#include "newsmill/kafka/sink.h"\n*/\n')
        self.assert_clean(rules.includes_point_up_the_table)

    def test_config_reads_options_and_nothing_else(self):
        self.put("src/config/load.cc", '#include "newsmill/dedup/options.h"\n'
                                       '#include "newsmill/dedup/index.h"\n')
        self.assert_breach(rules.includes_point_up_the_table, "dedup/index.h")

    def test_notices_another_modules_private_header(self):
        self.put("src/extract/body.cc", '#include "src/html/arena.h"\n'
                                        '#include "src/extract/score.h"\n')
        self.assert_breach(rules.private_headers_stay_private, "arena.h")

    def test_notices_a_private_header_without_its_prefix(self):
        self.put("tests/extract/body_test.cc", '#include "html/arena.h"\n'
                                               '#include "extract/score.h"\n'
                                               '#include "zstd/zstd.h"\n')
        self.assert_breach(rules.private_headers_stay_private, "arena.h")

    def test_notices_a_private_header_in_a_public_one(self):
        self.put("include/newsmill/html/html.h", '#include "src/html/a.h"\n')
        self.assert_breach(rules.private_headers_stay_private, "src/html/a.h")

    def test_notices_a_relative_include(self):
        self.put("src/extract/body.cc", '#include "../html/arena.h"\n')
        self.assert_breach(rules.private_headers_stay_private, "relative")

    def test_notices_an_include_down_the_table_of_extract(self):
        self.put("src/extract/text/words.cc",
                 '#include "extract/body/outline.h"\n')
        self.put("src/extract/body/kind.cc",
                 '#include "extract/text/words.h"\n#include "outline.h"\n')
        self.put("src/extract/extract.cc", '#include "extract/body/kind.h"\n')
        self.assert_breach(rules.extract_parts_point_up_their_table,
                           "text/words.cc", "body/outline.h")

    def test_notices_an_unknown_part_of_extract(self):
        self.put("src/extract/util/strings.cc", "")
        self.assert_breach(rules.extract_parts_point_up_their_table, "util")

    def test_notices_another_parts_namespace_in_extract(self):
        self.put("src/extract/dates/clock.h",
                 "namespace newsmill::extract::text {\n}\n")
        self.assert_breach(rules.extract_parts_point_up_their_table, "clock.h")

    def test_notices_a_link_down_the_table_of_extract(self):
        self.put("src/extract/dates/CMakeLists.txt",
                 "newsmill_module(extract_dates DEPENDS"
                 " newsmill::extract_text newsmill::extract_body)\n")
        self.assert_breach(rules.extract_parts_point_up_their_table,
                           "links body")

    def test_tests_share_only_support(self):
        self.put("tests/dedup/index_test.cc",
                 '#include "tests/support/article.h"\n'
                 '#include "tests/pipeline/fakes.h"\n')
        self.assert_breach(rules.private_headers_stay_private, "pipeline/fakes")

    def test_notices_a_library_outside_its_module(self):
        for library in ("librdkafka/rdkafka.h", "rapidjson/reader.h",
                        "prometheus/registry.h"):
            with self.subTest(library):
                self.put("src/app/run.cc", f"#include <{library}>\n")
                self.assert_breach(rules.libraries_stay_hidden, library)

    def test_lets_the_owner_include_its_library(self):
        self.put("src/kafka/source.cc", "#include <librdkafka/rdkafka.h>\n")
        self.put("src/json/reader.cc", "#include <rapidjson/reader.h>\n")
        self.assert_clean(rules.libraries_stay_hidden)

    def test_notices_rdkafka_in_a_public_header(self):
        self.put("include/newsmill/kafka/source.h",
                 "#include <librdkafka/rdkafka.h>\n")
        self.assert_breach(rules.libraries_stay_hidden, "public header")

    def test_notices_a_link_down_the_table(self):
        self.put("src/dedup/CMakeLists.txt",
                 "target_link_libraries(newsmill_dedup\n"
                 "  PUBLIC newsmill::model newsmill::base  # newsmill::app\n"
                 "  PRIVATE newsmill::warnings newsmill::extract xxhash)\n")
        self.assert_breach(rules.targets_link_up_the_table, "newsmill::extract")

    def test_notices_a_link_by_the_targets_own_name(self):
        self.put("src/html/CMakeLists.txt",
                 "target_link_libraries(newsmill_html PUBLIC newsmill_json)\n")
        self.assert_breach(rules.targets_link_up_the_table, "newsmill_json")

    def test_notices_a_link_by_the_houses_commands(self):
        for folder, command in (("src", "newsmill_module"),
                                ("tests", "newsmill_unit_test")):
            with self.subTest(command):
                name = f"{folder}/html/CMakeLists.txt"
                self.put(name, f"{command}(html SOURCES a.cc DEPENDS\n"
                               "  newsmill::html newsmill::json)\n")
                self.assert_breach(rules.targets_link_up_the_table, name)
                (self.root / name).unlink()

    def test_notices_a_header_without_guard(self):
        self.put("include/newsmill/html/html.h",
                 "// Turns bytes of HTML into a tree.\nint x;\n")
        self.assert_breach(rules.public_headers_say_what_they_are, "pragma")

    def test_notices_a_header_without_purpose(self):
        self.put("include/newsmill/html/a.h",
                 "#pragma once\n// Turns bytes of HTML into a tree.\n")
        self.put("include/newsmill/html/b.h", "#pragma once\n#include <span>\n"
                                              "// Turns bytes into a tree.\n")
        self.assert_breach(rules.public_headers_say_what_they_are, "b.h")

    def test_takes_a_classic_guard(self):
        self.put("include/newsmill/html/a.h",
                 "/// Turns bytes of HTML into a tree.\n\n"
                 "#ifndef A_H_\n#define A_H_\n#endif\n")
        self.assert_clean(rules.public_headers_say_what_they_are)

    def test_notices_a_thread_in_the_wrong_module(self):
        self.put("src/config/load.cc", "#include <thread>\n")
        self.put("src/pipeline/workers.cc", "#include <thread>\n")
        self.assert_breach(rules.threads_stay_where_they_belong, "src/config")

    def test_notices_what_a_pure_module_does_without(self):
        for line in ("#include <mutex>", "#include <spdlog/spdlog.h>",
                     '#include "newsmill/base/clock.h"',
                     "auto t = std::chrono::steady_clock::now();",
                     "auto t = time(nullptr);"):
            with self.subTest(line):
                self.put("src/dedup/index.cc", line + "\n")
                self.assert_breach(rules.pure_modules_stay_pure, "src/dedup")

    def test_a_pure_module_may_speak_of_clocks(self):
        self.put("src/dedup/index.cc", "// never a steady_clock\n"
                                       'auto s = "system_clock";\n'
                                       "std::chrono::seconds window;\n")
        self.assert_clean(rules.pure_modules_stay_pure)

    def test_notices_a_sleeping_test(self):
        for name, line in (
                ("tests/a/a_test.cc", "std::this_thread::sleep_for(1s);"),
                ("tests/a/a_test.cc", "usleep(10);"),
                ("tests/a/a_test.cc", "poll(nullptr, 0, 1000);"),
                ("tests/a/a_test.cc", "select(0, nullptr, nullptr, nullptr, &t);"),
                ("tests/a/a_test.py", "time.sleep(1)"),
                ("tests/a/a_test.py", "select.select([], [], [], 1)"),
                ("tests/a/a_test.py", "threading.Event().wait(1)"),
                ("tests/a/a_test.py", "subprocess.run(['sleep', '1'])"),
                ("tests/a/a_test.py", "hold(1)"),
                ("tests/a/a.sh", "sleep 1")):
            with self.subTest(line):
                self.put(name, line + "\n")
                self.assert_breach(rules.tests_never_sleep, name)
                (self.root / name).unlink()

    def test_a_test_may_speak_of_sleep(self):
        self.put("tests/a/a_test.cc", "// instead of sleep_for\n"
                                      "int no_sleep(int sleepers);\n")
        self.put("tests/a/a_test.py", "# not time.sleep(1)\n"
                                      "stop.wait(1)\n"
                                      "select.select([pipe], [], [], 1)\n"
                                      "lock.hold(1)\n")
        self.put("tests/integration/test_schedule.py", "hold(1)\n")
        self.assert_clean(rules.tests_never_sleep)

    def test_notices_a_header_without_its_integers(self):
        self.put("src/input/a.h", "enum class Part : uint8_t { kText };\n")
        self.put("src/input/b.h", "#include <cstdint>\nuint8_t b;\n")
        self.put("src/input/c.h", "// uint8_t\n")
        self.assert_breach(rules.headers_include_their_integers, "src/input/a.h")

    def test_notices_a_source_without_a_test(self):
        self.put("src/extract/text/tokens.cc")
        self.put("src/extract/text/tokens.h")
        self.put("src/extract/dates/dates.cc")
        self.put("tests/extract/dates/dates_test.cc")
        self.assert_breach(rules.sources_have_tests_of_their_name,
                           "src/extract/text/tokens.cc",
                           "tests/extract/text/tokens_test.cc")

    def test_notices_a_long_source(self):
        self.put("src/html/parse.cc", "\n" * 501)
        self.put("src/html/entity_table.cc", "\n" * 5000)
        self.put("src/html/tree.cc", "\n" * 500)
        self.assert_breach(rules.sources_stay_short, "parse.cc")

    def test_notices_a_stranger_at_the_top(self):
        self.put("README.md")
        self.put(".clang-format")
        self.put("scratch/x.py")
        self.assert_breach(rules.top_level_is_known, "scratch")

    def test_an_error_names_a_test_that_exists(self):
        rows = ["| `it broke` | why | do | 1 | - | `test_it.py::test_breaks` |",
                "| `or that` | why | do | 2 | - | `ThatTest.Breaks` |"]
        self.put("docs/operations.md", "\n## Errors and what to do\n" + "\n".join(rows))
        self.put("tests/it/test_it.py", "def test_breaks():\n")
        self.assert_breach(rules.errors_have_tests, "ThatTest.Breaks")

        self.put("tests/it/that_test.cc", "TEST_F(ThatTest, Breaks) {}")
        self.assert_clean(rules.errors_have_tests)


class TextRulesTest(unittest.TestCase):
    """The rules of script/check_text.py, which the lint runs."""

    def assert_breach(self, content, *, name="docs/a.md"):
        self.assertEqual(
            1, len(list(check_text.breaches_in(name, content))), content)

    def test_notices_each_kind_of_breach(self):
        for content in (b"trailing \n", b"no newline", b"\xff\xfe\n",
                        b"// TO" b"DO: later\n", b"see /ho" b"me/x/y\n",
                        b"pip install --index" b"-url=x\n", b"a\r\n"):
            with self.subTest(content):
                self.assert_breach(content)
        self.assert_breach(b"{,}\n", name="config/a.json")

    def test_lets_ordinary_text_pass(self):
        for content in (b"", b"plain\n", b"build/root/x and a/home/b\n",
                        b"\x00\xff "):
            self.assertEqual(
                [], list(check_text.breaches_in("a.md", content)))


if __name__ == "__main__":
    unittest.main()
