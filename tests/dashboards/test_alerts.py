"""Each alert fires on what it is for, and keeps quiet close by. promtool plays the series."""

import subprocess
from dataclasses import dataclass

import pytest
import yaml

from expressions import RULE_FILES, alerts
from places import PROMETHEUS

GROUPS = ["newsmill_recording", "newsmill_late_messages", "newsmill_alerts"]
WORKER = 'job="newsmill",instance="w1"'
LATE = 'newsmill_end_to_end_seconds_bucket{%s,le="30"}'
ALL = "newsmill_end_to_end_seconds_count{%s}"
BUILD, READY = "newsmill_build_info{%s}", "newsmill_ready{%s}"
LAG = 'newsmill_input_lag_messages{%s,partition="0"}'
COMMITS = "newsmill_transactions_total{%s}"
FAILURES = 'newsmill_transaction_failures_total{%s,cause="retry"}'
LOST = 'newsmill_rebalances_total{%s,event="lost"}'
LOG_LAG = "newsmill_log_lag_entries{%s}"
START = "newsmill_start_time_seconds{%s}"
IGNORED = 'newsmill_log_ignored_entries_total{%s,cause="malformed"}'
REPEATED = 'newsmill_log_ignored_entries_total{%s,cause="repeated"}'
TEXTS, MOST_TEXTS = "newsmill_index_entries{%s}", "newsmill_index_limit_entries{%s}"
WINDOW, FULL_WINDOW = "newsmill_index_window_seconds{%s}", "newsmill_index_window_limit_seconds{%s}"
ITEMS = "newsmill_input_items_total{%s}"
DEAD, CRASHED = ('newsmill_dead_letters_total{%s,reason="' + reason + '"}'
                 for reason in ("no_text", "crashed"))


@dataclass
class Case:
    """Series in promtool's notation, a sample every `interval`: `5x60` is 5 all the time, `0+2x60`
    grows by 2 each time. Looked at `after` so long."""

    firing: dict[str, str]
    quiet: dict[str, str]
    after: str = "45m"
    interval: str = "1m"


CASES = {
    "NewsmillAbsent": Case({}, {BUILD: "1x120"}),
    "NewsmillWorkerDown": Case({"up{%s}": "1x20 0x60", BUILD: "1x20"},
                               {"up{%s}": "0x120"}),  # never was a worker
    "NewsmillNotReady": Case({READY: "0x120"}, {READY: "1x35 0x40"}),
    "NewsmillStuck": Case({LAG: "9x120", COMMITS: "7x120"}, {LAG: "9x120", COMMITS: "0+1x120"}),
    "NewsmillLagGrowing": Case({LAG: "0+50x120"}, {LAG: "6000-50x120"}, "90m"),
    "NewsmillLateFast": Case({ALL: "0+100x120", LATE: "0+80x120"},
                             {ALL: "0+100x120", LATE: "0+95x120"}),
    "NewsmillLateSlow": Case({ALL: "0+1000x200", LATE: "0+980x200"},
                             {ALL: "0+1000x200", LATE: "0+995x200"}, "80h", "30m"),
    "NewsmillConservationError": Case({"newsmill_conservation_error_items{%s}": "-1x120"},
                                      {"newsmill_conservation_error_items{%s}": "0x120"}),
    "NewsmillTransactionsFail": Case({COMMITS: "0+8x120", FAILURES: "0+2x120"},
                                     {COMMITS: "0+98x120", FAILURES: "0+2x120"}),
    "NewsmillRebalancing": Case({LOST: "0+1x120"}, {LOST: "0x35 1x20"}),
    "NewsmillLogLag": Case({LOG_LAG: "5000x120", READY: "1x120"},
                           {LOG_LAG: "5000x120", READY: "0x120"}),  # still reads it
    "NewsmillLogEntriesIgnored": Case(
        {IGNORED: "0x40 1x35", READY: "1x120", START: "0x120"},
        # Read again by a worker that begins anew: no news.
        {REPEATED: "0+9x120", IGNORED: "7x30 0 7x89", READY: "1x30 0 1x89", START: "0x30 1860x90"}),
    "NewsmillWindowShortened": Case(
        {TEXTS: "100x120", MOST_TEXTS: "100x120", WINDOW: "3600x120", FULL_WINDOW: "7200x120"},
        {TEXTS: "99x120", MOST_TEXTS: "100x120", WINDOW: "3600x120", FULL_WINDOW: "7200x120"},
        "90m"),
    "NewsmillDeadLetters": Case({ITEMS: "0+100x120", DEAD: "0+20x120"},
                                {ITEMS: "0+100x120", DEAD: "0+5x120"}),
    "NewsmillCrashes": Case({CRASHED: "0x25 1x50"}, {CRASHED: "1x120", DEAD: "0+9x120"}),
}


def scenario(name: str, case: Case, fires: bool) -> dict:
    series = case.firing if fires else case.quiet
    firing = f'sum(ALERTS{{alertname="{name}",alertstate="firing"}})'
    return {
        "name": f"{name} {'fires' if fires else 'is quiet'}",
        "interval": case.interval,
        "input_series": [{"series": metric % WORKER, "values": values}
                         for metric, values in series.items()],
        "promql_expr_test": [{"expr": firing, "eval_time": case.after, "exp_samples": [
            {"labels": "{}", "value": 1}] if fires else []}],
    }


def test_each_alert_has_a_case():
    assert list(CASES) == list(alerts())


@pytest.mark.parametrize("interval", sorted({case.interval for case in CASES.values()}))
def test_each_alert_fires_and_keeps_quiet(interval, tmp_path):
    file = tmp_path / "test.yaml"
    file.write_text(yaml.safe_dump({
        "rule_files": [str(rules) for rules in RULE_FILES],
        "group_eval_order": GROUPS,
        "evaluation_interval": interval,
        "tests": [scenario(name, case, fires) for name, case in CASES.items()
                  if case.interval == interval for fires in (True, False)]}))

    result = subprocess.run([PROMETHEUS / "promtool", "test", "rules", file],
                            capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr
