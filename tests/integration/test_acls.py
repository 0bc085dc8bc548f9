"""The permissions of deploy/kafka/acls.sh are enough, and each of them is needed: without it,
the program says which one is missing, as docs/operations.md has it."""

import shlex
import subprocess
from dataclasses import replace
from typing import Iterable

import pytest
import yaml
from confluent_kafka.admin import NewTopic

import error_table
import metrics
import places
from articles import Newsroom
from authorizer import Acl, GuardedCluster
from cluster import JVM
from fleet import PARTITIONS, QUICK_GROUP, Fleet, Names, create_topics
from log_shell import LogShell, first_offset
from waiting import eventually
from worker import event_of, run_command

pytestmark = [pytest.mark.integration, pytest.mark.cost(8)]

ACLS = places.DEPLOY / "kafka" / "acls.sh"
STRIMZI = places.DEPLOY / "kubernetes" / "strimzi"
DEFAULTS = Names("news.raw", "news.articles", "news.duplicates", "news.deadletters",
                 "news.fingerprints", "newsmill")
OPERATIONS = {"Read": "READ", "Write": "WRITE", "Create": "CREATE", "Delete": "DELETE",
              "Describe": "DESCRIBE",
              "DescribeConfigs": "DESCRIBE_CONFIGS"}
STOP_S = 30  # on a busy machine; a worker that lacks a permission ends at once
SOON_S = 60


# -- what is shipped -----------------------------------------------------------

def options_of(names: Names) -> list[str]:
    return ["--group", names.group, "--raw", names.raw, "--articles", names.articles,
            "--duplicates", names.duplicates, "--dead-letters", names.dead_letters,
            "--fingerprints", names.fingerprints]


def acls_of_script(command: str, names: Names = DEFAULTS, *options: str) -> list[Acl]:
    printed = subprocess.run([ACLS, command, "User:somebody", *options_of(names), *options],
                             capture_output=True, text=True, check=True)
    return [acl for line in printed.stdout.splitlines() for acl in acls_of_command(line)]


def acls_of_command(line: str) -> Iterable[Acl]:
    words = shlex.split(line)
    pairs = list(zip(words, words[1:]))
    pattern = dict(pairs).get("--resource-pattern-type", "literal")
    for option, name in pairs:
        resource = option.removeprefix("--")
        if resource in ("topic", "group", "transactional-id"):
            for operation in (value for key, value in pairs if key == "--operation"):
                yield Acl(resource, name, OPERATIONS[operation], pattern)


def acls_of_manifest() -> list[Acl]:
    user = yaml.safe_load((STRIMZI / "kafka-user.yaml").read_text())
    resources = {"topic": "topic", "group": "group", "transactionalId": "transactional-id"}
    patterns = {"literal": "literal", "prefix": "prefixed"}
    return [Acl(resources[rule["resource"]["type"]], rule["resource"]["name"],
                OPERATIONS[operation], patterns[rule["resource"]["patternType"]])
            for rule in user["spec"]["authorization"]["acls"] for operation in rule["operations"]]


RUN = acls_of_script("run")
TRIM = Acl("topic", DEFAULTS.fingerprints, "DELETE")


def test_the_manifest_gives_what_the_script_gives():
    assert sorted(acls_of_manifest()) == sorted(RUN)
    assert len(set(RUN)) == len(RUN)


def test_only_a_worker_may_delete_entries():
    assert [acl for acl in RUN if acl.operation == "DELETE"] == [TRIM]
    for command in ("replay", "topics", "topics-create"):
        assert not any(acl.operation == "DELETE" for acl in acls_of_script(command))


# -- the broker ----------------------------------------------------------------

@pytest.fixture(scope="module")
def guarded(request, run_directory):
    """One broker with an authorizer for all tests here."""
    directory = run_directory / "guarded"
    directory.mkdir()
    cluster = GuardedCluster(directory)
    yield cluster
    cluster.close(keep_logs=bool(request.session.testsfailed))


@pytest.fixture
def cluster(guarded):
    """For the fixtures of conftest.py."""
    return guarded


@pytest.fixture(scope="module")
def shared_names(guarded):
    """Topics for the tests in which no worker gets far."""
    names = Names.fresh("acls")
    create_topics(guarded, names)
    return names


