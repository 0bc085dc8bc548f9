"""Says whether a fleet kept its promise, from what stands in the topics alone.

It shares no code with the program: it is written in another language, reads
with another client, and knows only the contract. `check` is a pure function
over messages; `read_topics` gets them from a broker.
"""

from newsmill_checker.check import check
from newsmill_checker.ledger import Allowances
from newsmill_checker.message import Message
from newsmill_checker.violation import Violation

__all__ = ["Allowances", "Message", "Violation", "check"]
