"""The least a record must be. The JSON schema says more, and its own test says so."""

import re
from typing import Iterator, Optional

from newsmill_checker.ledger import ARTICLE, Outcome
from newsmill_checker.message import Message

ARTICLE_KEYS = ("schema", "id", "article_id", "input_id", "url", "canonical_url", "source",
                "credit", "title", "subtitle", "summary", "authors", "published_at", "modified_at",
                "section", "tags", "language", "paragraphs", "text", "images", "entities",
                "extraction", "dedup", "provenance")
DUPLICATE_KEYS = ("id", "article_id", "input_id", "url", "source", "title", "published_at",
                  "dedup", "provenance")
REQUIRED = {ARTICLE: ("schema", "id", "article_id", "paragraphs", "text", "extraction", "dedup",
                      "provenance")}
REQUIRED_OF_DUPLICATE = ("id", "article_id", "dedup", "provenance")

PUBLISHED = ("original", "update", "extended")
SUPPRESSED = ("exact", "near", "excerpt")
MEASURED = ("near", "excerpt", "extended")  # the others are the same text, or the same article
CLOUD_EVENT_HEADERS = ("ce_specversion", "ce_id", "ce_source", "ce_type")
TRACE_HEADERS = ("traceparent", "tracestate")

Fault = tuple[str, str]  # rule, detail


def faults(outcome: Outcome, message: Optional[Message]) -> Iterator[Fault]:
    """`message` is the input that the record names, if there is one."""
    record = outcome.record
    yield from _shape(outcome)
    yield from _decision(outcome)
    if outcome.message.key != str(record.get("article_id")).encode():
        yield "key_mismatch", f"key {outcome.message.key!r}, article_id {record.get('article_id')}"
    if outcome.message.header("content-type") != b"application/json":
        yield "bad_header", f"content-type {outcome.message.header('content-type')!r}"
    if outcome.kind == ARTICLE:
        yield from _article_headers(outcome, message)


def _shape(outcome: Outcome) -> Iterator[Fault]:
    record = outcome.record
    is_article = outcome.kind == ARTICLE
    known = ARTICLE_KEYS if is_article else DUPLICATE_KEYS
    if list(record) != [key for key in known if key in record]:
        yield "bad_keys", f"{', '.join(record)} (unknown or out of order)"
    for key in REQUIRED.get(outcome.kind, REQUIRED_OF_DUPLICATE):
        if key not in record:
            yield "missing_key", key
    for path in _empty(record):
        yield "empty_value", path
    if not re.fullmatch("[0-9a-f]{32}", str(record.get("id"))):
        yield "bad_id", str(record.get("id"))
    if is_article and record.get("schema") != "newsmill.article/1":
        yield "bad_schema", str(record.get("schema"))
    if is_article and record.get("text") != "\n\n".join(record.get("paragraphs") or ()):
        yield "text_differs", "text is not the joined paragraphs"


def _decision(outcome: Outcome) -> Iterator[Fault]:
    dedup, relation = outcome.dedup, outcome.relation
    # Articles can carry suppressed relations too: dedup.duplicates=annotate.
    allowed = PUBLISHED + SUPPRESSED if outcome.kind == ARTICLE else SUPPRESSED
    if relation not in allowed:
        yield "bad_relation", str(relation)
    if (relation == "original") == ("of" in dedup):
        yield "bad_relation", f"{relation} {'with' if 'of' in dedup else 'without'} of"
    if list(dedup) != [key for key in ("relation", "of", "similarity") if key in dedup]:
        yield "bad_keys", f"dedup: {', '.join(dedup)} (unknown or out of order)"
    if "similarity" in dedup and relation not in MEASURED:
        yield "bad_relation", f"{relation} with similarity"
    if not _is_share(dedup.get("similarity", 0)):
        yield "bad_relation", f"similarity {dedup['similarity']!r}"


def _article_headers(outcome: Outcome, message: Optional[Message]) -> Iterator[Fault]:
    for name in CLOUD_EVENT_HEADERS:
        if not outcome.message.header(name):
            yield "bad_header", f"{name} is missing"
    for name in TRACE_HEADERS:
        given = message.header(name) if message else None
        if given is not None and outcome.message.header(name) != given:
            yield "bad_header", f"{name} was not passed on"


def _is_share(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1


def _empty(value, path: str = "") -> Iterator[str]:
    if value is None or value == "":
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _empty(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _empty(inner, f"{path}[{index}]")
