"""How long a group commits nothing after a fault: arithmetic on what was observed.

All times are seconds of one clock. Offsets are by partition.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Iterable, Mapping, Optional, Sequence

Offsets = Mapping[int, int]

# A commit this soon after a fault may have been under way before it.
GRACE_S = 0.3
NEVER = math.inf


@dataclass(frozen=True)
class Fault:
    at: float
    kind: str  # faults of one kind are reported together
    what: str = ""


@dataclass(frozen=True)
class Sample:
    at: float
    committed: Offsets
    ends: Offsets  # of the input that the brokers have acknowledged


@dataclass(frozen=True)
class Recovery:
    """The time from a fault, or from the first input after it, to the next commit."""

    fault: Fault
    partition: int
    seconds: float  # NEVER: there was none


@dataclass(frozen=True)
class Pause:
    """Input waited, and nothing of its partition was committed."""

    partition: int
    start: float
    seconds: float


def recoveries(faults: Iterable[Fault], samples: Sequence[Sample]) -> list[Recovery]:
    """One for each fault and partition with input waiting."""
    partitions = sorted({p for sample in samples for p in sample.ends})
    found = (_recovery(fault, partition, samples) for fault in faults for partition in partitions)
    return [each for each in found if each is not None]


def _recovery(fault: Fault, partition: int, samples: Sequence[Sample]) -> Optional[Recovery]:
    # A coordinator that is away answers nothing, so what the first answer shows
    # may be older than the fault: it is where the count begins.
    later = [sample for sample in samples if sample.at >= fault.at + GRACE_S]
    if not later:
        return None
    base = later[0].committed.get(partition, 0)
    waits = next((s.at for s in later if s.ends.get(partition, 0) > base), None)
    if waits is None:
        return None
    start = fault.at if waits == later[0].at else waits
    commit = next((s.at for s in later if s.committed.get(partition, 0) > base), NEVER)
    return Recovery(fault, partition, max(0.0, commit - start))


def slowest(found: Iterable[Recovery]) -> list[Recovery]:
    """Of each fault the partition that took longest: then all commit again."""
    of_fault: dict[Fault, Recovery] = {}
    for each in found:
        if each.fault not in of_fault or of_fault[each.fault].seconds < each.seconds:
            of_fault[each.fault] = each
    return list(of_fault.values())


def longest_pause(samples: Sequence[Sample]) -> Optional[Pause]:
    pauses = [pause for partition in {p for sample in samples for p in sample.ends}
              for pause in _pauses(partition, samples)]
    return max(pauses, key=lambda pause: pause.seconds, default=None)


def _pauses(partition: int, samples: Sequence[Sample]) -> Iterable[Pause]:
    """The last one may last beyond the last sample."""
    waits_since, last = None, 0
    for sample in samples:
        committed = sample.committed.get(partition, last)
        if waits_since is not None and committed > last:
            yield Pause(partition, waits_since, sample.at - waits_since)
            waits_since = None
        last = max(last, committed)
        if waits_since is None and sample.ends.get(partition, 0) > last:
            waits_since = sample.at
    if waits_since is not None:
        yield Pause(partition, waits_since, samples[-1].at - waits_since)


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least that share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def causes(start: float, seconds: float, faults: Iterable[Fault]) -> str:
    """The faults between the two moments, each with its time after the first."""
    near = [f for f in faults if start <= f.at <= start + seconds]
    return ", ".join(f"{f.kind} {f.what} (+{f.at - start:.1f} s)" for f in near)


def table(found: Sequence[Recovery], targets_s: Mapping[str, float],
          note_of: Mapping[Fault, str]) -> str:
    """Text: a line for each kind of fault, of the slowest partition of each fault."""
    by_kind: dict[str, list[Recovery]] = defaultdict(list)
    for each in slowest(found):
        by_kind[each.fault.kind].append(each)
    lines = [f"{'seconds until all partitions commit again':42} {'faults':>6} {'median':>7} "
             f"{'p99':>7} {'longest':>7} {'target':>7}  the longest"]
    for kind, of_kind in sorted(by_kind.items()):
        seconds = [each.seconds for each in of_kind]
        worst = max(of_kind, key=lambda each: each.seconds)
        median, target = percentile(seconds, 0.5), targets_s.get(kind)
        told = "" if target is None else f"{target:.1f}{'' if median <= target else ' !'}"
        lines.append(f"{kind:42} {len(seconds):6} {median:7.1f} {percentile(seconds, 0.99):7.1f} "
                     f"{worst.seconds:7.1f} {told:>7}  partition {worst.partition}, "
                     f"{note_of.get(worst.fault, worst.fault.what)}".rstrip())
    return "\n".join(lines) + "\n"
