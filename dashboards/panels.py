"""What the dashboard shows: rows in the order of the data path, as data."""

from dataclasses import dataclass

SELECTED = '{job="$job",instance=~"$instance"}'


@dataclass(frozen=True)
class Panel:
    title: str
    description: str
    unit: str  # Grafana's name of it
    queries: dict[str, str]  # the legend, and its PromQL
    stacked: bool = False
    single: bool = False  # a number rather than a graph


def rate(name: str, by: str = "", where: str = "") -> str:
    """A second, over the chosen workers."""
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
    """Of two sums; 0 where there is nothing."""
    return f"{part} / ({whole} > 0) or vector(0)"


def _by(labels: str) -> str:
    return f" by ({labels})" if labels else ""


OVERVIEW = [
    Panel("Ready workers", "Workers that have read the fingerprint log and joined the group, "
          "and do not drain.", "short", {"ready": total("newsmill_ready")}, single=True),
    Panel("Items in", "Items that enter the pipeline a second, repeated deliveries too.", "cps",
          {"items": rate("newsmill_input_items_total")}, single=True),
    Panel("Messages waiting", "From the committed offsets to the ends of the input's partitions. "
          "The number to scale by.", "short", {"lag": total("newsmill_input_lag_messages")},
          single=True),
    Panel("End to end, p99", "From a message's timestamp to the commit of its records.", "s",
          {"p99": quantile(0.99, "newsmill_end_to_end_seconds")}, single=True),
    Panel("Dead letters", "Share of the items that could not become a record.", "percentunit",
          {"share": share(rate("newsmill_dead_letters_total"),
                          rate("newsmill_input_items_total"))}, single=True),
    Panel("Books out of balance", "Items in, less those that became something or wait. Anything "
          "but 0 is a bug.", "short", {"items": total("newsmill_conservation_error_items")},
          single=True),
]

INPUT = [
    Panel("Messages waiting, by worker", "The lag of the partitions that each worker has.",
          "short", {"{{instance}}": total("newsmill_input_lag_messages", "instance")},
          stacked=True),
    Panel("Age of what is published", "Age of the newest committed message where others wait; 0 "
          "where none waits.", "s",
          {"{{instance}}": highest("newsmill_input_event_time_lag_seconds", "instance")}),
    Panel("Messages in", "Messages admitted a second.", "cps",
          {"{{instance}}": rate("newsmill_input_messages_total", "instance")}, stacked=True),
    Panel("Bytes in", "Keys, values and headers of the admitted messages.", "Bps",
          {"{{instance}}": rate("newsmill_input_bytes_total", "instance")}, stacked=True),
    Panel("Input expired", "Offsets that the broker deleted before they were processed, since each "
          "worker's start.", "short",
          {"{{instance}}": total("newsmill_input_expired_offsets_total", "instance")},
          stacked=True),
    Panel("Partitions", "Assigned, and of these not read now because the byte budget is full.",
          "short", {"{{instance}}": total("newsmill_assigned_partitions", "instance"),
                    "{{instance}} paused": total("newsmill_paused_partitions", "instance")}),
    Panel("Rebalances", "Sessions that began, ended in order, or were lost, a second.", "cps",
          {"{{event}}": rate("newsmill_rebalances_total", "event")}, stacked=True),
]

STAGES = [
    Panel("Items through each stage", "Items that a stage hands on, a second.", "cps",
          {"{{stage}}": rate("newsmill_stage_items_total", "stage")}),
    Panel("Errors of each stage", "extract: items refused; decide: sessions that the log ended; "
          "publish: failed attempts to commit.", "cps",
          {"{{stage}}": rate("newsmill_stage_errors_total", "stage")}),
    Panel("Time in each stage, p99", "A message's time, without its queue.", "s",
          {"{{stage}}": quantile(0.99, "newsmill_stage_duration_seconds", "stage")}),
    Panel("Busy threads", "Share of the time in which a stage's threads have work. The highest is "
          "the bottleneck.", "percentunit",
          {"{{stage}}": f'{rate("newsmill_stage_busy_seconds_total", "stage")} / '
                        f'{total("newsmill_stage_threads", "stage")}'}),
    Panel("Queues", "Messages that wait before a stage.", "short",
          {"{{queue}}": total("newsmill_queue_messages", "queue")}),
    Panel("Wait in each queue, p99", "A message's time before a stage.", "s",
          {"{{queue}}": quantile(0.99, "newsmill_queue_wait_seconds", "queue")}),
    Panel("Byte budget", "Bytes in flight as a share of worker.max_in_flight_bytes.",
          "percentunit",
          {"{{instance}}": f'{total("newsmill_in_flight_bytes", "instance")} / '
                           f'{total("newsmill_in_flight_limit_bytes", "instance")}'}),
    Panel("Items in flight", "Entered, and neither committed nor abandoned.", "short",
          {"{{instance}}": total("newsmill_in_flight_items", "instance")}, stacked=True),
]

