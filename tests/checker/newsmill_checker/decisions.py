"""What the log decided, seen from outside: one original a text, and who copies whom.

Times are not known here: all that is checked has to lie within one window.
"""

import unicodedata
from collections import defaultdict
from typing import Iterator, Mapping

from newsmill_checker.ledger import ARTICLE, DUPLICATE, Ledger, Outcome
from newsmill_checker.record import PUBLISHED
from newsmill_checker.violation import Violation, name_of


def log_offsets(ledger: Ledger) -> Iterator[Violation]:
    """Every record names the entry that decided it, and no entry decides two items."""
    owner: dict[int, Outcome] = {}
    for outcome in ledger.records:
        if outcome.log_offset is None:
            header = outcome.message.header("newsmill-log-offset")
            yield Violation("log_offset", outcome.message.place, f"newsmill-log-offset {header!r}")
            continue
        first = owner.setdefault(outcome.log_offset, outcome)
        if first.position != outcome.position:
            yield Violation("log_offset", outcome.message.place,
                            f"{outcome.log_offset} is {_input(first)} and {_input(outcome)}")


def log_in_order(ledger: Ledger) -> Iterator[Violation]:
    """A partition's entries stand in the log as its messages stand in the input."""
    if ledger.allowed.repeats:
        return
    last: dict[int, Outcome] = {}
    for outcome in sorted(ledger.records, key=lambda o: o.position):
        if outcome.log_offset is None:
            continue
        before = last.get(outcome.partition)
        if before is not None and before.log_offset > outcome.log_offset:
            yield Violation("log_out_of_order", outcome.message.place,
                            f"{_input(outcome)} at {outcome.log_offset}, "
                            f"{_input(before)} at {before.log_offset}")
        last[outcome.partition] = outcome


def one_original(ledger: Ledger) -> Iterator[Violation]:
    """Of a text, and of an article."""
    originals = [o for o in ledger.outcomes if o.kind == ARTICLE and o.relation == "original"]
    first: dict[tuple[str, str], Outcome] = {}
    for outcome in sorted(originals, key=_log_offset):
        for what, value in (("text", normalised(str(outcome.record.get("text")))),
                            ("article_id", str(outcome.record.get("article_id")))):
            before = first.setdefault((what, value), outcome)
            if before.position != outcome.position:  # else it is doubled
                yield Violation("two_originals", outcome.message.place,
                                f"the {what} of {before.message.place}")


def sources(ledger: Ledger) -> Iterator[Violation]:
    """`of` is a published record, decided earlier in the log."""
    published = _published(ledger)
    for outcome in ledger.records:
        of = outcome.dedup.get("of")
        if of is None or of in ledger.allowed.retracted:
            continue
        found = published.get(of, ())
        if not found and outcome.kind == DUPLICATE:
            yield Violation("duplicate_without_original", outcome.message.place, f"of {of}")
        elif not found:
            yield Violation("of_unknown", outcome.message.place, f"{outcome.relation} of {of}")
        elif outcome.log_offset is not None and min(map(_log_offset, found)) >= outcome.log_offset:
            yield Violation("of_not_earlier", outcome.message.place,
                            f"at {outcome.log_offset}, {outcome.relation} of {of} at "
                            f"{min(map(_log_offset, found))}")


def normalised(text: str) -> str:
    """Equal for texts that a reader would call the same."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(filter(str.isalnum, folded))


def _published(ledger: Ledger) -> Mapping[str, list[Outcome]]:
    """By id. The same document can come twice, with another version between."""
    found = defaultdict(list)
    for outcome in ledger.outcomes:
        if outcome.kind == ARTICLE and outcome.relation in PUBLISHED:
            found[str(outcome.record.get("id"))].append(outcome)
    return found


def _log_offset(outcome: Outcome) -> int:
    return -1 if outcome.log_offset is None else outcome.log_offset


def _input(outcome: Outcome) -> str:
    return name_of(outcome.input_place, outcome.item)
