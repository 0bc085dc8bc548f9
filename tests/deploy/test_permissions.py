"""What deploy/ gives somebody on Kafka is on what the deployed configuration names."""

import subprocess

import pytest
import yaml

from places import DEPLOY

STRIMZI = DEPLOY / "kubernetes" / "strimzi"
ACLS = DEPLOY / "kafka" / "acls.sh"


@pytest.fixture
def configuration(configuration_of) -> dict:
    return configuration_of(DEPLOY / "kubernetes" / "base" / "newsmill.yaml", {})


def names_in(line: str, option: str) -> list[str]:
    words = line.split()
    return [name for key, name in zip(words, words[1:]) if key == option]


def test_the_manifests_name_the_topics_and_the_group(configuration):
    topics = list(yaml.safe_load_all((STRIMZI / "kafka-topics.yaml").read_text()))
    user = yaml.safe_load((STRIMZI / "kafka-user.yaml").read_text())
    allowed = {(rule["resource"]["type"], rule["resource"]["name"])
               for rule in user["spec"]["authorization"]["acls"]}
    group = configuration["kafka"]["group"]

    assert {each["metadata"]["name"] for each in topics} == set(configuration["topics"].values())
    assert allowed == {("group", group), ("transactionalId", f"newsmill-{group}-")} | {
        ("topic", name) for name in configuration["topics"].values()}


def test_the_script_has_the_same_names_as_defaults(configuration):
    printed = subprocess.run([ACLS, "run", "User:newsmill"], capture_output=True, text=True,
                             check=True).stdout

    assert set(names_in(printed, "--topic")) == set(configuration["topics"].values())
    assert names_in(printed, "--group") == [configuration["kafka"]["group"]]


@pytest.mark.parametrize("arguments", [
    [], ["run"], ["walk", "User:newsmill"], ["run", "User:newsmill", "--group"],
    ["run", "User:newsmill", "--colour", "blue"]])
def test_the_script_refuses_what_it_does_not_know(arguments):
    refused = subprocess.run([ACLS, *arguments], capture_output=True, text=True, check=False)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "see --help" in refused.stderr
