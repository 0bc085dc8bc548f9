"""Runs clang-tidy on the sources named on standard input, several at once.

A source that passed is not checked again until one of these changes: the source,
a header of this project that it includes, its compile command, the configuration
or the version of clang-tidy. Lines that are only a comment do not count, unless
they contain NOLINT. Sources that the preset does not compile (fuzz
targets) are checked with the flags of a source that it compiles.
"""

import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "tidy"
CLANG_TIDY = "clang-tidy-19"
INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.M)
COMMENT_LINE = re.compile(rb"^[ \t]*//(?!.*NOLINT).*\n", re.M)


def included_files(source):
    """The source and the project's headers it includes, in a fixed order."""
    found, pending = {}, [source]
    while pending:
        path = pending.pop()
        if path in found:
            continue
        found[path] = path.read_bytes()
        for name in INCLUDE.findall(found[path]):
            name = name.decode(errors="replace")
            for folder in (path.parent, ROOT / "include", ROOT / "src", ROOT):
                candidate = folder / name
                if candidate.is_file():
                    pending.append(candidate.resolve())
                    break
    return sorted(found.items())


def tree_independent(text):
    return text.replace(f"{ROOT}/", "")


def answer_key(source, command, common):
    digest = hashlib.sha256(common)
    digest.update(tree_independent(command).encode())
    for path, content in included_files(source):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(COMMENT_LINE.sub(b"", content))
    return digest.hexdigest()


def run(source, command, common, cache):
    """Returns the findings, or an empty string."""
    stamp = cache / answer_key(source, command, common)
    if stamp.exists():
        return ""
    # Fuzz targets may include private headers by their path in src.
    borrowed = [] if command else [f"--extra-arg=-I{ROOT}/src"]
    result = subprocess.run(
        [CLANG_TIDY, "--quiet", "-p", str(BUILD), *borrowed, str(source)],
        capture_output=True, text=True, check=False)
    if result.returncode == 0:
        stamp.touch()
        return ""
    return tree_independent(result.stdout).strip() or result.stderr.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cache", type=pathlib.Path, required=True)
    parser.add_argument("--seconds", type=float, default=float("inf"),
                        help="start no further source after this time")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)

    commands = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        commands[path] = entry["command"]
    common = (ROOT / ".clang-tidy").read_bytes() + subprocess.run(
        [CLANG_TIDY, "--version"], capture_output=True, check=True).stdout

    sources = [(ROOT / line.strip()).resolve() for line in sys.stdin]
    end = time.monotonic() + options.seconds
    failed = late = 0

    def run_in_time(source):
        if time.monotonic() > end:
            return None
        return run(source, commands.get(source, ""), common, options.cache)

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        answers = pool.map(run_in_time, sources)
        for source, findings in zip(sources, answers):
            if findings is None:
                late += 1
            elif findings:
                failed += 1
                print(f"{source.relative_to(ROOT)}:\n{findings}\n", flush=True)
    print(f"tidy: {len(sources)} sources, {failed} with findings",
          file=sys.stderr)
    if late:
        print(f"tidy: {late} of them not checked, since the time was up; "
              "script/lint --all checks every source", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
