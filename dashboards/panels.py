"""The panels of the dashboard as data. Rows are in the order of the data path."""

from dataclasses import dataclass

SELECTED = '{job="$job",instance=~"$instance"}'


@dataclass(frozen=True)
class Panel:
    title: str
    description: str
    unit: str  # as Grafana names it
    queries: dict[str, str]  # PromQL by legend
    stacked: bool = False
    single: bool = False  # a number rather than a graph


def rate(name: str, by: str = "", where: str = "") -> str:
    """Returns the rate per second, summed over the chosen workers."""
    selected = SELECTED.replace("}", f",{where}}}") if where else SELECTED
    return f"sum{_by(by)} (rate({name}{selected}[$__rate_interval]))"


def total(name: str, by: str = "") -> str:
    return f"sum{_by(by)} ({name}{SELECTED})"


def highest(name: str, by: str = "") -> str:
    return f"max{_by(by)} ({name}{SELECTED})"


def quantile(q: float, name: str, by: str = "") -> str:
    labels = f"le, {by}" if by else "le"
    return (f"histogram_quantile({q}, sum by ({labels}) "
            f"(rate({name}_bucket{SELECTED}[$__rate_interval])))")


def quantiles(name: str) -> dict[str, str]:
    return {f"p{round(q * 100)}": quantile(q, name) for q in (0.5, 0.9, 0.99)}


def share(part: str, whole: str) -> str:
    """Returns the ratio of two sums; 0 if the second is 0."""
    return f"{part} / ({whole} > 0) or vector(0)"


def _by(labels: str) -> str:
    return f" by ({labels})" if labels else ""


OVERVIEW = [
    Panel("Ready workers", "Workers that have read the fingerprint log, have joined the group "
          "and are not draining.", "short", {"ready": total("newsmill_ready")}, single=True),
    Panel("Items in", "Items that enter the pipeline per second, including redeliveries.", "cps",
          {"items": rate("newsmill_input_items_total")}, single=True),
    Panel("Messages waiting", "Messages from the committed offsets to the ends of the input "
          "partitions. Scale by this number.", "short", {"lag": total("newsmill_input_lag_messages")},
          single=True),
    Panel("End to end, p99", "Time from a message's timestamp to the commit of its records.", "s",
          {"p99": quantile(0.99, "newsmill_end_to_end_seconds")}, single=True),
    Panel("Dead letters", "Share of the items that become dead letters.", "percentunit",
          {"share": share(rate("newsmill_dead_letters_total"),
                          rate("newsmill_input_items_total"))}, single=True),
    Panel("Conservation error", "Items that entered the pipeline minus items that were committed, "
          "were abandoned or are in flight. Any value except 0 is a bug.", "short",
          {"items": total("newsmill_conservation_error_items")}, single=True),
]

INPUT = [
    Panel("Messages waiting, by worker", "Messages that wait in the partitions of each worker.",
          "short", {"{{instance}}": total("newsmill_input_lag_messages", "instance")},
          stacked=True),
    Panel("Age of published messages", "Age of the newest committed message while other messages "
          "wait. 0 when no message waits.", "s",
          {"{{instance}}": highest("newsmill_input_event_time_lag_seconds", "instance")}),
    Panel("Messages in", "Messages admitted per second.", "cps",
          {"{{instance}}": rate("newsmill_input_messages_total", "instance")}, stacked=True),
    Panel("Bytes in", "Bytes of the keys, values and headers of admitted messages, per second.", "Bps",
          {"{{instance}}": rate("newsmill_input_bytes_total", "instance")}, stacked=True),
    Panel("Input expired", "Offsets that the broker deleted before they were processed, since each "
          "worker started.", "short",
          {"{{instance}}": total("newsmill_input_expired_offsets_total", "instance")},
          stacked=True),
    Panel("Input fields ignored", "Unknown keys and invalid optional fields of messages per second, "
          "by cause.", "cps",
          {"{{cause}}": rate("newsmill_input_ignored_fields_total", "cause")}, stacked=True),
    Panel("Partitions", "Assigned partitions. Paused: assigned partitions that are not read because "
          "the byte budget is full.",
          "short", {"{{instance}}": total("newsmill_assigned_partitions", "instance"),
                    "{{instance}} paused": total("newsmill_paused_partitions", "instance")}),
    Panel("Rebalances", "Assignments that were started, revoked or lost per second.", "cps",
          {"{{event}}": rate("newsmill_rebalances_total", "event")}, stacked=True),
]

