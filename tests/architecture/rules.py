"""The rules. Each takes the repository's root and yields its breaches as
sentences that name the file; a tree in which modules are missing is fine."""

import fnmatch
import pathlib
import re

import layout

CXX_SUFFIXES = {".h", ".cc", ".inc"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.M)
COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"'
    r"|\"(?:\\.|[^\"\\\n])*\"|(?<![0-9A-Za-z])'(?:\\.|[^'\\\n])+'", re.S)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


class Source:
    """A file, with its place in the tree."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8", errors="replace")

    @property
    def tree(self):
        """`include`, `src` or `tests`."""
        return self.name.split("/")[0]

    @property
    def module(self):
        """The folder that says which module it belongs to, if any."""
        parts = self.name.split("/")[:-1]
        if parts[:2] == ["include", "newsmill"]:
            parts = parts[1:]
        return parts[1] if len(parts) > 1 else None

    @property
    def includes(self):
        return INCLUDE.findall(COMMENT.sub(" ", self.text))

    @property
    def code(self):
        """The text without comments and without the contents of strings."""
        return COMMENT_OR_STRING.sub(" ", self.text)


def _files(root, *folders, suffixes=None):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and (not suffixes or path.suffix in suffixes):
                if "tests/data/" not in path.as_posix():
                    yield path


def _cxx(root, *folders):
    for path in _files(root, *folders, suffixes=CXX_SUFFIXES):
        yield Source(root, path)


def _allowed_modules(module):
    return {module, "base", *layout.MAY_USE[module]}


def _is_options_header(include):
    return include.endswith("/options.h") or include.endswith("_options.h")


def only_known_modules(root):
    for folder in ("src", "include/newsmill"):
        if (root / folder).is_dir():
            for path in sorted((root / folder).iterdir()):
                if (path.is_dir() and path.name not in layout.MAY_USE
                        and path.name not in layout.NOT_MODULES):
                    yield f"{folder}/{path.name}: not a module of layout.py"


def includes_point_up_the_table(root):
    """Public headers of other modules: only those that the table names."""
    for source in _cxx(root, "include/newsmill", "src", "tests"):
        if source.module not in layout.MAY_USE:
            continue
        for include in source.includes:
            match = re.match(r"newsmill/([^/]+)/", include)
            if not match or match[1] in _allowed_modules(source.module):
                continue
            if (source.module in layout.OPTIONS_READERS
                    and match[1] in layout.MAY_USE
                    and _is_options_header(include)):
                continue
            yield (f"{source.name}: includes {include}, but {source.module} "
                   f"may not use {match[1]}")


def private_headers_stay_private(root):
    """Headers in src/ are their module's own, and tests share tests/support."""
    for source in _cxx(root, "include/newsmill", "src", "tests"):
        if source.module not in layout.MAY_USE:
            continue
        for include in source.includes:
            if include.startswith("../"):
                yield f"{source.name}: includes {include} by a relative path"
                continue
            match = re.match(r"(src/|tests/|)([^/]+)/", include)
            if not match:
                continue
            prefix, owner = match.groups()
            if prefix == "tests/":
                allowed = {source.module, "support"}
                if source.tree == "tests" and owner in allowed:
                    continue
            elif owner == source.module and source.tree != "include":
                continue
            elif prefix == "" and owner not in layout.MAY_USE:
                continue  # a library, or newsmill/
            yield f"{source.name}: {include} is not its module's own"


def extract_parts_point_up_their_table(root):
    """Each part of `extract` has a folder, a namespace and a target, and uses
    only the parts that the table names."""
    for source in _cxx(root, "src/extract"):
        part = source.name.split("/")[2]
        if part not in layout.EXTRACT_PARTS:
            if "/" in source.name[len("src/extract/"):]:
                yield f"{source.name}: {part} is no part of layout.py"
            continue
        for include in source.includes:
            match = re.match(r"extract/([^/]+)(/?)", include)
            if match and match[1] not in layout.EXTRACT_PARTS[part]:
                yield f"{source.name}: {part} may not use {include}"
        spaces = re.findall(r"^namespace newsmill::extract([\w:]*) {",
                            source.code, re.M)
        if spaces and f"::{part}" not in spaces and spaces != [""]:
            yield f"{source.name}: is not in the namespace of {part}"
    for path in _files(root, "src/extract", suffixes={".txt"}):
        text = re.sub(r"#[^\n]*", " ", path.read_text(encoding="utf-8"))
        part = path.parent.name
        if part not in layout.EXTRACT_PARTS:
            continue
        for linked in re.findall(r"newsmill::extract_(\w+)", text):
            if linked not in layout.EXTRACT_PARTS[part]:
                yield f"src/extract/{part}/CMakeLists.txt: links {linked}"


