"""The rules load, use metrics that exist, and have runbooks."""

import re
import subprocess

import pytest

from expressions import (RULE_FILES, alerts, documented_names, names_in, panel_queries, panels,
                         recorded, rules)
from places import PROMETHEUS, ROOT


OPERATIONS = (ROOT / "docs/operations.md").read_text()


def runbook_headings() -> set[str]:
    """Returns the anchors of the third-level headings, as GitHub derives them."""
    headings = re.findall(r"^### (.+)$", OPERATIONS, re.M)
    return {heading.lower() for heading in headings if heading.startswith("Newsmill")}


def test_prometheus_loads_every_rule():
    command = [PROMETHEUS / "promtool", "check", "rules", "--lint=all", "--lint-fatal"]
    checked = subprocess.run([*command, *RULE_FILES], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_each_metric_of_a_rule_is_documented_or_recorded():
    known = documented_names() | set(recorded())
    for rule in rules():
        assert names_in(rule["expr"]) <= known, rule


@pytest.mark.parametrize("stored", ["30", "30.0"])
def test_the_bound_of_the_objective_is_found_as_each_prometheus_stores_it(stored):
    expressions = [rule["expr"] for rule in rules()] + [query for _, query in panel_queries()]
    matchers = [found for each in expressions for found in re.findall(r'\ble(=~?)"(.*?)"', each)]

    assert len(matchers) == 5
    for operator, value in matchers:
        assert operator == "=~" and re.fullmatch(value, stored), value


def test_each_recorded_series_is_used():
    used = {name for alert in alerts().values() for name in names_in(alert["expr"])}

    assert set(recorded()) <= used


@pytest.mark.parametrize("name, alert", alerts().items(), ids=list(alerts()))
def test_each_alert_says_what_and_what_to_do(name, alert):
    assert alert["labels"]["severity"] in ("critical", "warning")
    assert "for" in alert
    assert alert["annotations"]["summary"] and alert["annotations"]["description"].endswith(".")
    assert alert["annotations"]["runbook_url"] == (
        f"https://newsmill.example/docs/operations.md#{name.lower()}")


def test_each_alert_has_a_runbook_and_each_runbook_an_alert():
    assert runbook_headings() == {name.lower() for name in alerts()}


def test_runbooks_name_panels_that_exist():
    named = set(re.findall(r'"([A-Z][^"]+)"', OPERATIONS.replace("\n", " ")))

    assert named and named <= {panel["title"] for panel in panels()}
