"""newsmill.json is up to date and complete."""

import re
import subprocess
import sys

import pytest

from expressions import DASHBOARDS, dashboard, documented_names, names_in, panel_queries, panels


def test_the_file_is_what_the_code_builds():
    built = subprocess.run([sys.executable, "-c", "import build; print(build.build(), end='')"],
                           cwd=DASHBOARDS, capture_output=True, text=True, check=True).stdout

    assert (DASHBOARDS / "newsmill.json").read_text() == built, "run dashboards/build.py"


@pytest.mark.parametrize("panel", panels(), ids=lambda panel: panel["title"])
def test_each_panel_says_what_it_shows(panel):
    assert panel["title"] and panel["description"].endswith(".")
    assert panel["fieldConfig"]["defaults"]["unit"]
    assert all(target["legendFormat"] for target in panel["targets"])


def test_the_viewer_chooses_datasource_job_and_instance():
    variables = {variable["name"]: variable for variable in dashboard()["templating"]["list"]}

    assert list(variables) == ["datasource", "job", "instance"]
    for panel in panels():
        assert panel["datasource"]["uid"] == "${datasource}", panel["title"]
    for query, expression in panel_queries():
        selections = re.findall(r"newsmill_\w+(\{[^}]*\}|)", expression)
        assert all(s.startswith('{job="$job",instance=~"$instance"') for s in selections), query


def test_rates_take_the_interval_that_grafana_proposes():
    for query, expression in panel_queries():
        assert set(re.findall(r"\[(.*?)\]", expression)) <= {"$__rate_interval"}, query


def test_each_metric_of_a_panel_is_documented():
    for query, expression in panel_queries():
        assert names_in(expression) and names_in(expression) <= documented_names(), query


def test_each_documented_metric_has_a_panel():
    shown = {name for _, expression in panel_queries() for name in names_in(expression)}

    assert documented_names() - shown == set()
