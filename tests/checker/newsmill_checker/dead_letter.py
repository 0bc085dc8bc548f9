"""A dead letter is its input, unchanged, and says why it is dead."""

from typing import Iterator, Optional

from newsmill_checker.ledger import Outcome
from newsmill_checker.message import Headers, Message

REASONS = frozenset((
    "null_value", "too_large", "bad_envelope", "unsupported", "decompression", "charset",
    "malformed", "empty_feed", "not_an_article", "no_text", "limit", "record_too_large",
    "crashed"))

Fault = tuple[str, str]  # rule, detail


def faults(outcome: Outcome, message: Optional[Message]) -> Iterator[Fault]:
    """`message` is the input that the dead letter names, if there is one."""
    letter = outcome.message
    reason = (letter.header("newsmill-reason") or b"").decode("utf-8", "replace")
    if reason not in REASONS:
        yield "bad_reason", repr(reason)
    for name in ("newsmill-detail", "newsmill-version"):
        if not letter.header(name):
            yield "bad_header", f"{name} is missing"
    if message is None:
        return
    if letter.value != message.value:
        yield "value_differs", f"{_length(letter.value)} instead of {_length(message.value)}"
    if letter.key != message.key:
        yield "key_differs", f"{letter.key!r} instead of {message.key!r}"
    if not _kept(message.headers, letter.headers):
        yield "headers_differ", f"{letter.headers!r} does not keep {message.headers!r}"


def _kept(given: Headers, found: Headers) -> bool:
    """Whether `given` stands in `found` in its order; more may stand between."""
    rest = iter(found)
    return all(header in rest for header in given)


def _length(value: Optional[bytes]) -> str:
    return "null" if value is None else f"{len(value)} bytes"