STAGES = [
    Panel("Items through each stage", "Items that leave a stage per second.", "cps",
          {"{{stage}}": rate("newsmill_stage_items_total", "stage")}),
    Panel("Errors of each stage", "Errors per second. extract: refused items. decide: assignments "
          "that ended because entries for the fingerprint log may be lost. publish: failed attempts "
          "to commit.", "cps",
          {"{{stage}}": rate("newsmill_stage_errors_total", "stage")}),
    Panel("Time in each stage, p99", "Time that a message spends in the stage, without the time in "
          "the queue before it.", "s",
          {"{{stage}}": quantile(0.99, "newsmill_stage_duration_seconds", "stage")}),
    Panel("Busy threads", "Share of the time in which the threads of a stage have work. The stage "
          "with the highest share is the bottleneck.", "percentunit",
          {"{{stage}}": f'{rate("newsmill_stage_busy_seconds_total", "stage")} / '
                        f'{total("newsmill_stage_threads", "stage")}'}),
    Panel("Queues", "Messages that wait before a stage.", "short",
          {"{{queue}}": total("newsmill_queue_messages", "queue")}),
    Panel("Wait in each queue, p99", "Time that a message spends in the queue before a stage.", "s",
          {"{{queue}}": quantile(0.99, "newsmill_queue_wait_seconds", "queue")}),
    Panel("Byte budget", "Bytes in flight as a share of worker.max_in_flight_bytes.",
          "percentunit",
          {"{{instance}}": f'{total("newsmill_in_flight_bytes", "instance")} / '
                           f'{total("newsmill_in_flight_limit_bytes", "instance")}'}),
    Panel("Items in flight", "Items that entered the pipeline and are neither committed nor "
          "abandoned.", "short",
          {"{{instance}}": total("newsmill_in_flight_items", "instance")}, stacked=True),
]

OBJECTIONS = SELECTED.replace("}", ',kind="objection"}')

LOG = [
    Panel("Log entries unread", "Fingerprint log entries that a worker has not read yet.", "short",
          {"{{instance}}": highest("newsmill_log_lag_entries", "instance")}),
    Panel("Log entries", "Fingerprint log entries that a worker reads per second. All workers write "
          "these entries.", "cps",
          {"{{kind}}": f'max by (kind) (rate(newsmill_log_entries_total{SELECTED}'
                       '[$__rate_interval]))'}, stacked=True),
    Panel("Log entries ignored", "Fingerprint log entries per second that had no effect, by cause. "
          "After a rebalance the cause `repeated` is normal. Other causes are not normal.",
          "cps", {"{{cause}}": f'max by (cause) (rate(newsmill_log_ignored_entries_total{SELECTED}'
                               '[$__rate_interval]))'}, stacked=True),
    Panel("Texts in the index", "Texts in the index as a share of max_entries of the rules in "
          "force. At 100% the window becomes shorter.",
          "percentunit", {"{{instance}}": f'{highest("newsmill_index_entries", "instance")} / '
                                          f'{highest("newsmill_index_limit_entries", "instance")}'}),
    Panel("Window", "Log time from the oldest text in the index until now, and the window of the "
          "rules in force.", "s", {"{{instance}}": highest("newsmill_index_window_seconds", "instance"),
                "in force": highest("newsmill_index_window_limit_seconds")}),
    Panel("Memory of the index", "Memory that the index uses.", "bytes",
          {"{{instance}}": highest("newsmill_index_bytes", "instance")}),
    Panel("Entries in the log", "Fingerprint log entries that the brokers retain, and entries that "
          "the window needs. The fleet trims the log after a mark.", "short",
          {"retained": f'{highest("newsmill_log_next_offset")} - '
                       f'{highest("newsmill_log_first_offset")}',
           "as {{instance}} knows": highest("newsmill_log_retained_entries", "instance"),
           "window": highest("newsmill_log_live_entries")}),
    Panel("Entries that can be trimmed", "Fingerprint log entries that the brokers retain although "
          "no worker needs them. 0 until there are marks for three places.", "short",
          {"entries": f'clamp_min({highest("newsmill_log_needed_offset")} - '
                      f'{highest("newsmill_log_first_offset")}, 0)'}),
    Panel("Bytes of log entries", "Bytes of fingerprint log entries that a worker reads per second.",
          "Bps", {"bytes": f"max(rate(newsmill_log_read_bytes_total{SELECTED}[$__rate_interval]))"}),
    Panel("Entries since the newest mark", "Fingerprint log entries after the place of the newest "
          "valid mark, and entries since a mark became due.", "short",
          {"since the mark": f'{highest("newsmill_log_next_offset")} - '
                             f'{highest("newsmill_log_mark_offset")}',
           "overdue": highest("newsmill_log_mark_overdue_entries")}),
    Panel("Age of the newest mark", "Time since the newest valid mark was complete in the "
          "fingerprint log.", "s",
          {"age": highest("newsmill_log_mark_age_seconds")}),
    Panel("Wrong marks", "Marks per second that did not fit the state of a worker, objections, and "
          "parts that belong to no mark.", "cps",
          {"wrong, {{instance}}": rate("newsmill_log_wrong_marks_total", "instance"),
           "objections": f'max(rate(newsmill_log_entries_total{OBJECTIONS}'
                         f'[$__rate_interval]))',
           "ignored parts": f"max(rate(newsmill_log_ignored_mark_parts_total{SELECTED}"
                            f"[$__rate_interval]))"}),
    Panel("Entries to read at the start", "Fingerprint log entries that a worker has to read before "
          "it can decide.", "short",
          {"{{instance}}": highest("newsmill_start_unread_entries", "instance")}),
    Panel("Phase of the start", "Number of workers in each phase of their start.", "short",
          {"{{phase}}": total("newsmill_start_phase", "phase")}, stacked=True),
    Panel("Decided, not yet committed", "Deliveries of the whole fleet that are decided but not yet "
          "committed.", "short", {"deliveries": highest("newsmill_pending_deliveries")}),
    Panel("Version of the fingerprints", "Version in force in the fingerprint log.", "short",
          {"{{instance}}": highest("newsmill_fingerprint_version", "instance")}),
]

