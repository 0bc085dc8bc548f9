"""Compares newsmill with dateparser on dates in the formats of CLDR.

Each draw is a random moment from 2010 to 2025 in one format of a locale: full, long,
medium or short, with or without a time, with a clock of 12 or 24 hours, in the
digits of the locale. newsmill gets a page with the date below the headline and
the locale in <html lang> ("en-US" for CLDR's "en"). dateparser gets the string and
the language. An answer is right if it has the day and the time of the string.

  dates_bench.py [--draws N] [--seed N] [--show]
"""

import argparse
import calendar
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import warnings
from collections import Counter, defaultdict

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "script"))
import cldr

REGIONS = ("ar-AE ar-DZ ar-EG ar-JO ar-MA ar-SA de-AT de-CH en-AU en-CA en-GB en-IN "
           "en-ZA es-AR es-MX es-US fr-CA fr-CH nl-BE pt-PT sr-Latn zh-Hant "
           "zh-Hant-HK").split()
GROUPS = {
    "Latin": "", "Cyrillic": "ba be bg cv kk ky mk mn ru sr tg tt uk",
    "Arabic": "ar fa ps sd ur",
    "Indic": "as bn gu hi kn kok ml mr ne or pa si ta te",
    "East Asian": "ja ko yue zh",
    "South-East Asian": "km lo my shn th vi",
    "other scripts": "am chr el he hy ka ti",
}
PROSE = ("The council agreed on a new plan for the harbour, and the work will "
         "begin before the next winter, the mayor said after the meeting. ") * 3


def locales():
    known = [name for name in cldr.locales() if "-" not in name and cldr.is_common(name)]
    return sorted({*known, *REGIONS})


def group_of(locale):
    language = cldr.language_of(locale)
    return next((g for g, names in GROUPS.items() if language in names.split()), "Latin")


def digits_of(locale):
    numbers = cldr.read("cldr-numbers-full", f"main/{locale}/numbers.json")
    system = numbers["main"][locale]["numbers"]["defaultNumberingSystem"]
    systems = cldr.read("cldr-core", "supplemental/numberingSystems.json")
    return systems["supplemental"]["numberingSystems"][system]["_digits"]


def field(letters, moment, names):
    """Returns the text for a field of a pattern, such as "MMM"."""
    kind, width = letters[0], len(letters)
    if kind == "y":
        return f"{moment.year % 100:02}" if width == 2 else str(moment.year)
    if kind in "ML":
        if width < 3:
            return f"{moment.month:0{width}}"
        context = "format" if kind == "M" else "stand-alone"
        name = "abbreviated" if width == 3 else "wide"
        return names["months"][context][name][str(moment.month)]
    if kind in "Ec":
        context = "format" if kind == "E" else "stand-alone"
        name = "wide" if width == 4 else "abbreviated"
        day = calendar.day_abbr[moment.weekday()].lower()
        return names["days"][context][name][day]
    if kind == "G":
        return names["eras"]["eraAbbr"]["1"]
    if kind in "abB":
        half = "am" if moment.hour < 12 else "pm"
        return names["dayPeriods"]["format"]["abbreviated"][half]
    value = {"d": moment.day, "H": moment.hour, "h": (moment.hour + 11) % 12 + 1,
             "K": moment.hour % 12, "m": moment.minute, "s": moment.second}[kind]
    return f"{value:0{width}}"


def written(pattern, moment, names):
    parts = re.findall(r"'((?:[^']|'')*)'|(([A-Za-z])\3*)|([^A-Za-z']+)", pattern)
    return "".join(
        field(letters, moment, names) if letters else (quoted or "") + other
        if quoted or other else "’" for quoted, letters, _, other in parts)


