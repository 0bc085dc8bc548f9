"""The ways to run a worker agree with the program and with each other."""

import configparser
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from places import DEPLOY, ROOT

MAX_EXPOSURE = 15  # of 100, as systemd-analyze rates it


@dataclass
class Way:
    file: Path
    environment: dict
    grace_s: int  # seconds from SIGTERM to SIGKILL
    memory: str  # limit


def seconds(text: str) -> int:
    number, scale = re.fullmatch(r"(\d+)(s|m)", str(text)).groups()
    return int(number) * {"s": 1, "m": 60}[scale]


def stateful_set() -> dict:
    return yaml.safe_load((DEPLOY / "kubernetes/base/stateful-set.yaml").read_text())["spec"]


def unit() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / "systemd/newsmill.service")
    return parser["Service"]


@pytest.fixture(params=["compose", "kubernetes", "systemd"])
def way(request, compose) -> Way:
    shipped = ROOT / "config/newsmill.yaml"
    if request.param == "compose":
        worker = compose["services"]["worker"]
        return Way(shipped, worker["environment"], seconds(worker["stop_grace_period"]),
                   worker["deploy"]["resources"]["limits"]["memory"])
    if request.param == "kubernetes":
        pod = stateful_set()["template"]["spec"]
        names = {each["name"]: "newsmill-0" for each in pod["containers"][0]["env"]}
        return Way(DEPLOY / "kubernetes/base/newsmill.yaml", names,
                   pod["terminationGracePeriodSeconds"],
                   pod["containers"][0]["resources"]["limits"]["memory"])
    name, value = unit()["Environment"].split("=")
    return Way(shipped, {name: value.replace("%H", "host-1")}, seconds(unit()["TimeoutStopSec"]),
               unit()["MemoryMax"])


def test_the_program_accepts_the_configuration(way, configuration_of):
    configuration_of(way.file, way.environment)


def test_a_worker_has_time_to_drain(way, configuration_of):
    drain = configuration_of(way.file, way.environment)["worker"]["drain_timeout"]
    transaction_ms = re.search(r'"transaction.timeout.ms", "(\d+)"',
                               (ROOT / "src/kafka/client.cc").read_text())[1]

    assert way.grace_s > seconds(drain) + int(transaction_ms) / 1000


def test_the_program_accepts_the_login_of_the_kubernetes_component(configuration_of, tmp_path):
    patch = yaml.safe_load((DEPLOY / "kubernetes/components/sasl-tls/login.yaml").read_text())
    password = tmp_path / "password"
    password.write_text("secret\n")
    variables = patch["spec"]["template"]["spec"]["containers"][0]["env"]
    here = {"/etc/newsmill-kafka/password": str(password),
            "/etc/newsmill-kafka/ca.crt": "/etc/ssl/certs/ca-certificates.crt"}
    environment = {each["name"]: here.get(each["value"], each["value"]) for each in variables}

    properties = configuration_of(DEPLOY / "kubernetes/overlays/example/newsmill.yaml",
                                  environment)["kafka"]["properties"]

    assert properties["security.protocol"] == "SASL_SSL"
    assert properties["sasl.password"] not in ("", "secret")  # masked


@pytest.mark.parametrize("way", ["kubernetes", "systemd"], indirect=True)
def test_a_worker_has_a_lasting_name(way, configuration_of):
    assert configuration_of(way.file, way.environment)["kafka"]["instance_id"]


def test_everyone_looks_for_metrics_where_the_worker_serves_them(configuration_of, compose):
    listen = configuration_of(ROOT / "config/newsmill.yaml", {})["http"]["listen"]
    port = int(listen.rsplit(":", 1)[1])
    recipe = (DEPLOY / "Dockerfile").read_text()
    scrape, = yaml.safe_load((DEPLOY / "prometheus.yaml").read_text())["scrape_configs"]
    template = stateful_set()["template"]
    service = yaml.safe_load((DEPLOY / "kubernetes/base/service.yaml").read_text())

    assert f"EXPOSE {port}\n" in recipe and f"/dev/tcp/127.0.0.1/{port} " in recipe
    assert [each["port"] for each in scrape["dns_sd_configs"]] == [port]
    assert template["metadata"]["annotations"]["prometheus.io/port"] == str(port)
    assert template["spec"]["containers"][0]["ports"] == [{"name": "http", "containerPort": port}]
    assert service["spec"]["ports"] == [{"name": "http", "port": port}]


def mebibytes(text: str) -> int:
    number, scale = re.fullmatch(r"(\d+)(M|G)i?B?", text).groups()
    return int(number) * {"M": 1, "G": 1024}[scale]


def test_a_worker_may_use_the_memory_that_its_configuration_allows(way, configuration_of):
    a_text, others = re.search(r"max_in_flight_bytes \+ dedup.max_entries × (\d+) bytes \+ (\w+ MiB)",
                               (ROOT / "docs/operations.md").read_text()).groups()
    config = configuration_of(way.file, way.environment)
    index = config["dedup"]["max_entries"] * int(a_text) >> 20
    needed = (mebibytes(config["worker"]["max_in_flight_bytes"]) + index
              + mebibytes(others.replace(" ", "")))

    assert mebibytes(way.memory) >= needed


@pytest.fixture
def installed_unit(tmp_path) -> Path:
    """The unit with a program that exists on this machine."""
    text = (DEPLOY / "systemd/newsmill.service").read_text()
    assert "ExecStart=/usr/bin/newsmill run" in text
    file = tmp_path / "newsmill.service"
    file.write_text(text.replace("/usr/bin/newsmill run", f"{shutil.which('true')} run"))
    return file


def test_systemd_understands_every_line_of_the_unit(installed_unit):
    verified = subprocess.run(["systemd-analyze", "verify", "--man=no", installed_unit],
                              capture_output=True, text=True, check=False)

    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_unit_leaves_the_worker_little_to_harm(installed_unit):
    rated = subprocess.run(["systemd-analyze", "security", "--offline=true",
                            f"--threshold={MAX_EXPOSURE}", installed_unit],
                           capture_output=True, text=True, check=False)

    assert rated.returncode == 0, rated.stdout
