"""What the configuration must refuse, and must keep to itself."""

import pytest

import places
from fleet import QUICK_GROUP
from worker import run_command

pytestmark = [pytest.mark.integration, pytest.mark.cost(1)]

SECRET = "correct-horse-battery-staple"


@pytest.mark.parametrize("name, value", [
    ("transactional.id", "mine"),
    ("enable.idempotence", "false"),
    ("enable.auto.commit", "true"),
    ("isolation.level", "read_uncommitted"),
])
def test_refuses_a_property_that_carries_the_guarantees(uncreated_fleet, name, value):
    config = uncreated_fleet.config(kafka__properties={name: value})

    checked = run_command(places.NEWSMILL, "check", "--config", config)

    assert checked.returncode == 2
    assert name in checked.stderr


def test_run_refuses_what_check_refuses(uncreated_fleet):
    worker = uncreated_fleet.worker(kafka__properties={"isolation.level": "read_uncommitted"})

    assert worker.wait_exit() == 2
    assert "isolation.level" in worker.log_text()


def test_accepts_the_configuration_that_the_other_tests_use(uncreated_fleet):
    checked = run_command(places.NEWSMILL, "check", "--config", uncreated_fleet.config())

    assert (checked.returncode, checked.stderr) == (0, "")


def secret_in_file(fleet):
    file = fleet.directory / "secret"
    file.write_text(SECRET)
    return {"NEWSMILL_KAFKA__PROPERTIES__SASL_PASSWORD_FILE": str(file)}


@pytest.mark.parametrize("road", ["config", "environment", "file"])
def test_never_logs_a_secret(fleet, road):
    properties = QUICK_GROUP | {"sasl.username": "mill", "debug": "conf,security"}
    if road == "config":
        properties["sasl.password"] = SECRET
    environment = {"environment": {"NEWSMILL_KAFKA__PROPERTIES__SASL_PASSWORD": SECRET},
                   "file": secret_in_file(fleet), "config": {}}[road]
    config = fleet.config(kafka__properties=properties, log__level="debug")

    checked = run_command(places.NEWSMILL, "check", "--config", config, environment=environment)
    worker = fleet.worker(config=config, environment=environment).wait_assigned()

    assert worker.sigterm() == 0
    assert worker.log_text()
    assert SECRET not in worker.log_text() + checked.stdout + checked.stderr
