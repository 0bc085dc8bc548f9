"""What is reported of recovery, on observations made by hand."""

import pytest

from newsmill_checker.recovery import (NEVER, Fault, Pause, Sample, causes, longest_pause,
                                       percentile, recoveries, slowest, table)

KILL = Fault(10.0, "worker killed", "w1")


def samples(*committed, end=100, start=9.0, every=0.5):
    """Of one partition with input waiting, at regular times."""
    return [Sample(start + every * i, {0: offset}, {0: end}) for i, offset in enumerate(committed)]


def seconds(faults, observed):
    return [each.seconds for each in recoveries(faults, observed)]


def test_a_recovery_ends_with_the_first_commit_after_the_fault():
    assert seconds([KILL], samples(1, 2, 2, 2, 2, 2, 7, 8)) == [2.0]


def test_a_commit_that_was_under_way_does_not_count():
    under_way = [Sample(9.9, {0: 1}, {0: 9}), Sample(10.1, {0: 2}, {0: 9}),
                 Sample(10.4, {0: 2}, {0: 9}), Sample(14.0, {0: 3}, {0: 9})]

    assert seconds([KILL], under_way) == [4.0]


def test_the_first_answer_after_a_silence_may_be_older_than_the_fault():
    silent = [Sample(9.9, {0: 1}, {0: 9}), Sample(13.0, {0: 2}, {0: 9}),
              Sample(13.2, {0: 3}, {0: 9})]

    assert seconds([KILL], silent) == [pytest.approx(3.2)]


def test_a_partition_without_input_has_nothing_to_recover():
    assert seconds([KILL], samples(5, 5, 5, 5, 5, end=5)) == []


def test_input_that_comes_later_is_waited_for_from_then_on():
    late = [Sample(9.0, {0: 5}, {0: 5}), Sample(10.5, {0: 5}, {0: 5}),
            Sample(12.0, {0: 5}, {0: 6}), Sample(12.5, {0: 6}, {0: 6})]

    assert seconds([KILL], late) == [0.5]


def test_a_partition_that_commits_nothing_more_never_recovers():
    assert seconds([KILL], samples(1, 2, 2, 2, 2, 2)) == [NEVER]


def test_a_fault_after_the_last_observation_says_nothing():
    assert seconds([Fault(50.0, "worker killed")], samples(1, 2, 3)) == []


def test_a_partition_without_any_commit_counts_from_zero():
    none = [Sample(9.0, {}, {0: 4}), Sample(11.0, {}, {0: 4}), Sample(12.0, {0: 4}, {0: 4})]

    assert seconds([KILL], none) == [2.0]


def test_a_fault_has_ended_when_its_slowest_partition_commits():
    two = [Sample(9.0, {0: 1, 1: 1}, {0: 9, 1: 9}), Sample(10.5, {0: 1, 1: 1}, {0: 9, 1: 9}),
           Sample(11.0, {0: 2, 1: 1}, {0: 9, 1: 9}), Sample(15.0, {0: 2, 1: 2}, {0: 9, 1: 9})]

    (worst,) = slowest(recoveries([KILL], two))

    assert (worst.partition, worst.seconds) == (1, 5.0)


def test_the_longest_pause_counts_only_while_input_waits():
    observed = [Sample(0.0, {0: 5}, {0: 5}), Sample(60.0, {0: 5}, {0: 9}),
                Sample(63.0, {0: 9}, {0: 9}), Sample(90.0, {0: 9}, {0: 9})]

    assert longest_pause(observed) == Pause(0, 60.0, 3.0)


def test_a_pause_that_has_not_ended_counts_up_to_the_last_observation():
    assert longest_pause(samples(5, 5, 5, end=9)) == Pause(0, 9.0, 1.0)


def test_percentiles_are_values_that_were_seen():
    assert [percentile(range(1, 101), share) for share in (0.5, 0.99, 1.0)] == [50, 99, 100]
    assert percentile([7.0], 0.5) == 7.0
    assert percentile([1.0, 9.0], 0.99) == 9.0


def test_causes_are_the_faults_meanwhile():
    faults = [Fault(1.0, "before"), KILL, Fault(12.0, "node frozen", "2")]

    assert causes(10.0, 5.0, faults) == "worker killed w1 (+0.0 s), node frozen 2 (+2.0 s)"


def test_the_table_has_a_line_a_kind_and_marks_what_misses_its_target():
    found = recoveries([KILL], samples(1, 2, 2, 2, 2, 2, 7, 8))

    kept = table(found, {"worker killed": 2.0}, {KILL: "seed 3"})
    missed = table(found, {"worker killed": 1.9}, {})

    assert "2.0  partition 0, seed 3" in kept and "!" not in kept
    assert "1.9 !" in missed
