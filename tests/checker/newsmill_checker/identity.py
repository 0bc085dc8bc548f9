"""What makes two inputs the same document: the URL as given, the bytes, the item."""

import base64
import json
from typing import Optional

from newsmill_checker.message import Message

Identity = tuple[Optional[str], bytes, Optional[int]]


def of(message: Message, item: Optional[int]) -> Identity:
    envelope = _envelope(message.value or b"")
    if envelope is not None:
        content = envelope["content"].encode("utf-8", "surrogatepass")
        if envelope.get("content_encoding") == "base64":
            content = _unpacked(content)
        return (envelope.get("url"), content, item)
    url = message.header("url")
    return (None if url is None else url.decode("utf-8", "replace"), message.value or b"", item)


def _envelope(value: bytes) -> Optional[dict]:
    if not value.lstrip().startswith(b"{"):
        return None
    try:
        envelope = json.loads(value)
    except ValueError:
        return None
    return envelope if isinstance(envelope.get("content"), str) else None


def _unpacked(content: bytes) -> bytes:
    try:
        return base64.b64decode(content)
    except ValueError:
        return content
