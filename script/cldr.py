"""Reads the parts of the Unicode CLDR that the date tables and the dates benchmark need.

npm fetches the packages once, into the cache of the scripts.
"""

import base64
import functools
import hashlib
import json
import os
import subprocess
import tarfile
import unicodedata
from pathlib import Path

VERSION = "48.2.0"
# name: (version, SHA-512 of the package, as npm states it)
PACKAGES = {
    "cldr-core": (
        VERSION,
        "zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9"
        "pgJuG89DK16TzrmZDdo2Bg==",
    ),
    "cldr-dates-full": (
        VERSION,
        "zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY4"
        "2MEM87jCuAw/qlqCgYKcAQ==",
    ),
    "cldr-numbers-full": (
        VERSION,
        "0EQ+UkVDsyXOlxnWnL1RIENVZFqCnb04D1Yrku0obnOyttbuZz8tHmUd5c5AEvhG"
        "S/Gg2zI4fTaCm51LSGITog==",
    ),
    "cldr-cal-persian-full": (
        "46.1.0",
        "/fq34APYmMV+Lp66SA3lD6EsKY4eoSAzMXZxEHkiHQQzKO8Ph/vkv8ppm3QDsDHU"
        "p4YUFB6XOUNAXz+v+Zc6Eg==",
    ),
    "cldr-cal-ethiopic-full": (
        "46.1.0",
        "/2kS0WgFefLaiM+uVwVbBZJZkl2Gl4ECxCwvxnKBE9rPneCn6RIb+YX1fkUn1RTL"
        "Yka815Yef+X/LZ2qO6tDHA==",
    ),
}
CACHE = Path(
    os.environ.get("NEWSMILL_CACHE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newsmill"
)


@functools.cache
def package(name):
    """Returns the folder of a package. Fetches and checks the package if it is missing."""
    version, digest = PACKAGES[name]
    folder = CACHE / f"cldr/{name}-{version}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "pack", "--silent", f"{name}@{version}"],
            cwd=folder.parent,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        archive = folder.parent / f"{name}-{version}.tgz"
        found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if found != digest:
            raise SystemExit(f"{archive}: SHA-512 {found}, expected {digest}")
        with tarfile.open(archive) as tar:
            tar.extractall(folder.with_suffix(".part"), filter="data")
        (folder.with_suffix(".part") / "package").rename(folder)
        archive.unlink()
    return folder


def read(name, path):
    return json.loads((package(name) / path).read_text())


@functools.cache
def locales():
    """Returns the locales of all languages that CLDR supports at least at the basic level."""
    folder = package("cldr-dates-full") / "main"
    names = sorted(each.name for each in folder.iterdir())
    return [name for name in names if language_of(name) in levels() and name != "und"]


def language_of(locale):
    return locale.split("-")[0]


@functools.cache
def levels():
    return read("cldr-core", "coverageLevels.json")["effectiveCoverageLevels"]


@functools.cache
def is_common(language):
    """Returns whether CLDR supports the language at the modern or moderate level."""
    return levels().get(language) in ("modern", "moderate")


@functools.cache
def calendar(locale, name="gregorian"):
    source = "cldr-dates-full" if name == "gregorian" else f"cldr-cal-{name}-full"
    data = read(source, f"main/{locale}/ca-{name}.json")
    return data["main"][locale]["dates"]["calendars"][name]


@functools.cache
def _rule_sets():
    data = read("cldr-core", "supplemental/dayPeriods.json")
    return data["supplemental"]["dayPeriodRuleSet"]


def day_period_rules(locale):
    return _rule_sets().get(locale) or _rule_sets().get(language_of(locale), {})


def texts(formats):
    for each in formats:
        yield each if isinstance(each, str) else each["_value"]


def date_patterns(calendar):
    widths = ("full", "long", "medium", "short")
    yield from texts(calendar["dateFormats"][width] for width in widths)
    available = calendar["dateTimeFormats"]["availableFormats"]
    for name, pattern in available.items():
        if name in ("yMMMMd", "yMMMMEEEEd", "yMMMd", "yMMMEd", "yMd", "yMEd"):
            yield pattern
    for kind in ("", "-atTime"):
        joined = calendar.get("dateTimeFormats" + kind, {})
        joined = joined.get("standard", joined)
        yield from texts(joined[width] for width in widths if width in joined)


def time_patterns(calendar):
    yield from texts(calendar["timeFormats"][width] for width in ("medium", "short"))
    available = calendar["dateTimeFormats"]["availableFormats"]
    for name, pattern in available.items():
        if name in ("Hm", "Hms", "hm", "hms"):
            yield pattern


def _is_wide(c):
    """Returns the same as IsWide in src/extract/text/characters.cc."""
    return (
        0x1100 <= c <= 0x115F
        or 0x2E80 <= c <= 0xA4CF
        or 0xAC00 <= c <= 0xD7A3
        or 0xF900 <= c <= 0xFAFF
    )


def literals_of(pattern):
    """Returns the literal text of a pattern, without its fields."""
    words, quoted = [], False
    for c in pattern.replace("''", "’"):
        if c == "'":
            quoted = not quoted
        words.append(c if quoted or not c.isascii() else " ")
    return "".join(words)


def words_of(text):
    """Returns the words of a text as TokensOf in src/extract/text/tokens.cc does.

    The words are folded. A number is "#".
    """
    words = [""]
    for c in unicodedata.normalize("NFC", text):
        c = c.lower()[0]
        kind = unicodedata.category(c)
        if kind == "Cf":
            continue
        if kind == "Nd":
            words += ["#", ""] if words[-2:] != ["#", ""] else []
        elif kind[0] not in "LM":
            words.append("")
        elif _is_wide(ord(c)):
            words += [c, ""]
        else:
            words[-1] += c
    return [word for word in words if word]