def draw(locale, chance):
    """Returns (text, expected): a random moment in a format of the locale."""
    names = cldr.calendar(locale)
    moment = datetime.datetime(2010, 1, 1) + datetime.timedelta(
        seconds=chance.randrange(16 * 365 * 86400))
    width = chance.choice(("full", "long", "medium", "short"))
    text = next(cldr.texts([names["dateFormats"][width]]))
    text = written(text, moment, names)
    expected = moment.strftime("%Y-%m-%d")
    clock = chance.choice(("", "usual", "usual", "h", "H"))
    if clock:
        usual = next(cldr.texts([names["timeFormats"][chance.choice(("medium", "short"))]]))
        available = names["dateTimeFormats"]["availableFormats"]
        seconds = "s" if "s" in re.sub("'[^']*'", "", usual) else ""
        pattern = usual if clock == "usual" else available.get(f"{clock}m{seconds}", usual)
        glue = next(cldr.texts([names["dateTimeFormats"][width]]))
        if not re.search("[abB]", re.sub("'[^']*'", "", pattern)):
            pattern = pattern.replace("h", "H")  # without a period, 12 hours are ambiguous
        time = written(pattern, moment, names)
        glue = re.sub(r"'([^']*)'", r"\1", glue)
        text = glue.replace("{0}", time).replace("{1}", text)
        expected += moment.strftime("T%H:%M:%S" if "s" in re.sub("'[^']*'", "", pattern)
                                    else "T%H:%M:00")
    return text, expected


def by_newsmill(draws):
    with tempfile.TemporaryDirectory() as folder:
        pages = pathlib.Path(folder) / "pages.ndjson"
        with pages.open("w") as out:
            for i, (locale, text, _) in enumerate(draws):
                tag = "en-US" if locale == "en" else locale
                page = (f'<html lang="{tag}"><title>Plan for the harbour</title><body>'
                        "<article><h1>Plan for the harbour</h1>"
                        f'<p class="date">{text}</p><p>{PROSE}</p><p>{PROSE}</p>'
                        f"<p>{PROSE}</p></article></body></html>")
                out.write(json.dumps({"id": str(i), "content": page}) + "\n")
        records = subprocess.run(
            [os.environ["NEWSMILL_BIN"], "process", "--no-dedup", str(pages)],
            check=True, capture_output=True, text=True).stdout
    found = {r["input_id"]: r for r in map(json.loads, records.splitlines())}
    return [found.get(str(i), {}).get("published_at") for i in range(len(draws))]


def by_dateparser(draws):
    import dateparser
    from dateparser.data.languages_info import language_order

    warnings.simplefilter("ignore")
    answers = []
    for locale, text, _ in draws:
        language = cldr.language_of(locale)
        known = {"languages": [language]} if language in language_order else {}
        try:
            found = dateparser.parse(text, **known)
        except Exception:  # dateparser raises various errors
            found = None
        answers.append(found and found.strftime("%Y-%m-%dT%H:%M:%S"))
    return answers


def verdict(answer, expected):
    if not answer:
        return "absent"
    if answer == expected or (len(expected) == 10 and answer == expected + "T00:00:00"):
        return "right"
    # The answer has the right day, but not the time of the string.
    return "day only" if answer == expected[:10] else "wrong"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=40, help="number of dates for each locale")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print each answer that is not right")
    parser.add_argument("--only-newsmill", action="store_true")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    digits = {name: str.maketrans("0123456789", digits_of(name)) for name in locales()}
    draws = []
    for name in locales():
        for _ in range(options.draws):
            text, expected = draw(name, chance)
            draws.append((name, text.translate(digits[name]), expected))
    tools = {"newsmill": by_newsmill}
    if not options.only_newsmill:
        tools["dateparser"] = by_dateparser
    print(f"{len(draws)} dates, {len(locales())} locales, CLDR {cldr.VERSION}")
    print(f"{'':18} {'':12} {'right':>7} {'wrong':>7} {'day only':>9} {'absent':>7}")
    for tool, run in tools.items():
        table = defaultdict(Counter)
        for (name, text, expected), answer in zip(draws, run(draws)):
            result = verdict(answer, expected)
            table[group_of(name)][result] += 1
            table["all"][result] += 1
            if options.show and result != "right":
                print(f"{tool} {name} {result}: {text!r} {expected} {answer}")
        for group in (*GROUPS, "all"):
            row = table[group]
            share = {k: 100 * row[k] / max(1, row.total())
                     for k in ("right", "wrong", "day only", "absent")}
            print(f"{group:18} {tool:12} {share['right']:6.1f}% {share['wrong']:6.2f}% "
                  f"{share['day only']:8.1f}% {share['absent']:6.1f}%")


if __name__ == "__main__":
    main()
