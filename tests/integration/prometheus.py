"""A real Prometheus with the rules of dashboards/, set up as deploy/prometheus.yaml says."""

import json
import os
import pathlib
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from typing import Sequence

import yaml

from cluster import free_ports
from places import DEPLOY, DIES_WITH_US, PROMETHEUS, ROOT
from waiting import eventually

START_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 10.0


class Prometheus:
    def __init__(self, directory: pathlib.Path, targets: Sequence[str], interval: str = "1s"):
        """`targets` are host:port. Returns when it answers."""
        port, = free_ports(1)
        self.url = f"http://127.0.0.1:{port}"
        config = directory / "prometheus.yaml"
        config.write_text(yaml.safe_dump(self._config(targets, interval)))
        with open(directory / "prometheus.log", "ab") as log:
            self._process = subprocess.Popen(
                [*DIES_WITH_US, PROMETHEUS / "prometheus", f"--config.file={config}",
                 f"--storage.tsdb.path={directory / 'prometheus'}", "--log.level=warn",
                 f"--web.listen-address=127.0.0.1:{port}"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                env=os.environ | {"GOMAXPROCS": "1"})
        eventually(self._is_ready, START_TIMEOUT_S, "Prometheus answers")

    def query(self, expression: str) -> list[dict]:
        """The samples of an instant query; NaN, which says nothing, is left out."""
        answer = self._get("/api/v1/query?" + urllib.parse.urlencode({"query": expression}))
        result = answer["data"]["result"]
        return [sample for sample in result if sample["value"][1] != "NaN"]

    def value(self, expression: str) -> float:
        """Of a query with one sample; 0 without."""
        return sum(float(sample["value"][1]) for sample in self.query(expression))

    def firing(self) -> list[str]:
        return [alert["labels"]["alertname"] for alert in self._get("/api/v1/alerts")["data"][
            "alerts"] if alert["state"] == "firing"]

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(STOP_TIMEOUT_S)

    def _config(self, targets: Sequence[str], interval: str) -> dict:
        config = yaml.safe_load((DEPLOY / "prometheus.yaml").read_text())
        config["global"] = {"scrape_interval": interval, "evaluation_interval": interval}
        config["rule_files"] = [str(ROOT / "dashboards" / pattern)
                                for pattern in config["rule_files"]]
        job, = config["scrape_configs"]
        del job["dns_sd_configs"]
        job["static_configs"] = [{"targets": list(targets)}]
        return config

    def _is_ready(self) -> bool:
        assert self._process.poll() is None, "Prometheus ended, see prometheus.log"
        try:
            with urllib.request.urlopen(self.url + "/-/ready", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def _get(self, path: str) -> dict:
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()}") from error
