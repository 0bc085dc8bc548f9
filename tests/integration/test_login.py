"""Logins: what brokers and clients may agree on, and what is said where they do not."""

import re
import socket
import threading
import time

import pytest

import places
from articles import Newsroom
from fleet import QUICK_GROUP, Fleet, create_topics
from secure import PASSWORD, PROTOCOLS, SecureCluster, login
from worker import run_command

pytestmark = [pytest.mark.integration, pytest.mark.cost(15)]

WRONG_PASSWORD = "hunter2-hunter2"
SOON_S = 15  # most of it is the start of processes on a busy machine; 70 s it was
FIRST_WITH_SCRAM = (2, 6, 1)


@pytest.fixture(scope="module")
def secure(request, run_directory):
    directory = run_directory / "secure"
    directory.mkdir()
    secure = SecureCluster(directory)
    yield secure
    secure.close(keep_logs=bool(request.session.testsfailed))


@pytest.fixture
def uncreated_fleet(secure, names, run_directory):
    """On the secure cluster."""
    directory = run_directory / names.group
    directory.mkdir()
    fleet = Fleet(secure.cluster, names, directory)
    yield fleet
    fleet.close()


@pytest.fixture
def fleet(uncreated_fleet, names):
    create_topics(uncreated_fleet.cluster, names)
    return uncreated_fleet


def library_version():
    text = run_command(places.NEWSMILL, "version").stdout
    return tuple(int(part) for part in re.search(r"librdkafka (\d+)\.(\d+)\.(\d+)", text).groups())


def connected(secure, listener, properties):
    """The configuration's keys for a client of that listener."""
    return {"kafka__brokers": secure.address(listener),
            "kafka__properties": QUICK_GROUP | properties}


def newsmill(fleet, command, changes, *options):
    return run_command(places.NEWSMILL, command, "--config", fleet.config(**changes), *options)


def trusting(secure, properties):
    return properties | {"ssl.ca.location": str(secure.certificates.ca)}


# -- what works ----------------------------------------------------------------------------

@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_logs_in(secure, fleet, protocol):
    properties = ({"security.protocol": "SSL"} if protocol == "SSL" else login(protocol))
    changes = connected(secure, protocol, trusting(secure, properties))
    assert newsmill(fleet, "check", changes, "--connect").returncode == 0

    fleet.produce(Newsroom(1).stories(20))
    fleet.worker(**changes)
    fleet.wait_all_committed()

    assert fleet.violations() == []


@pytest.mark.parametrize("mechanism", ["SCRAM-SHA-256", "SCRAM-SHA-512"])
def test_logs_in_by_scram(secure, fleet, mechanism):
    if library_version() < FIRST_WITH_SCRAM:
        pytest.skip("this librdkafka cannot; script/verify librdkafka tests one that can")
    changes = connected(secure, "SASL_PLAINTEXT", login("SASL_PLAINTEXT", mechanism))
    assert newsmill(fleet, "check", changes).stderr == ""

    fleet.produce(Newsroom(1).stories(20))
    fleet.worker(**changes)
    fleet.wait_all_committed()

    assert fleet.violations() == []


def test_the_program_runs_with_the_library_that_is_tested():
    if places.LIBRDKAFKA is None:
        pytest.skip("NEWSMILL_LIBRDKAFKA is not set")
    version = ".".join(str(part) for part in library_version())
    assert places.LIBRDKAFKA.parent.name == f"librdkafka-{version}"


# -- what does not -------------------------------------------------------------------------

def wrong_password(secure):
    return "SASL_PLAINTEXT", login("SASL_PLAINTEXT", password=WRONG_PASSWORD)


def unknown_ca(secure):
    return "SSL", {"security.protocol": "SSL",
                   "ssl.ca.location": str(secure.certificates.other_ca)}


def plaintext_to_tls(_secure):
    return "SSL", {}


def tls_to_plaintext(secure):
    return "PLAINTEXT", trusting(secure, {"security.protocol": "SSL"})


def no_login_to_sasl(_secure):
    return "SASL_PLAINTEXT", {}


def sasl_to_no_login(_secure):
    return "PLAINTEXT", login("SASL_PLAINTEXT")


def unknown_mechanism(_secure):
    return "SASL_PLAINTEXT", {
        "security.protocol": "SASL_PLAINTEXT", "sasl.mechanisms": "OAUTHBEARER",
        "enable.sasl.oauthbearer.unsecure.jwt": "true",
        "sasl.oauthbearer.config": "principal=mill"}


