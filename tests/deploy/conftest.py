import pathlib
import subprocess
import sys

import pytest
import yaml

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "integration"))

from places import DEPLOY, NEWSMILL  # noqa: E402  (needs the path above)


def pytest_configure(config):
    config.addinivalue_line("markers", "charts: needs the tools of script/verify charts")


@pytest.fixture(scope="session")
def newsmill():
    """Runs the program with its arguments, and nothing else in its environment."""
    def run(*arguments, environment=None) -> subprocess.CompletedProcess:
        return subprocess.run([NEWSMILL, *arguments], capture_output=True, text=True, check=False,
                              timeout=30, env=dict(environment or {}))
    return run


@pytest.fixture
def configuration_of(newsmill):
    """The whole configuration that a file and an environment make; the program must accept it."""
    def read(file: pathlib.Path, environment: dict) -> dict:
        checked = newsmill("check", "--config", file, "--print-config", environment=environment)
        assert checked.returncode == 0, checked.stderr
        return yaml.safe_load(checked.stdout)
    return read


@pytest.fixture(scope="session")
def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())