@pytest.fixture
def shared(guarded, shared_names, names, run_directory):
    directory = run_directory / names.group
    directory.mkdir()
    fleet = Fleet(guarded, shared_names, directory)
    yield fleet
    fleet.close()


def settings(fleet, user: str) -> dict:
    """Changes of a configuration: the user comes by the guarded listener."""
    return {"kafka__brokers": fleet.cluster.guarded_brokers,
            "kafka__properties": QUICK_GROUP | fleet.cluster.login(user)}


def user_with(fleet, acls: Iterable[Acl]) -> str:
    user = fleet.cluster.new_user()
    fleet.cluster.allow(user, acls)
    return user


def topics(fleet, user: str, *options: str):
    return run_command(places.NEWSMILL, "topics", "--config",
                       fleet.config("topics", **settings(fleet, user)), *options)


def of_test(acl: Acl, names: Names) -> Acl:
    """The same permission on what the test's names say."""
    renamed = dict(zip(vars(DEFAULTS).values(), vars(names).values()))
    renamed["newsmill-newsmill-"] = f"newsmill-{names.group}-"
    return replace(acl, name=renamed[acl.name])


def assert_told(message: str, text: str, exit_code: int, user: str, *names: str) -> None:
    """As a row of the table in docs/operations.md has it, and whom to give what on what."""
    row = error_table.row(message)
    lines = [line for line in text.splitlines() if row.is_in(line)]
    assert lines, f"{row.message!r} is not in:\n{text}"
    assert exit_code in row.exit_codes
    for word in (f"User:{user}", *names):
        assert any(word in line for line in lines), (word, lines)


def told_by(worker) -> str:
    return "\n".join(event_of(entry) for entry in worker.log_entries())


# -- enough --------------------------------------------------------------------

def test_what_the_script_gives_is_enough_for_a_worker(fleet, names):
    user = fleet.cluster.new_user()
    tool = f"java {' '.join(JVM)} -cp '{places.KAFKA_LIB}/*' org.apache.kafka.tools.AclCommand"
    subprocess.run([ACLS, "run", f"User:{user}", *options_of(names), "--apply", "--tool",
                    f"{tool} --bootstrap-server {fleet.cluster.brokers}"],
                   check=True, capture_output=True)
    eventually(lambda: fleet.cluster.acls_of(user) == set(acls_of_script("run", names)), 30,
               "the broker has what the script prints")
    newsroom = Newsroom(60)
    stories = newsroom.texts(20)
    fleet.produce(newsroom.inputs_of(stories + stories[:5]))

    worker = fleet.worker(**settings(fleet, user))
    fleet.wait_all_committed()

    assert topics(fleet, user).returncode == 0
    assert worker.sigterm() == 0
    assert "AUTHORIZATION" not in worker.log_text()
    assert fleet.violations() == []


def test_what_the_script_gives_is_enough_to_create_the_topics(uncreated_fleet, names):
    user = user_with(uncreated_fleet, acls_of_script("topics-create", names))

    created = topics(uncreated_fleet, user, "--create")

    assert created.returncode == 0, created.stderr
    looks = user_with(uncreated_fleet, acls_of_script("topics", names))
    assert topics(uncreated_fleet, looks).returncode == 0


def test_what_the_script_gives_is_enough_for_a_replay(fleet, names):
    user = user_with(fleet, acls_of_script("replay", names, "--name", "again"))
    fleet.produce(Newsroom(61).stories(10))

    replay = fleet.replay("--from", "earliest", name="again", **settings(fleet, user))

    assert replay.wait_exit(SOON_S) == 0
    assert len(fleet.of_replay("again").articles()) == 10


def test_the_manifests_make_topics_that_a_worker_accepts(uncreated_fleet, names):
    fleet = uncreated_fleet
    manifests = list(yaml.safe_load_all((STRIMZI / "kafka-topics.yaml").read_text()))
    renamed = dict(zip(vars(DEFAULTS).values(), vars(names).values()))
    for future in fleet.admin.create_topics([
            NewTopic(renamed[each["metadata"]["name"]], each["spec"]["partitions"], 1,
                     config={key: str(value).lower() if isinstance(value, bool) else str(value)
                             for key, value in each["spec"]["config"].items()})
            for each in manifests]).values():
        future.result()

    looked = run_command(places.NEWSMILL, "topics", "--config", fleet.config())

    assert looked.returncode == 0, looked.stderr
    assert {each["spec"]["replicas"] for each in manifests} == {3}
    # This cluster has one broker; nothing else is to be said.
    assert {line.rsplit(": ", 1)[1] for line in looked.stderr.splitlines()} == {
        "replication is 1, should be 3 or more"}