LOG = [
    Panel("Log entries unread", "From the next entry that a worker reads to the end of the "
          "fingerprint log.", "short",
          {"{{instance}}": highest("newsmill_log_lag_entries", "instance")}),
    Panel("Log entries", "Entries that a worker reads a second, whoever wrote them.", "cps",
          {"{{kind}}": f'max by (kind) (rate(newsmill_log_entries_total{SELECTED}'
                       '[$__rate_interval]))'}, stacked=True),
    Panel("Log entries ignored", "Repeats after a rebalance are normal; other causes are not.",
          "cps", {"{{cause}}": f'max by (cause) (rate(newsmill_log_ignored_entries_total{SELECTED}'
                               '[$__rate_interval]))'}, stacked=True),
    Panel("Texts remembered", "Of max_entries of the rules in force. At 100% the window is "
          "shortened.",
          "percentunit", {"{{instance}}": f'{highest("newsmill_index_entries", "instance")} / '
                                          f'{highest("newsmill_index_limit_entries", "instance")}'}),
    Panel("Window", "Log time from the oldest text remembered until now, and that of the rules "
          "in force.", "s", {"{{instance}}": highest("newsmill_index_window_seconds", "instance"),
                "in force": highest("newsmill_index_window_limit_seconds")}),
    Panel("Memory of the index", "Bytes.", "bytes",
          {"{{instance}}": highest("newsmill_index_bytes", "instance")}),
    Panel("Decided, not yet committed", "Deliveries of the whole fleet.", "short",
          {"deliveries": highest("newsmill_pending_deliveries")}),
]

PUBLISH = [
    Panel("Transactions", "Transactions committed with items, a second.", "cps",
          {"{{instance}}": rate("newsmill_transactions_total", "instance")}, stacked=True),
    Panel("Commit", "From the first attempt to the commit.", "s",
          quantiles("newsmill_transaction_commit_seconds")),
    Panel("Failed attempts to commit", "By cause; and attempts to learn what was committed.",
          "cps", {"{{cause}}": rate("newsmill_transaction_failures_total", "cause"),
                  "recovery: {{cause}}": rate("newsmill_recovery_failures_total", "cause")}),
    Panel("Publishing fails for", "Seconds for which no attempt to fetch the committed offsets or "
          "to commit has succeeded. From 60 s on the worker is not ready.", "s",
          {"{{instance}}": highest("newsmill_publishing_failing_seconds", "instance")}),
    Panel("Since the last commit", "Seconds since a transaction with items was committed.", "s",
          {"{{instance}}": f"time() - max by (instance) "
                           f"(newsmill_last_commit_timestamp_seconds{SELECTED} > 0)"}),
    Panel("End to end", "From a message's timestamp to the commit of its records.", "s",
          quantiles("newsmill_end_to_end_seconds")),
]

OUTCOMES = [
    Panel("Articles", "Published a second, by relation.", "cps",
          {"{{relation}}": rate("newsmill_articles_total", "relation")}, stacked=True),
    Panel("Duplicates", "Copies a second, by relation.", "cps",
          {"{{relation}}": rate("newsmill_duplicates_total", "relation")}, stacked=True),
    Panel("Dead letters by reason", "What could not become a record, a second.", "cps",
          {"{{reason}}": rate("newsmill_dead_letters_total", "reason")}, stacked=True),
    Panel("Abandoned", "Items dropped by an abort or a revoked partition, to be delivered again.",
          "cps", {"{{cause}}": rate("newsmill_abandoned_items_total", "cause")}, stacked=True),
]

PROCESS = [
    Panel("Processors", "Processor seconds a second.", "short",
          {"{{instance}}": rate("newsmill_process_cpu_seconds_total", "instance")}),
    Panel("Resident memory", "Bytes.", "bytes",
          {"{{instance}}": total("newsmill_process_resident_bytes", "instance")}),
    Panel("Up for", "Seconds since the start.", "s",
          {"{{instance}}": f"time() - max by (instance) (newsmill_start_time_seconds{SELECTED})"}),
    Panel("Versions", "Workers by version and commit.", "short",
          {"{{version}} {{commit}}":
           f"count by (version, commit) (newsmill_build_info{SELECTED})"}, stacked=True),
    Panel("Configurations", "Workers by the hash of their configuration, without secrets.",
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
