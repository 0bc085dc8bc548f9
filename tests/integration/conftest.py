import os
import pathlib
import shutil
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "checker"), str(HERE.parent / "dashboards")]

import places  # noqa: E402  (needs the path above)
from cluster import Cluster  # noqa: E402
from fleet import Fleet, Names, create_topics  # noqa: E402

LOG_TAIL_BYTES = 4000


def pytest_configure(config):
    config.addinivalue_line("markers", "integration: a real broker, nothing is killed")
    config.addinivalue_line("markers", "fault: workers or brokers are killed, frozen, replaced")
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
    if report.failed and (fleet := item.funcargs.get("fleet")):
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
    directory = run_directory / "cluster"
    directory.mkdir()
    cluster = Cluster(directory)
    yield cluster
    cluster.close(keep_logs=bool(request.session.testsfailed))


@pytest.fixture
def names(request):
    return Names.fresh(request.node.name.removeprefix("test_"))


@pytest.fixture
def uncreated_fleet(cluster, names, run_directory):
    """A fleet whose topics do not exist yet."""
    directory = run_directory / names.group
    directory.mkdir()
    fleet = Fleet(cluster, names, directory)
    yield fleet
    fleet.close()


@pytest.fixture
def fleet(uncreated_fleet, names):
    create_topics(uncreated_fleet.cluster, names)
    return uncreated_fleet


@pytest.fixture
def faulty():
    """Asked for by tests that inject faults inside the program.

    Whoever sets NEWSMILL_FAULTY_BIN has built it: then its absence is a failure.
    """
    if "NEWSMILL_FAULTY_BIN" not in os.environ and not places.NEWSMILL_FAULTY.exists():
        pytest.skip(f"no faulty program at {places.NEWSMILL_FAULTY}: not built yet")
    return places.NEWSMILL_FAULTY
