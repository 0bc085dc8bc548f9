"""The queries of the dashboard and of the rules, and the names in them."""

import json
import re
from typing import Iterator

import yaml

from places import ROOT

DASHBOARDS = ROOT / "dashboards"
RULE_FILES = sorted((DASHBOARDS / "rules").glob("*.yaml"))

# Ours are newsmill_x and level:newsmill_x:operations.
NAME = re.compile(r"\b(?:\w+:)?newsmill_\w+(?::\w+)?")
OF_A_HISTOGRAM = re.compile(r"_(?:bucket|count|sum)$")


def dashboard() -> dict:
    return json.loads((DASHBOARDS / "newsmill.json").read_text())


def panels() -> list[dict]:
    return [panel for panel in dashboard()["panels"] if panel["type"] != "row"]


def panel_queries() -> Iterator[tuple[str, str]]:
    """(panel and legend, PromQL with Grafana's variables)."""
    for panel in panels():
        for target in panel["targets"]:
            yield f"{panel['title']}: {target['legendFormat']}", target["expr"]


def rules() -> list[dict]:
    return [rule for file in RULE_FILES
            for group in yaml.safe_load(file.read_text())["groups"] for rule in group["rules"]]


def alerts() -> dict[str, dict]:
    return {rule["alert"]: rule for rule in rules() if "alert" in rule}


def recorded() -> dict[str, str]:
    return {rule["record"]: rule["expr"] for rule in rules() if "record" in rule}


def names_in(expression: str) -> set[str]:
    return {OF_A_HISTOGRAM.sub("", name) for name in NAME.findall(expression)}


def documented_names() -> set[str]:
    """Of the tables in docs/metrics.md."""
    return set(re.findall(r"^\| `(newsmill_\w+)` \|", (ROOT / "docs/metrics.md").read_text(), re.M))