# -- needed --------------------------------------------------------------------

def message_of(acl: Acl) -> str:
    """What a worker says that starts without it."""
    if acl.operation == "DESCRIBE_CONFIGS":
        return "not allowed to read its settings"
    if acl.resource == "topic" and acl.name != DEFAULTS.fingerprints:
        return "not allowed to see whether it exists"
    return {"topic-READ": "not allowed to read it (", "topic-WRITE": "not allowed to append to it",
            "group-READ": "group GROUP: not allowed",
            "transactional-id-WRITE": "transactional id ID: not allowed",
            }[f"{acl.resource}-{acl.operation}"]


@pytest.mark.parametrize("acl", [acl for acl in RUN if acl != TRIM], ids=str)
def test_a_worker_says_which_permission_it_lacks(shared, acl):
    names = shared.names
    lacks = of_test(acl, names)
    user = user_with(shared, set(acls_of_script("run", names)) - {lacks})

    worker = shared.worker(**settings(shared, user))

    code = worker.wait_exit(STOP_S)
    assert_told(message_of(acl), told_by(worker), code, user, lacks.name, acl.operation)


@pytest.mark.parametrize("acl", acls_of_script("topics"), ids=str)
def test_topics_says_which_permission_it_lacks(shared, acl):
    names = shared.names
    lacks = of_test(acl, names)
    user = user_with(shared, set(acls_of_script("topics", names)) - {lacks})

    looked = topics(shared, user)

    assert looked.returncode == 1
    assert f"{lacks.name}: denied: not allowed to" in looked.stderr
    assert f"give User:{user}" in looked.stderr
    assert acl.operation in looked.stderr
    assert "does not exist;" not in looked.stderr


def test_creating_topics_says_that_it_lacks_create(uncreated_fleet, names):
    acls = acls_of_script("topics-create", names)
    lacks = Acl("topic", names.duplicates, "CREATE")
    user = user_with(uncreated_fleet, set(acls) - {lacks})

    created = topics(uncreated_fleet, user, "--create")

    assert created.returncode == 2
    assert (f"topic {names.duplicates}: not allowed to create it (TOPIC_AUTHORIZATION_FAILED); "
            f"give User:{user} CREATE on it") in created.stderr


def test_a_replay_says_that_it_lacks_create_and_ends(shared):
    acls = acls_of_script("replay", shared.names)
    user = user_with(shared, [acl for acl in acls if acl.operation != "CREATE"] + [
        replace(acl, operation="DESCRIBE") for acl in acls if acl.resource == "topic"])

    replay = shared.replay("--from", "earliest", **settings(shared, user))

    code = replay.wait_exit(STOP_S)
    assert_told("not allowed to create it", told_by(replay), code, user,
                shared.names.of_replay().articles, "CREATE")


def test_a_replay_says_that_it_lacks_its_group(fleet, names):
    group = Acl("group", names.of_replay().group, "READ")
    user = user_with(fleet, set(acls_of_script("replay", names)) - {group})
    fleet.produce(Newsroom(65).stories(1))

    replay = fleet.replay("--from", "earliest", **settings(fleet, user))

    code = replay.wait_exit(SOON_S)
    assert_told("group GROUP: not allowed", told_by(replay), code, user, group.name, "READ")


def test_a_worker_says_which_topic_does_not_exist(uncreated_fleet, names):
    user = user_with(uncreated_fleet, acls_of_script("run", names))

    worker = uncreated_fleet.worker(**settings(uncreated_fleet, user))

    row = error_table.row("does not exist; create it")
    assert worker.wait_exit(STOP_S) in row.exit_codes
    assert row.is_in(told_by(worker))
    assert "AUTHORIZATION" not in told_by(worker)