def libraries_stay_hidden(root):
    for source in _cxx(root, "include/newsmill", "src", "tests"):
        for include in source.includes:
            for prefix, owner, in_public_headers in layout.HIDDEN_LIBRARIES:
                if not include.startswith(prefix):
                    continue
                if source.module != owner:
                    yield (f"{source.name}: only {owner} may include "
                           f"<{include}>")
                elif source.tree == "include" and not in_public_headers:
                    yield f"{source.name}: a public header shows <{include}>"


# The commands that link, each with its target's or module's name first.
LINK_COMMAND = re.compile(r"\b(?:target_link_libraries|newsmill_module"
                          r"|newsmill_unit_test)\s*\(([^)]*)\)")


def _links(text):
    """Yields (module, linked name) of a CMakeLists.txt."""
    for match in LINK_COMMAND.finditer(re.sub(r"#[^\n]*", " ", text)):
        target, *words = match[1].replace('"', " ").split()
        for word in words:
            yield re.sub(r"^newsmill(::|_)", "", target), word


def targets_link_up_the_table(root):
    for path in _files(root, "src", "tests", suffixes={".txt"}):
        if path.name != "CMakeLists.txt":
            continue
        name = path.relative_to(root).as_posix()
        for module, word in _links(path.read_text(encoding="utf-8")):
            linked = re.search(r"\bnewsmill(?:::|_)(\w+)", word)
            if module not in layout.MAY_USE or not linked:
                continue
            if linked[1] not in layout.MAY_USE:
                continue  # compile options and the like
            if module in layout.OPTIONS_READERS and linked[1] != "app":
                continue
            if linked[1] not in _allowed_modules(module):
                yield f"{name}: {module} links {word}"


def public_headers_say_what_they_are(root):
    for source in _cxx(root, "include"):
        if not source.name.endswith(".h"):
            continue
        text = source.text.lstrip()
        guard = (r"#[ \t]*pragma[ \t]+once[^\n]*\n"
                 r"|#[ \t]*ifndef[ \t]+(\w+)\s+#[ \t]*define[ \t]+\1\b[^\n]*\n")
        if not re.search(guard, text):
            yield f"{source.name}: no #pragma once"
        opening = re.sub(guard, "", text, count=1).lstrip()
        comment = re.match(r"(?://[^\n]*\n?[ \t]*)+|/\*.*?\*/", opening, re.S)
        words = re.findall(r"\w+", comment[0]) if comment else []
        if len(words) < 3:
            yield f"{source.name}: does not start by saying what it is for"


def threads_stay_where_they_belong(root):
    for source in _cxx(root, "include/newsmill", "src"):
        if (source.module in layout.MAY_USE
                and source.module not in layout.THREAD_USERS
                and "thread" in source.includes):
            yield f"{source.name}: {source.module} includes <thread>"


CLOCK = re.compile(
    r"\b(system_clock|steady_clock|high_resolution_clock|utc_clock"
    r"|clock_gettime|gettimeofday)\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)")


def pure_modules_stay_pure(root):
    """No thread, lock, clock, log line or stream from json to output."""
    for source in _cxx(root, "include/newsmill", "src"):
        if source.module not in layout.PURE:
            continue
        for include in source.includes:
            for impure in layout.IMPURE_HEADERS:
                if include == impure or (impure.endswith("/")
                                         and include.startswith(impure)):
                    yield f"{source.name}: a pure module includes <{include}>"
        for match in CLOCK.finditer(source.code):
            yield f"{source.name}: a pure module reads a clock: {match[0]}"


SLEEP = re.compile(
    r"\b(sleep_for|sleep_until|usleep|nanosleep)\b"
    r"|\b(time|asyncio|gevent)\.sleep\b|(?<![\w.])sleep\s*\("
    # Waiting for what cannot happen.
    r"|\bselect\s*\(\s*\[\s*\]\s*,\s*\[\s*\]\s*,\s*\[\s*\]"
    r"|\bp?select\s*\(\s*0\s*,|\bp?poll\s*\(\s*(nullptr|NULL)\s*,"
    r"|\bEvent\(\)\s*\.wait\b"
    # Another program that sleeps.
    r"|[\"']sleep[\"' ]")
