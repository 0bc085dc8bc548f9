"""Each alert fires in its case, and not in a similar one. promtool evaluates the series."""

import subprocess
from dataclasses import dataclass

import pytest
import yaml

from expressions import RULE_FILES, alerts
from places import PROMETHEUS

GROUPS = ["newsmill_recording", "newsmill_late_messages", "newsmill_alerts"]
WORKER = 'job="newsmill",instance="w1"'
# Prometheus 2 keeps the bound of a bucket as the worker writes it, Prometheus 3 as a float.
BOUNDS = ("30", "30.0")
IN_TIME = 'newsmill_end_to_end_seconds_bucket{%%s,le="%s"}'
ALL = "newsmill_end_to_end_seconds_count{%s}"
BUILD, READY = "newsmill_build_info{%s}", "newsmill_ready{%s}"
EXPIRED = "newsmill_input_expired_offsets_total{%s}"
LAG = 'newsmill_input_lag_messages{%s,partition="0"}'
COMMITS = "newsmill_transactions_total{%s}"
FAILURES = 'newsmill_transaction_failures_total{%s,cause="retry"}'
FAILING = "newsmill_publishing_failing_seconds{%s}"
LOST = 'newsmill_rebalances_total{%s,event="lost"}'
LOG_LAG = "newsmill_log_lag_entries{%s}"
START = "newsmill_start_time_seconds{%s}"
IGNORED = 'newsmill_log_ignored_entries_total{%s,cause="malformed"}'
REPEATED = 'newsmill_log_ignored_entries_total{%s,cause="repeated"}'
OVERDUE = "newsmill_log_mark_overdue_entries{%s}"
OBJECTIONS = 'newsmill_log_entries_total{%s,kind="objection"}'
FIRST, NEEDED, LIVE = (f"newsmill_log_{name}{{%s}}"
                       for name in ("first_offset", "needed_offset", "live_entries"))
FIRST_OF_ANOTHER = 'newsmill_log_first_offset{%.0sjob="newsmill",instance="w2"}'  # worker
TEXTS, MOST_TEXTS = "newsmill_index_entries{%s}", "newsmill_index_limit_entries{%s}"
WINDOW, FULL_WINDOW = "newsmill_index_window_seconds{%s}", "newsmill_index_window_limit_seconds{%s}"
ITEMS = "newsmill_input_items_total{%s}"
DEAD, CRASHED = ('newsmill_dead_letters_total{%s,reason="' + reason + '"}'
                 for reason in ("no_text", "crashed"))


@dataclass
class Case:
    """Series in promtool's notation, one sample every `interval`: `5x60` is always 5, `0+2x60` grows
    by 2 with each sample, `_x60` has no samples. The alert is evaluated at the time `after`."""

    firing: dict[str, str]
    quiet: dict[str, str]
    after: str = "45m"
    interval: str = "1m"


def late(messages: str, fires: str, is_quiet: str, **when: str) -> list[Case]:
    """Returns a case for each form of the bound. `fires` and `is_quiet` count messages in time."""
    return [Case({ALL: messages, IN_TIME % bound: fires},
                 {ALL: messages, IN_TIME % bound: is_quiet}, **when) for bound in BOUNDS]


