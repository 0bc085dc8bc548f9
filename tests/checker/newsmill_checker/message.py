"""One Kafka message, as the checker sees it."""

from dataclasses import dataclass
from typing import Optional

Headers = tuple[tuple[str, Optional[bytes]], ...]


@dataclass(frozen=True)
class Message:
    topic: str
    partition: int
    offset: int
    key: Optional[bytes]
    value: Optional[bytes]
    headers: Headers = ()

    def header(self, name: str) -> Optional[bytes]:
        """The last header of that name: a later one overrides an earlier one."""
        found = None
        for key, value in self.headers:
            if key.lower() == name.lower():
                found = value
        return found

    @property
    def place(self) -> str:
        return f"{self.topic}/{self.partition}@{self.offset}"
