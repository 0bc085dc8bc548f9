"""The workflows run what everyone runs: the project's own scripts, on the Debian releases that it
supports."""

import os
import pathlib
import re
import subprocess

import pytest
import yaml

from places import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yaml"))
TOOLS = pathlib.Path(os.environ.get("NEWSMILL_CHARTS", ""))


def jobs() -> list[dict]:
    return [job for file in WORKFLOWS for job in yaml.safe_load(file.read_text())["jobs"].values()]


def test_every_script_of_a_workflow_exists():
    commands = [step["run"] for job in jobs() for step in job["steps"] if "run" in step]
    scripts = set(re.findall(r"script/\w+", " ".join(commands)))

    assert {"script/lint", "script/build", "script/test", "script/release"} == scripts
    assert all(os.access(ROOT / script, os.X_OK) for script in scripts)


def test_the_tests_run_on_each_debian_that_is_supported():
    known = set(re.findall(r"debian:(\d+)-slim", (ROOT / "script/image").read_text()))
    matrix, = (job["strategy"]["matrix"] for job in jobs() if "strategy" in job)

    assert set(matrix["debian"]) == known


def test_no_job_gets_more_than_read_permission():
    for file in WORKFLOWS:
        assert yaml.safe_load(file.read_text())["permissions"] == {"contents": "read"}, file


def test_the_hooks_before_a_commit_run_files_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]

    named = [word for hook in hooks for word in hook["entry"].split() if word.endswith(".py")]
    assert named and all((ROOT / name).exists() for name in named)


@pytest.mark.charts
def test_actionlint_finds_nothing():
    checked = subprocess.run([TOOLS / "bin/actionlint", *WORKFLOWS], cwd=ROOT,
                             capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr
