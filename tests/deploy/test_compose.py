"""compose.yaml names things that are there."""

import pathlib
import shutil
import subprocess

import yaml

from places import DEPLOY, PROMETHEUS, ROOT


def mounts(compose: dict) -> list[tuple[pathlib.Path, str]]:
    """Every (file of ours, place in the container)."""
    listed = [volume for service in compose["services"].values()
              for volume in service.get("volumes", [])]
    return [(DEPLOY / source, target) for source, target, _ in (v.split(":") for v in listed)]


def test_every_mounted_file_is_there(compose):
    missing = [source for source, _ in mounts(compose) if not source.exists()]

    assert mounts(compose) and missing == []


def test_the_broker_is_the_one_of_the_tests(compose):
    version = compose["services"]["kafka"]["image"].split(":")[1]

    assert f"<version>{version}</version>" in (ROOT / "script/kafka/pom.xml").read_text()


def test_prometheus_is_the_one_of_the_tests(compose):
    """Prometheus 3.5.0 is the Go module v0.305.0: the minor version has two digits there."""
    version = compose["services"]["prometheus"]["image"].split(":v")[1]
    major, minor, patch = map(int, version.split("."))

    assert (f"version=v0.{major}{minor:02}.{patch} # {version}\n" in
            (ROOT / "script/setup").read_text())


def test_services_wait_for_services_that_exist(compose):
    for name, service in compose["services"].items():
        assert set(service.get("depends_on", {})) <= set(compose["services"]), name


def test_prometheus_accepts_its_configuration_where_compose_puts_it(compose, tmp_path):
    rules = len(list((ROOT / "dashboards/rules").iterdir()))
    for source, target in mounts(compose):
        if target.startswith("/etc/prometheus/"):
            place = tmp_path / target.removeprefix("/etc/prometheus/")
            (shutil.copytree if source.is_dir() else shutil.copy)(source, place)

    checked = subprocess.run([PROMETHEUS / "promtool", "check", "config", tmp_path / "prometheus.yaml"],
                             capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert f"{rules} rule files found" in checked.stdout


def test_grafana_reads_dashboards_from_where_they_are_mounted(compose):
    provider, = yaml.safe_load((DEPLOY / "grafana/dashboards.yaml").read_text())["providers"]
    dashboards = [target for source, target in mounts(compose) if source.suffix == ".json"]
    home = compose["services"]["grafana"]["environment"][
        "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]

    assert dashboards == [home]
    assert pathlib.Path(home).parent == pathlib.Path(provider["options"]["path"])