def test_the_permissions_are_enough_to_see_the_members_of_the_group(fleet, names):
    user = user_with(fleet, acls_of_script("run", names))

    fleet.worker("first", **settings(fleet, user)).wait_assigned()
    refused = fleet.worker("second", options=["--accept-short-log"], **settings(fleet, user))

    assert refused.wait_exit(STOP_S) == 2
    assert error_table.row("has other members").is_in(told_by(refused))


def test_a_worker_that_may_not_trim_says_so_and_continues(fleet, names):
    lacks = of_test(TRIM, names)
    user = user_with(fleet, set(acls_of_script("run", names)) - {lacks})
    row = error_table.row("not allowed to trim it")
    with LogShell(fleet.cluster.guarded_brokers, names.fingerprints, fleet.directory,
                  fleet.cluster.login(user)) as log:
        log.append(10)
        log.read(10)

        log.trim(5)
        warning = log.warning()

        assert row.is_in(warning) and row.exit_code == "runs"
        assert f"give User:{user} DELETE on it" in warning and names.fingerprints in warning
        log.append(1)
        assert log.read(1) == (10, 10)
        fleet.cluster.allow(user, [lacks])
        log.trim(5)
        eventually(lambda: log.poll() or first_offset(fleet) == 5, SOON_S, "the log is trimmed")


# -- withdrawn -----------------------------------------------------------------

def withdrawn(fleet, acl: Acl, user: str):
    """From a worker that has worked, and gets more."""
    fleet.produce(Newsroom(62).stories(5))
    worker = fleet.worker(**settings(fleet, user))
    fleet.wait_all_committed()
    fleet.cluster.withdraw(user, acl)
    fleet.produce(Newsroom(63).stories(20))
    return worker


@pytest.mark.parametrize("acl, message", [
    (Acl("topic", DEFAULTS.articles, "WRITE"), "not allowed to write to it"),
    (Acl("topic", DEFAULTS.raw, "READ"), "not allowed to read it ("),
    (Acl("topic", DEFAULTS.fingerprints, "READ"), "not allowed to read it ("),
    (Acl("topic", DEFAULTS.fingerprints, "WRITE"), "not allowed to append to it"),
    (Acl("group", DEFAULTS.group, "READ"), "group GROUP: not allowed"),
    (Acl("transactional-id", "newsmill-newsmill-", "WRITE", "prefixed"),
     "transactional id ID: not allowed"),
], ids=str)
def test_a_worker_says_which_permission_was_withdrawn(fleet, names, acl, message):
    user = user_with(fleet, acls_of_script("run", names))
    lacks = of_test(acl, names)

    worker = withdrawn(fleet, lacks, user)

    code = worker.wait_exit(SOON_S)
    assert_told(message, told_by(worker), code, user, lacks.name, acl.operation)


# -- the input goes away -------------------------------------------------------

def test_a_worker_waits_for_an_input_that_was_deleted(fleet, names):
    user = user_with(fleet, acls_of_script("run", names))
    worker = fleet.worker(**settings(fleet, user)).wait_assigned()
    eventually(lambda: metrics.get(worker, "/readyz")[0] == 200, SOON_S, "ready")
    row = error_table.row("does not exist any more (UNKNOWN_TOPIC_OR_PART)")

    fleet.admin.delete_topics([names.raw])[names.raw].result()
    eventually(lambda: metrics.get(worker, "/readyz")[0] == int(row.ready), SOON_S, "not ready")

    assert row.is_in(told_by(worker))
    assert f"topic {names.raw}: does not exist any more" in told_by(worker)
    assert worker.is_running and row.exit_code == "runs"
    fleet.admin.create_topics([NewTopic(names.raw, PARTITIONS, 1)])[names.raw].result()
    eventually(lambda: metrics.get(worker, "/readyz")[0] == 200, SOON_S, "ready again")
    fleet.produce(Newsroom(64).stories(10))
    fleet.wait_all_committed()
    assert fleet.violations() == []


def test_a_worker_ends_while_its_input_is_missing(fleet, names):
    """librdkafka 2.0 never ends the consumer then."""
    user = user_with(fleet, acls_of_script("run", names))
    worker = fleet.worker(**settings(fleet, user)).wait_assigned()
    fleet.admin.delete_topics([names.raw])[names.raw].result()
    worker.wait_log("input_missing", SOON_S)

    assert worker.sigterm() == 0
