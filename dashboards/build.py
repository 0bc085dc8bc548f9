"""Builds newsmill.json, the dashboard for Grafana, from panels.py.

Run it with the Python of the tests (see script/setup) after a change:
    python dashboards/build.py
"""

import itertools
import json
import pathlib

from grafana_foundation_sdk.builders import common, dashboard, prometheus, stat, timeseries
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models.common import StackingMode
from grafana_foundation_sdk.models.dashboard import DataSourceRef, VariableRefresh

from panels import ROWS, Panel

FILE = pathlib.Path(__file__).with_name("newsmill.json")
DATASOURCE = DataSourceRef(type_val="prometheus", uid="${datasource}")
GRID_WIDTH = 24


def panel_of(panel: Panel, number: int):
    built = stat.Panel() if panel.single else timeseries.Panel().min(0)
    built.title(panel.title).description(panel.description).unit(panel.unit)
    built.id(number).datasource(DATASOURCE)
    built.span(GRID_WIDTH // 6 if panel.single else GRID_WIDTH // 3)
    built.height(4 if panel.single else 7)
    if panel.stacked:
        built.stacking(common.StackingConfig().mode(StackingMode.NORMAL)).fill_opacity(30)
    for legend, expression in panel.queries.items():
        built.with_target(prometheus.Dataquery().expr(expression).legend_format(legend)
                          .ref_id(chr(ord("A") + len(built.build().targets or []))))
    return built


def label_variable(name: str, query: str) -> dashboard.QueryVariable:
    return (dashboard.QueryVariable(name).query(query).datasource(DATASOURCE)
            .refresh(VariableRefresh.ON_TIME_RANGE_CHANGED))


def build() -> str:
    """The text of the dashboard's file."""
    board = (dashboard.Dashboard("newsmill").uid("newsmill").tags(["newsmill", "kafka"])
             .refresh("10s").time("now-30m", "now").timezone("browser").readonly()
             .with_variable(dashboard.DatasourceVariable("datasource").type("prometheus"))
             .with_variable(label_variable("job", "label_values(newsmill_build_info, job)"))
             .with_variable(label_variable(
                 "instance", 'label_values(newsmill_build_info{job="$job"}, instance)')
                 .multi(True).include_all(True).all_value(".*")))
    numbers = itertools.count(1)
    for title, panels in ROWS.items():
        board.with_row(dashboard.Row(title).id(next(numbers)))
        for panel in panels:
            board.with_panel(panel_of(panel, next(numbers)))
    return json.dumps(board.build(), cls=JSONEncoder, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(build(), encoding="utf-8")