@pytest.mark.parametrize("mistake, reason, advice", [
    (wrong_password, "Invalid username or password", "correct sasl.username and sasl.password"),
    (unknown_ca, "certificate that cannot be verified", "ssl.ca.location"),
    (plaintext_to_tls, "as a listener with TLS does", "SSL or SASL_SSL"),
    (tls_to_plaintext, "as a listener without TLS does", "PLAINTEXT or SASL_PLAINTEXT"),
    (no_login_to_sasl, "as a listener with SASL does", "SASL_SSL or SASL_PLAINTEXT"),
    (sasl_to_no_login, "a listener without SASL", "PLAINTEXT or SSL"),
    (unknown_mechanism, "does not offer the SASL mechanism OAUTHBEARER", "PLAIN,SCRAM"),
])
def test_says_why_it_cannot_log_in(secure, uncreated_fleet, mistake, reason, advice):
    listener, properties = mistake(secure)
    changes = connected(secure, listener, properties)

    began = time.monotonic()
    checked = newsmill(uncreated_fleet, "check", changes, "--connect")

    assert checked.returncode == 2, checked.stderr
    assert time.monotonic() - began < SOON_S
    line = checked.stderr.splitlines()[-1]
    assert f"broker {secure.address(listener)}" in line
    assert reason in line and advice in line, line


@pytest.mark.parametrize("command, options", [
    ("run", []), ("topics", []), ("topics", ["--create"]), ("check", ["--connect"]),
    ("replay", ["--from", "earliest"]), ("replay", ["--from", "earliest", "--dry-run"]),
])
def test_every_command_says_why_it_cannot_log_in(secure, uncreated_fleet, command, options):
    listener, properties = wrong_password(secure)
    changes = connected(secure, listener, properties)

    began = time.monotonic()
    ended = newsmill(uncreated_fleet, command, changes, *options)

    assert ended.returncode == 2, ended.stderr
    assert time.monotonic() - began < SOON_S
    assert "Invalid username or password" in ended.stderr
    assert secure.address(listener) in ended.stderr
    assert WRONG_PASSWORD not in ended.stdout + ended.stderr


def test_says_that_the_library_is_too_old_for_scram(secure, uncreated_fleet):
    if library_version() >= FIRST_WITH_SCRAM:
        pytest.skip("this librdkafka is new enough")
    changes = connected(secure, "SASL_PLAINTEXT", login("SASL_PLAINTEXT", "SCRAM-SHA-512"))

    checked = newsmill(uncreated_fleet, "check", changes)
    refused = newsmill(uncreated_fleet, "run", changes)

    assert checked.returncode == 0
    assert "warning: kafka.properties.sasl.mechanisms" in checked.stderr
    assert refused.returncode == 2
    for text in (checked.stderr, refused.stderr):
        assert "use librdkafka 2.6.1 or newer" in text
    assert PASSWORD not in refused.stdout + refused.stderr


def test_names_a_broker_that_is_away(uncreated_fleet):
    checked = newsmill(uncreated_fleet, "check", {"kafka__brokers": "127.0.0.1:9"}, "--connect")

    assert checked.returncode == 1, "it may be there soon"
    assert "broker 127.0.0.1:9: Connection refused" in checked.stderr


def test_a_proxy_whose_broker_is_starting_is_waited_for(uncreated_fleet):
    """It takes connections and ends them, as a listener of another protocol would."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        def end_connections():
            while True:
                try:
                    proxy.accept()[0].close()
                except OSError:
                    return
        thread = threading.Thread(target=end_connections)
        thread.start()
        address = f"127.0.0.1:{proxy.getsockname()[1]}"
        checked = newsmill(uncreated_fleet, "check", {"kafka__brokers": address}, "--connect")
        proxy.shutdown(socket.SHUT_RDWR)
        thread.join()

    assert checked.returncode == 1, checked.stderr
    assert f"broker {address}" in checked.stderr


# -- once it has worked --------------------------------------------------------------------

def test_a_worker_outlives_credentials_that_change(secure, fleet):
    changes = connected(secure, "SASL_PLAINTEXT",
                        login("SASL_PLAINTEXT") | {"reconnect.backoff.max.ms": 1000})
    worker = fleet.worker(**changes).wait_assigned()
    fleet.produce(Newsroom(1).stories(10))
    fleet.wait_all_committed()

    secure.set_plain_password("another-password")
    try:
        worker.wait_log("Invalid username or password")
        fleet.produce(Newsroom(2).stories(10))
    finally:
        secure.set_plain_password(PASSWORD)

    fleet.wait_all_committed()
    assert worker.is_running
    assert fleet.violations() == []