SHELL_SLEEP = re.compile(r"^[^#\n]*\bsleep\s+[\d.$\"{]", re.M)
HOLD = re.compile(r"(?<![\w.])hold\s*\(")


def tests_never_sleep(root):
    """A test waits for what it needs, not for a while."""
    for path in _files(root, "tests", suffixes={*CXX_SUFFIXES, ".py", ".sh"}):
        source = Source(root, path)
        if (source.name in layout.MAY_SLEEP
                or source.name.startswith("tests/architecture/")):
            continue
        if path.suffix == ".py":
            text = re.sub(r"#[^\n]*", " ", source.text)
            match = SLEEP.search(text)
        elif path.suffix == ".sh":
            match = SHELL_SLEEP.search(source.text)
        else:
            match = SLEEP.search(source.code)
        if match:
            yield f"{source.name}: sleeps: {match[0].strip()}"
        elif (path.suffix == ".py" and HOLD.search(text)
              and source.name not in layout.MAY_HOLD):
            yield f"{source.name}: holds: wait for what the system shows"


INTEGER = re.compile(r"\bu?int(8|16|32|64)_t\b")


def headers_include_their_integers(root):
    """Whether another header brings <cstdint> depends on the compiler."""
    for source in _cxx(root, "include", "src", "tests"):
        if (source.name.endswith(".h") and "cstdint" not in source.includes
                and INTEGER.search(source.code)):
            yield f"{source.name}: does not include <cstdint>"


def sources_have_tests_of_their_name(root):
    for source in _cxx(root, *layout.TESTED_BY_NAME):
        if not source.name.endswith(".cc"):
            continue
        test = re.sub(r"^src/(.*)\.cc$", r"tests/\1_test.cc", source.name)
        if not (root / test).is_file():
            yield f"{source.name}: no {test}"


def sources_stay_short(root):
    for source in _cxx(root, "src"):
        if any(fnmatch.fnmatch(source.name, pattern)
               for pattern in layout.GENERATED_SOURCES):
            continue
        lines = source.text.count("\n")
        if lines > layout.MAX_SOURCE_LINES:
            yield (f"{source.name}: {lines} lines, more than "
                   f"{layout.MAX_SOURCE_LINES}")


def top_level_is_known(root):
    known = {*layout.TOP_LEVEL, *layout.UNTRACKED_TOP_LEVEL}
    for path in sorted(pathlib.Path(root).iterdir()):
        if path.name not in known and not path.name.startswith("."):
            yield f"{path.name}: not an entry of layout.py"


def errors_have_tests(root):
    """Each row of "Errors and what to do" names its test in its last column:
    `test_FILE.py::test_NAME` or `Suite.Name`."""
    page = pathlib.Path(root) / "docs/operations.md"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    _, _, section = text.partition("\n## Errors and what to do\n")
    rows = [line for line in section.partition("\n## ")[0].splitlines()
            if line.startswith("| `")]
    tests = {path.relative_to(root): path.read_text(encoding="utf-8")
             for path in _files(root, "tests", suffixes={".py", ".cc"})} if rows else {}
    for row in rows:
        named = row.strip("| ").rpartition("|")[2].strip("` ")
        file, _, name = named.rpartition("::")
        suite, _, case = named.partition(".")
        if file:
            found = any(path.name == file and f"def {name}(" in text
                        for path, text in tests.items())
        else:
            found = any(re.search(rf"\bTEST\w*\({suite},\s*{case}\)", text)
                        for text in tests.values())
        if not found:
            yield f"docs/operations.md: no test {named}: {row[:60]}"


ALL = [
    only_known_modules,
    includes_point_up_the_table,
    private_headers_stay_private,
    extract_parts_point_up_their_table,
    libraries_stay_hidden,
    targets_link_up_the_table,
    public_headers_say_what_they_are,
    threads_stay_where_they_belong,
    pure_modules_stay_pure,
    tests_never_sleep,
    headers_include_their_integers,
    sources_have_tests_of_their_name,
    sources_stay_short,
    top_level_is_known,
    errors_have_tests,
]
