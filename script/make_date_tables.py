#!/usr/bin/env python3
"""Writes src/extract/lexicon/date_words_table.cc from the Unicode CLDR.

Needs npm, which fetches the pinned packages that script/cldr.py names. Run this
script by hand after you change a version in script/cldr.py. No other script runs it.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

sys.dont_write_bytecode = True
import cldr

TARGET = Path(__file__).parent.parent / "src/extract/lexicon/date_words_table.cc"
GREGORIAN, PERSIAN, ETHIOPIC = 0, 100, 200
NUMBERED = 99
# The languages whose texts contain months of these calendars.
CALENDARS = {
    "persian": (PERSIAN, ("fa", "ps", "ckb", "ku", "ur", "ar", "en")),
    "ethiopic": (ETHIOPIC, ("am", "om", "so", "en")),
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HEADER = """// Made by script/make_date_tables.py from CLDR %s; see NOTICE.
#include "date_words_table.h"

#include <array>

namespace newsmill::extract::lexicon {
namespace {

// clang-format off
"""
FOOTER = """
// clang-format on
}  // namespace
"""


class Words:
    """The values of words in each language."""

    def __init__(self):
        self.found = defaultdict(lambda: defaultdict(set))

    def add(self, name, value, locale):
        words = cldr.words_of(name)
        if 0 < len(words) <= 4 and words not in (["#"], ["m", "#"]):
            self.found[" ".join(words)][value].add(cldr.language_of(locale))

    def rows(self, merge=None):
        """Returns rows of (words, value, languages). "" means all other languages."""
        rows = []
        for words, values in self.found.items():
            common = {v: {l for l in ls if cldr.is_common(l)} for v, ls in values.items()}
            common = {v: ls for v, ls in common.items() if ls}
            if merge and len(common) > 1:
                value = merge(common)
                rows += [(words, value, "")]
                rows += [(words, v, ls) for v, ls in values.items() if v != value]
                continue
            general = next(iter(common)) if len(common) == 1 else None
            for value, languages in values.items():
                if value == general:
                    rows.append((words, value, ""))
                else:
                    rows.append((words, value, languages))
        # The row for all other languages is the last row of its word.
        rows = [(w, v, "|".join(sorted(ls)) if ls else "~") for w, v, ls in rows]
        rows.sort(key=lambda row: (row[0].encode(), row[2]))
        return [(w, v, "" if ls == "~" else ls) for w, v, ls in rows]


def contexts(names):
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from names[context].get(width, {}).items()


def attached(pattern):
    """Yields (before, after): the letters that a pattern attaches to the name of the month."""
    letters = r"(?:'([^' ]+)'|([^\x00-\x7F]+))?"
    for found in re.findall(letters + "(?<!M)M{3,4}(?!M)" + letters, pattern):
        before, after = found[0] or found[1], found[2] or found[3]
        if (before or after) and (before + after).replace("-", "").isalpha():
            yield before, after


def read_months(months):
    for locale in cldr.locales():
        calendar = cldr.calendar(locale)
        patterns = list(cldr.date_patterns(calendar))
        affixes = set().union(*map(attached, patterns)) | {("", "")}
        for number, name in contexts(calendar["months"]):
            # In "9월", the number is the month.
            value = NUMBERED if re.search(r"\d", name) else int(number)
            for before, after in affixes:
                months.add(before + name + after, GREGORIAN + value, locale)
    for name, (base, languages) in CALENDARS.items():
        for language in languages:
            for number, month in contexts(cldr.calendar(language, name)["months"]):
                months.add(month, base + int(number), language)


def read_weekdays(weekdays):
    for locale in cldr.locales():
        for day, name in contexts(cldr.calendar(locale)["days"]):
            if "#" not in cldr.words_of(name):
                weekdays.add(name, 1 + WEEKDAYS.index(day), locale)


def hours_between(start, end):
    """Returns one bit for each hour from `start` to `end`. `end` may be after midnight."""
    if end <= start:
        end += 24
    return sum(1 << hour % 24 for hour in range(start, end))


def hours_of(name, rules):
    """Returns one bit for each hour of a period of the day, or 0 if CLDR has no rule."""
    if name in ("am", "pm"):
        return hours_between(0, 12) if name == "am" else hours_between(12, 24)
    rule = rules.get(name, {})
    if "_at" in rule:
        return 1 << int(rule["_at"][:2]) % 24
    if "_from" in rule:
        return hours_between(int(rule["_from"][:2]), int(rule["_before"][:2]))
    return 0


def read_periods(periods):
    for language in {cldr.language_of(locale) for locale in cldr.locales()}:
        hours = defaultdict(int)
        for locale in cldr.locales():
            if cldr.language_of(locale) != language:
                continue
            rules = cldr.day_period_rules(locale)
            for name, text in contexts(cldr.calendar(locale)["dayPeriods"]):
                hours[text] |= hours_of(name.removesuffix("-alt-variant"), rules)
        for text, mask in hours.items():
            if mask and "#" not in cldr.words_of(text):
                periods.add(text, mask, language)


def read_links(links):
    for locale in cldr.locales():
        for pattern in cldr.date_patterns(cldr.calendar(locale)):
            for word in cldr.words_of(cldr.literals_of(pattern)):
                links.add(word, 1, locale)


def order_of(pattern):
    """Returns the order of a pattern: "dmy2" of d.M.yy. Returns "" if it has a month name."""
    bare = re.sub(r"'[^']*'", "", pattern)
    fields = "".join(re.findall(r"[dMy]+", bare))
    if "MMM" in fields:
        return ""
    order = re.sub(r"(.)\1+", r"\1", fields).lower()
    return order + ("2" if re.search(r"(?<!y)yy(?!y)", fields) else "4")


def read_orders():
    orders = {}
    for locale in cldr.locales():
        calendar = cldr.calendar(locale)
        order = order_of(next(cldr.texts([calendar["dateFormats"]["short"]])))
        if len(order) == 4:
            orders[locale.lower()] = order
    return {
        locale: order
        for locale, order in orders.items()
        if order != orders.get(locale.split("-")[0] if "-" in locale else "", "dmy4")
    }


def table(name, rows):
    lines = [f"constexpr std::array<DateWord, {len(rows)}> {name} = {{{{"]
    line = "   "
    for words, value, languages in rows:
        item = f' {{"{words}", {value}, "{languages}"}},'
        if len(line) + len(item) > 100:
            lines.append(line)
            line = "   "
        line += item
    return "\n".join([*lines, line, "}};", ""])


def union(values):
    result = 0
    for value in values:
        result |= value
    return result


def main():
    months, weekdays, periods = Words(), Words(), Words()
    links = Words()
    read_months(months)
    read_weekdays(weekdays)
    read_periods(periods)
    read_links(links)
    orders = [(l, {"dmy": 0, "mdy": 1, "ymd": 2, "ydm": 3}[o[:3]] * 10 + int(o[3]), "")
              for l, o in sorted(read_orders().items())]
    text = HEADER % cldr.VERSION
    text += table("kMonths", months.rows())
    text += table("kWeekdays", weekdays.rows())
    text += table("kDayPeriods", periods.rows(union))
    text += table("kDateLinks", [(w, 1, "") for w in sorted(links.found, key=str.encode)])
    text += table("kOrders", orders)
    text += FOOTER
    for name in ("Months", "Weekdays", "DayPeriods", "DateLinks", "Orders"):
        text += f"\nstd::span<const DateWord> {name}OfCldr() {{ return k{name}; }}"
    text += "\n\n}  // namespace newsmill::extract::lexicon\n"
    TARGET.write_text(text)


if __name__ == "__main__":
    main()