PUBLISH = [
    Panel("Transactions", "Committed transactions that contain items, per second.", "cps",
          {"{{instance}}": rate("newsmill_transactions_total", "instance")}, stacked=True),
    Panel("Commit", "Time from the first attempt to commit a transaction to its commit.", "s",
          quantiles("newsmill_transaction_commit_seconds")),
    Panel("Failed attempts to commit", "Failed attempts to commit per second, by cause. Recovery: "
          "failed attempts to fetch the committed offsets.",
          "cps", {"{{cause}}": rate("newsmill_transaction_failures_total", "cause"),
                  "recovery: {{cause}}": rate("newsmill_recovery_failures_total", "cause")}),
    Panel("Publishing fails for", "Time for which no attempt to fetch the committed offsets or to "
          "commit has succeeded. From 60 s on the worker is not ready.", "s",
          {"{{instance}}": highest("newsmill_publishing_failing_seconds", "instance")}),
    Panel("Since the last commit", "Time since a transaction with items was committed.", "s",
          {"{{instance}}": f"time() - max by (instance) "
                           f"(newsmill_last_commit_timestamp_seconds{SELECTED} > 0)"}),
    Panel("End to end", "Time from a message's timestamp to the commit of its records.", "s",
          quantiles("newsmill_end_to_end_seconds")),
]

OUTCOMES = [
    Panel("Articles", "Articles published per second, by relation.", "cps",
          {"{{relation}}": rate("newsmill_articles_total", "relation")}, stacked=True),
    Panel("Duplicates", "Duplicates per second, by relation.", "cps",
          {"{{relation}}": rate("newsmill_duplicates_total", "relation")}, stacked=True),
    Panel("Dead letters by reason", "Dead letters per second, by reason.", "cps",
          {"{{reason}}": rate("newsmill_dead_letters_total", "reason")}, stacked=True),
    Panel("Abandoned", "Items per second that were dropped and will be delivered again, by cause.",
          "cps", {"{{cause}}": rate("newsmill_abandoned_items_total", "cause")}, stacked=True),
]

PROCESS = [
    Panel("CPU", "Seconds of CPU time per second, user and system.", "short",
          {"{{instance}}": rate("newsmill_process_cpu_seconds_total", "instance")}),
    Panel("Resident memory", "Resident memory of the process.", "bytes",
          {"{{instance}}": total("newsmill_process_resident_bytes", "instance")}),
    Panel("Uptime", "Time since the process started.", "s",
          {"{{instance}}": f"time() - max by (instance) (newsmill_start_time_seconds{SELECTED})"}),
    Panel("Versions", "Number of workers by version and commit.", "short",
          {"{{version}} {{commit}}":
           f"count by (version, commit) (newsmill_build_info{SELECTED})"}, stacked=True),
    Panel("Configurations", "Number of workers by the hash of their configuration.",
          "short", {"{{hash}}": f"count by (hash) (newsmill_config_info{SELECTED})"},
          stacked=True),
]

ROWS = {
    "Overview": OVERVIEW,
    "Input": INPUT,
    "Stages, queues, the byte budget": STAGES,
    "The fingerprint log and the index": LOG,
    "Publish": PUBLISH,
    "Outcomes": OUTCOMES,
    "Process": PROCESS,
}
