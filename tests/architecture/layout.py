"""What the repository looks like, as data: the one place to change it."""

# The modules, ground floor first, and what each may include besides itself.
# Everyone may use `base`. The list is exact: using a module does not bring
# along what that one uses.
PURE = ["json", "model", "charset", "html", "input", "extract", "dedup",
        "output"]

MAY_USE = {
    "base": [],
    "json": [],
    "model": [],
    "charset": [],
    "html": [],
    "input": ["json", "model", "charset"],
    "extract": ["model", "html", "json"],
    "dedup": ["model"],
    "output": ["model", "json"],
    "pipeline": PURE,
    "kafka": ["pipeline", "model", "dedup", "output"],
    "telemetry": ["pipeline", "model", "dedup"],
    "files": ["pipeline", "model", "json"],
    "logging": ["pipeline", "model", "dedup", "json"],
    "config": [],  # and every module's options, see OPTIONS_READERS
    "app": PURE + ["pipeline", "kafka", "telemetry", "files", "logging",
                   "config"],
}

# The parts of `extract`, ground floor first, and what each may include of the
# others, as "extract/PART/NAME.h". The files beside the folders may use all.
EXTRACT_PARTS = {
    "text": [],
    "lexicon": ["text"],
    "dates": ["text", "lexicon"],
    "bylines": ["text", "lexicon"],
    "metadata": ["text", "lexicon", "dates", "bylines"],
    "body": ["text", "lexicon", "dates"],
    "plain": ["text", "lexicon", "dates", "bylines"],
    "items": ["text", "lexicon", "dates", "bylines", "metadata", "body"],
}

# Folders beside the modules in src/ that hold no C++.
NOT_MODULES = ["cmake"]

# May include any module's `options.h` or `*_options.h`, and link it for that.
OPTIONS_READERS = ["config"]

# Libraries that one module hides from the others: the start of the include,
# the only module that may name it, whether its public headers may too.
HIDDEN_LIBRARIES = [
    ("librdkafka/", "kafka", False),
    ("rapidjson/", "json", True),
    ("prometheus/", "telemetry", False),
    ("yaml-cpp/", "config", True),
    ("CLI/", "app", True),
    ("spdlog/", "logging", False),
    ("libxml/", "input", False),
]

# Who may include <thread>.
THREAD_USERS = ["app", "kafka", "pipeline", "telemetry", "base"]

# Headers that the pure modules do without: no thread, no lock, no log line.
IMPURE_HEADERS = [
    "thread", "stop_token", "mutex", "shared_mutex", "condition_variable",
    "future", "semaphore", "latch", "barrier", "spdlog/", "iostream",
    "newsmill/base/clock.h", "newsmill/base/mutex.h",
]

# The one place in the tests that may sleep: polling with a deadline.
MAY_SLEEP = {
    "tests/checker/newsmill_checker/waiting.py": "polls for all tests",
    "tests/integration/waiting.py": "lets an injected fault last",
    "tests/support/faulty_worker.cc": "is slow when it is told to",
}
# Tests in which the length of a fault is what is drawn or tested.
MAY_HOLD = [
    "tests/integration/test_broker_schedule.py",
    "tests/integration/test_leaders.py",
    "tests/integration/test_schedule.py",
]

# Folders of which every source has a test of its name, as
# tests/extract/text/tokens_test.cc for src/extract/text/tokens.cc.
TESTED_BY_NAME = ["src/extract"]

MAX_SOURCE_LINES = 500
# Tables made by a program may be longer. The name says that they are tables.
GENERATED_SOURCES = ["src/*/*_table.cc", "src/*/*_table.h", "src/*/*_table.inc"]

TOP_LEVEL = [
    "CMakeLists.txt", "CMakePresets.json", "src", "include", "deploy", "tests",
    "dashboards", "config", "script", "docs", "README.md", "CHANGELOG.md",
    "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "NOTICE", "findings",
]
# Made by a build or an editor, and ignored by git.
UNTRACKED_TOP_LEVEL = ["build", "CMakeUserPresets.json",
                       "compile_commands.json"]