CASES: dict[str, list[Case]] = {
    "NewsmillAbsent": [Case({}, {BUILD: "1x120"})],
    "NewsmillWorkerDown": [Case({"up{%s}": "1x20 0x60", BUILD: "1x20"},
                                {"up{%s}": "0x120"})],  # never was a worker
    "NewsmillNotReady": [Case({READY: "0x120"}, {READY: "1x35 0x40"})],
    "NewsmillStuck": [Case({LAG: "9x120", COMMITS: "7x120"}, {LAG: "9x120", COMMITS: "0+1x120"})],
    "NewsmillInputExpired": [
        # The worker has run for longer than an hour.
        Case({EXPIRED: "0x80 20x40", START: "0x120"}, {EXPIRED: "0x120", START: "0x120"}, "90m"),
        # It starts after 80 minutes, and its first sample is above 0 or is 0.
        Case({EXPIRED: "_x80 20x40", START: "_x80 4800x40"},
             {EXPIRED: "_x80 0x40", START: "_x80 4800x40"}, "90m"),
        # It starts again and loses as much as before; the loss is more than an hour ago.
        Case({EXPIRED: "20x120", START: "0x80 4800x40"}, {EXPIRED: "0x20 20x100", START: "0x120"},
             "90m")],
    "NewsmillLagGrowing": [Case({LAG: "0+50x120"}, {LAG: "6000-50x120"}, "90m")],
    "NewsmillLateFast": late("0+100x120", "0+80x120", "0+95x120"),
    "NewsmillLateSlow": late("0+1000x200", "0+980x200", "0+995x200", after="80h", interval="30m"),
    "NewsmillConservationError": [Case({"newsmill_conservation_error_items{%s}": "-1x120"},
                                       {"newsmill_conservation_error_items{%s}": "0x120"})],
    "NewsmillTransactionsFail": [Case({COMMITS: "0+8x120", FAILURES: "0+2x120"},
                                      {COMMITS: "0+98x120", FAILURES: "0+2x120"})],
    "NewsmillCannotCommit": [Case({FAILING: "0x41 30+60x10"}, {FAILING: "50x44 80x60"})],
    "NewsmillRebalancing": [Case({LOST: "0+1x120"}, {LOST: "0x35 1x20"})],
    "NewsmillLogLag": [Case({LOG_LAG: "5000x120", READY: "1x120"},
                            {LOG_LAG: "5000x120", READY: "0x120"})],  # still reads it
    "NewsmillLogEntriesIgnored": [Case(
        {IGNORED: "0x40 1x35", READY: "1x120", START: "0x120"},
        # Read again by a worker that begins anew: no news.
        {REPEATED: "0+9x120", IGNORED: "7x30 0 7x89", READY: "1x30 0 1x89",
         START: "0x30 1860x90"})],
    "NewsmillMarksOverdue": [
        Case({OVERDUE: "0+8192x120"}, {OVERDUE: "0+800x40 0x80"}),
        Case({OVERDUE: "40000x120"}, {OVERDUE: "32768x120"})],  # an idle fleet that missed places
    "NewsmillMarkObjection": [
        Case({OBJECTIONS: "0x70 1x50", READY: "1x120", START: "0x120"},
             # A worker that starts again reads an old objection.
             {OBJECTIONS: "1x30 0 1x89", READY: "1x30 0 1x89", START: "0x30 1860x90"}, "75m"),
        Case({OBJECTIONS: "2x80 3x40", READY: "1x120", START: "0x120"},
             {OBJECTIONS: "2x120", READY: "1x120", START: "0x120"}, "90m")],
    "NewsmillLogNotTrimmed": [
        Case({NEEDED: "500000+10000x150", FIRST: "0x150", LIVE: "100000x150"},
             {NEEDED: "500000+10000x150", FIRST: "400000+10000x150", LIVE: "100000x150"}, "120m"),
        # The only worker that knows of the last trim has stopped.
        Case({NEEDED: "2000000x150", FIRST: "0x150", FIRST_OF_ANOTHER: "1500000x10",
              LIVE: "100000x150"},
             {NEEDED: "2000000x150", FIRST: "0x150", FIRST_OF_ANOTHER: "1900000x10",
              LIVE: "100000x150"}, "120m"),
        # The window itself is large.
        Case({NEEDED: "2000000x150", FIRST: "0x150", LIVE: "600000x150"},
             {NEEDED: "2000000x150", FIRST: "0x150", LIVE: "700000x150"}, "120m"),
        # There are no marks yet: nothing can be trimmed.
        Case({NEEDED: "9000000x150", FIRST: "0x150", LIVE: "0x150"},
             {NEEDED: "0x150", FIRST: "0x150", LIVE: "9000000x150"}, "120m")],
    "NewsmillWindowShortened": [Case(
        {TEXTS: "100x120", MOST_TEXTS: "100x120", WINDOW: "3600x120", FULL_WINDOW: "7200x120"},
        {TEXTS: "99x120", MOST_TEXTS: "100x120", WINDOW: "3600x120", FULL_WINDOW: "7200x120"},
        "90m")],
    "NewsmillDeadLetters": [Case({ITEMS: "0+100x120", DEAD: "0+20x120"},
                                 {ITEMS: "0+100x120", DEAD: "0+5x120"})],
    "NewsmillCrashes": [Case({CRASHED: "0x25 1x50"}, {CRASHED: "1x120", DEAD: "0+9x120"})],
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


def intervals() -> list[str]:
    return sorted({case.interval for cases in CASES.values() for case in cases})


@pytest.mark.parametrize("interval", intervals())
def test_each_alert_fires_and_keeps_quiet(interval, tmp_path):
    file = tmp_path / "test.yaml"
    file.write_text(yaml.safe_dump({
        "rule_files": [str(rules) for rules in RULE_FILES],
        "group_eval_order": GROUPS,
        "evaluation_interval": interval,
        "tests": [scenario(name, case, fires) for name, cases in CASES.items()
                  for case in cases if case.interval == interval for fires in (True, False)]}))

    result = subprocess.run([PROMETHEUS / "promtool", "test", "rules", file],
                            capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr
