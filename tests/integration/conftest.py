import os
import pathlib
import shutil
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "checker"), str(HERE.parent / "dashboards")]

import places  # noqa: E402  (needs the path above)
import roles  # noqa: E402
from cluster import Cluster  # noqa: E402
from fleet import Fleet, Names, create_topics  # noqa: E402
from recovery import RecoveryReport  # noqa: E402

LOG_TAIL_BYTES = 4000


def pytest_configure(config):
    config.addinivalue_line("markers", "integration: a real broker, nothing is killed")
    config.addinivalue_line("markers", "fault: workers or brokers are killed, frozen, replaced")
    config.addinivalue_line("markers", "wide: three brokers; what is without it needs one")
    config.addinivalue_line("markers", "upgrade: needs an earlier build, see script/verify")
    config.addinivalue_line("markers", "cost(seconds): the cheapest tests run first (default 5)")


def pytest_collection_modifyitems(items):
    def cost(item) -> float:
        marker = item.get_closest_marker("cost")
        return marker.args[0] if marker else 5
    items.sort(key=cost)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    """A failed test shows the end of its workers' logs."""
    report = (yield).get_result()
    fleet = next((each for each in item.funcargs.values() if isinstance(each, Fleet)), None)
    if report.failed and fleet:
        for worker in fleet.workers:
            tail = worker.log_text()[-LOG_TAIL_BYTES:] if worker.log_file.exists() else ""
            report.sections.append((f"{worker.log_file}", tail))


@pytest.fixture(scope="session")
def run_directory(request, tmp_path_factory):
    """Stays behind when a test fails, with every log in it."""
    directory = tmp_path_factory.mktemp("newsmill")
    yield directory
    if request.session.testsfailed:
        print(f"\nlogs of brokers and workers: {directory}")
    else:
        shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster(request, run_directory):
    """One broker for the whole suite. A test that stops it starts it again."""
    yield from started_cluster(request, run_directory / "cluster", 1)


@pytest.fixture(scope="session")
def wide_cluster(request, run_directory):
    """Three brokers, started by the first test that asks. A test that stops one starts it again."""
    for cluster in started_cluster(request, run_directory / "wide-cluster", 3):
        roles.create_internal_topics(cluster)
        yield cluster


def started_cluster(request, directory, size):
    directory.mkdir()
    cluster = Cluster(directory, size)
    yield cluster
    cluster.close(keep_logs=bool(request.session.testsfailed))


RECOVERY = {size: RecoveryReport(places.RECOVERY / f"recovery-{size}-brokers.txt")
            for size in (1, 3)}


@pytest.fixture(scope="session")
def recovery_reports():
    """How long the schedules of this run took to commit again, by the number of brokers."""
    return RECOVERY


def pytest_terminal_summary(terminalreporter):
    for size, report in RECOVERY.items():
        if report:
            terminalreporter.section(f"recovery, {size} brokers")
            terminalreporter.write(str(report))


@pytest.fixture
def names(request):
    return Names.fresh(request.node.name.removeprefix("test_"))


@pytest.fixture
def uncreated_fleet(cluster, names, run_directory):
    """A fleet whose topics do not exist yet."""
    yield from closed_fleet(cluster, names, run_directory)


@pytest.fixture
def fleet(uncreated_fleet, names):
    create_topics(uncreated_fleet.cluster, names)
    return uncreated_fleet


@pytest.fixture
def uncreated_wide_fleet(wide_cluster, names, run_directory):
    """On three brokers, which all run and are in sync when the test starts."""
    for node in wide_cluster.nodes:  # whatever a failed test left behind
        wide_cluster.revive(node.id)
    roles.wait_in_sync(wide_cluster)
    yield from closed_fleet(wide_cluster, names, run_directory)
    # A node that comes back looks at every partition there is.
    admin = wide_cluster.admin()  # has to live until the last answer
    topics = [names.raw, *names.outputs, names.fingerprints]
    for future in admin.delete_topics(topics).values():
        future.exception(30)  # a failed test may have left a node away


@pytest.fixture
def wide_fleet(uncreated_wide_fleet, names):
    """With topics of three replicas, as the guarantees ask for."""
    create_topics(uncreated_wide_fleet.cluster, names)
    return uncreated_wide_fleet


def closed_fleet(cluster, names, run_directory):
    directory = run_directory / names.group
    directory.mkdir()
    fleet = Fleet(cluster, names, directory)
    yield fleet
    fleet.close()


@pytest.fixture
def faulty():
    """Asked for by tests that inject faults inside the program.

    Whoever sets NEWSMILL_FAULTY_BIN has built it: then its absence is a failure.
    """
    if "NEWSMILL_FAULTY_BIN" not in os.environ and not places.NEWSMILL_FAULTY.exists():
        pytest.skip(f"no faulty program at {places.NEWSMILL_FAULTY}: not built yet")
    return places.NEWSMILL_FAULTY
