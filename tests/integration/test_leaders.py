"""Three brokers: the leader of a partition moves or is gone, and then partitions are assigned."""

import pytest

import roles
from articles import Newsroom
from fleet import DRAIN_TIMEOUT_S, create_topics
from waiting import eventually, hold

pytestmark = [pytest.mark.fault, pytest.mark.wide]

RECOVERY_S = 30
AWAY_S = 15  # the worker's session time-out of 3 s, a rebalance of at most 6 s, and some
AT_ONCE_S = DRAIN_TIMEOUT_S / 3
LEADERLESS_S = 3.0


def elected(cluster, topic) -> None:
    """Other replicas are elected; no connection breaks."""
    for partition in roles.partitions_of(cluster.admin(), topic):
        roles.move_leader(cluster, topic, partition)


def killed(cluster, topic) -> None:
    """A leader is killed, and comes back when another one leads."""
    admin = cluster.admin()
    old = roles.wait_leader(admin, topic)
    with cluster.down(old, hard=True):
        eventually(lambda: roles.leader_of(admin, topic) not in (None, old), 30,
                   f"another node leads {topic}/0")


@pytest.mark.cost(15)
@pytest.mark.parametrize("move", [elected, killed])
@pytest.mark.parametrize("topic", ["raw", "fingerprints"])
def test_partitions_are_assigned_after_leaders_have_moved(wide_fleet, topic, move):
    fleet, newsroom = wide_fleet, Newsroom(31)
    fleet.produce(newsroom.stories(200))
    config = fleet.config()
    first = fleet.worker("first", config)
    fleet.wait_all_committed()

    move(fleet.cluster, getattr(fleet.names, topic))
    second = fleet.worker("second", config)
    fleet.wait_members(2)
    fleet.produce(newsroom.stories(200))
    fleet.wait_all_committed(RECOVERY_S)
    assert second.sigterm() == 0  # now the first one has every partition
    fleet.produce(newsroom.stories(200))
    fleet.wait_all_committed(RECOVERY_S)

    assert first.is_running
    assert fleet.violations() == []


@pytest.mark.cost(15)
def test_partitions_are_assigned_while_an_old_leader_is_away(wide_fleet):
    """Who still asks the old leader gets no answer at all."""
    fleet, raw, newsroom = wide_fleet, wide_fleet.names.raw, Newsroom(35)
    fleet.produce(newsroom.stories(200))
    config = fleet.config()
    fleet.worker("first", config)
    fleet.wait_all_committed()

    old = roles.wait_leader(fleet.admin, raw)
    with fleet.cluster.down(old, hard=True):
        eventually(lambda: roles.leader_of(fleet.admin, raw) not in (None, old), 30,
                   f"another node leads {raw}/0")
        fleet.worker("second", config)
        fleet.produce(newsroom.stories(200))
        fleet.wait_all_committed(AWAY_S)

    assert fleet.violations() == []


@pytest.mark.cost(6)
def test_every_leader_moves_under_load_and_then_partitions_are_assigned(wide_fleet):
    fleet, cluster = wide_fleet, wide_fleet.cluster
    feed = fleet.feed(Newsroom(32).stories(2000), per_second=200)
    config = fleet.config()
    fleet.worker("first", config)
    fleet.wait_committed(200)

    for topic in (fleet.names.raw, *fleet.names.outputs, fleet.names.fingerprints):
        elected(cluster, topic)
    fleet.worker("second", config)
    feed.finish()
    fleet.wait_all_committed(RECOVERY_S)

    assert fleet.violations() == []


# A topic of which one broker has the only replica: without that broker its
# partitions have no leader, while the rest of the cluster works.

def keep_on_one_node(fleet, topic: str) -> int:
    """Creates the fleet's topics. Returns the node, which does not coordinate the group."""
    coordinator = roles.group_coordinator(fleet.admin, fleet.names.group)
    keeper = next(node.id for node in fleet.cluster.nodes if node.id != coordinator)
    create_topics(fleet.cluster, fleet.names, kept_by={topic: keeper})
    return keeper


@pytest.mark.cost(12)
@pytest.mark.parametrize("topic", ["raw", "fingerprints"])
def test_a_worker_that_starts_without_a_leader_works_once_there_is_one(
        uncreated_wide_fleet, topic):
    fleet, name = uncreated_wide_fleet, getattr(uncreated_wide_fleet.names, topic)
    keeper = keep_on_one_node(fleet, name)
    fleet.produce(Newsroom(33).stories(200))

    with fleet.cluster.down(keeper):
        roles.wait_no_leader(fleet.cluster, name)
        worker = fleet.worker(kafka__allow_unsafe_topics=True)
        hold(LEADERLESS_S)
    fleet.wait_all_committed(RECOVERY_S)

    assert worker.is_running
    assert fleet.violations() == []


@pytest.mark.cost(12)
@pytest.mark.parametrize("away", ["killed", "frozen"])
def test_sigterm_ends_a_worker_at_once_while_its_recovery_fails(uncreated_wide_fleet, away):
    fleet, cluster = uncreated_wide_fleet, uncreated_wide_fleet.cluster
    keeper = keep_on_one_node(fleet, fleet.names.raw)
    fleet.produce(Newsroom(34).stories(200))
    config = fleet.config(kafka__allow_unsafe_topics=True)
    worker = fleet.worker("first", config)
    fleet.wait_all_committed()

    if away == "killed":
        cluster.stop(keeper, hard=True)
    else:
        cluster.pause(keeper)
    roles.wait_no_leader(cluster, fleet.names.raw)
    fleet.worker("second", config)  # so that partitions are assigned anew
    worker.wait_log("recovery_failed", seconds=60)
    hold(1)  # the next attempt waits for an answer now
    ended = worker.sigterm(AT_ONCE_S)
    cluster.revive(keeper)
    fleet.wait_all_committed(RECOVERY_S)

    assert ended == 0
    assert fleet.violations() == []
