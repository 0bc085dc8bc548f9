"""What cannot become a record ends as a dead letter that is its input, unchanged."""

import gzip
import json
import zlib

import pytest

from articles import Input, Newsroom

pytestmark = pytest.mark.integration

MAX_INPUT_BYTES = 256 << 10
BOMB_BYTES = 64 << 20

HTML = b"<!doctype html><html><head><title>Gallery</title></head><body>%s</body></html>"
RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>%s</channel></rss>'


def kind(content_type: str, *more) -> tuple:
    return (("content-type", content_type.encode()), *more)


def bomb() -> bytes:
    """Unpacks to far more than any document; packed piece by piece, to stay small here too."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    piece = b"<p>more" * (1 << 17)
    return b"".join(packer.compress(piece) for _ in range(BOMB_BYTES // len(piece))
                    ) + packer.flush()


# name: (the reason that it must get, value, headers). record_too_large and
# crashed have tests of their own.
POISON = {
    "null": ("null_value", None, ()),
    "null with headers": ("null_value", None, kind("text/html")),
    "one byte too large": ("too_large", b"x" * (MAX_INPUT_BYTES + 1), kind("text/plain")),
    "content is a number": ("bad_envelope", b'{"content": 5}', ()),
    "content is not base64": ("bad_envelope", json.dumps(
        {"content": "%%%", "content_encoding": "base64"}).encode(), ()),
    "a document format": ("unsupported", b"%PDF-1.7\n\x00\x01\x02" * 20, kind("application/pdf")),
    "an image": ("unsupported", b"\x89PNG\r\n\x1a\n" + bytes(200), kind("image/png")),
    "gzip cut short": ("decompression", gzip.compress(HTML % b"<p>text" * 50)[:-20],
                       kind("text/html")),
    "gzip of noise": ("decompression", b"\x1f\x8b\x08\x00" + bytes(range(200)), kind("text/html")),
    "bomb": ("limit", bomb(), kind("text/html")),
    "charset that nobody knows": ("charset", b"text \xff\xfe\xfd", kind(
        "text/plain", ("charset", b"x-nonsense"))),
    "XML of another kind": ("unsupported", b'<?xml version="1.0"?><svg/>',
                            kind("application/xml")),
    "a wire's picture": ("not_an_article", b'{"uri": "u", "type": "picture",'
                         b' "body_text": "A seal"}', ()),
    "a wire's item without text": (
        "no_text", b'<nitf><body><body.content/></body></nitf>', kind("application/xml")),
    "JSON in itself": ("limit", b'{"a":' * 1000, ()),
    "a feed without items": ("empty_feed", RSS % b"", kind("application/rss+xml")),
    "a feed that is cut off": ("malformed", (RSS % b"<item><title>A ti")[:-20],
                               kind("application/rss+xml")),
    "a list of links": ("not_an_article", HTML % b"".join(
        b'<li><a href="/%d">Another story that is told elsewhere</a></li>' % i
        for i in range(30)), kind("text/html")),
    "page without text": ("no_text", HTML % b"", kind("text/html")),
    "only white space": ("no_text", b" \r\n\t\r\n", kind("text/plain")),
}


def poison() -> list[Input]:
    kept = (("x-kept", b"\x00\xff"), ("x-kept", b""), ("x-null", None))
    return [Input(value, name.encode(), headers + kept)
            for name, (_, value, headers) in POISON.items()]


@pytest.mark.cost(4)
def test_every_kind_of_poison_gets_its_reason_and_keeps_its_bytes(fleet):
    assert len(bomb()) <= MAX_INPUT_BYTES
    stories = Newsroom(6).stories(len(POISON))
    mixed = [each for pair in zip(stories, poison()) for each in pair]
    fleet.produce(mixed)
    worker = fleet.worker(input__max_message_bytes=MAX_INPUT_BYTES)
    fleet.wait_all_committed()

    found = {letter.key.decode(): letter.header("newsmill-reason").decode()
             for letter in fleet.dead_letters()}
    assert found == {name: reason for name, (reason, _, _) in POISON.items()}
    assert fleet.violations() == []  # value, key and headers as they were
    assert worker.is_running


@pytest.mark.cost(3)
def test_a_dead_letter_without_key_stays_without_key(fleet):
    fleet.produce([Input(None, None)])
    fleet.worker()
    fleet.wait_all_committed()

    (letter,) = fleet.dead_letters()
    assert (letter.key, letter.value) == (None, None)
    assert fleet.violations() == []


@pytest.mark.cost(3)
def test_a_dead_letter_of_nothing_is_not_null(fleet):
    fleet.produce([Input(b"", b"")])
    fleet.worker()
    fleet.wait_all_committed()

    (letter,) = fleet.dead_letters()
    assert (letter.key, letter.value) == (b"", b"")
    assert fleet.violations() == []


@pytest.mark.cost(3)
def test_a_dead_letter_is_as_large_as_the_largest_input(fleet):
    largest = b"\x00\x01" * (5 << 19)  # 5 MiB, the default limit
    fleet.produce([Input(largest + b"\x00", b"too large", kind("text/plain")),
                   Input(largest, b"unreadable", kind("application/octet-stream"))])
    fleet.worker()
    fleet.wait_all_committed()

    assert {letter.key: len(letter.value) for letter in fleet.dead_letters()} == {
        b"too large": (5 << 20) + 1, b"unreadable": 5 << 20}
    assert fleet.violations() == []


@pytest.mark.cost(8)
def test_a_record_that_the_broker_always_refuses_ends_as_a_dead_letter(fleet):
    newsroom = Newsroom(7)
    fleet.produce([newsroom.story()])
    worker = fleet.worker()
    fleet.wait_all_committed()

    fleet.set_on(fleet.names.articles, max_message_bytes="60000")
    around = [newsroom.story() for _ in range(8)]
    refused = newsroom.story(size=600_000)
    fleet.produce([*around[:4], refused, *around[4:]], partition=0)
    fleet.wait_all_committed()

    (letter,) = fleet.dead_letters()
    assert letter.header("newsmill-reason") == b"record_too_large"
    assert letter.key == refused.key
    assert len(fleet.articles()) == 1 + len(around)
    assert fleet.violations() == []
    assert worker.is_running
