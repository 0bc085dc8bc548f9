"""What is reported of a broken promise."""

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True, order=True)
class Violation:
    rule: str
    place: str  # partition@offset of the input, or topic/partition@offset of the output
    detail: str

    def __str__(self) -> str:
        return f"{self.rule:<26} {self.place:<24} {self.detail}"


def name_of(place: tuple[int, int], item: Optional[int] = None) -> str:
    """An input's place, and its item's number."""
    return f"{place[0]}@{place[1]}" + ("" if item is None else f"#{item}")
