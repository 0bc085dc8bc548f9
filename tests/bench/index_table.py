"""What the index needs for an article, from the results of newsmill_bench.

  AppliesOriginals    originals that are unlike all other texts; each evicts the oldest text
  AppliesWithHotKeys  as above, but many texts have some keys; p99.9: the slowest thousandth
  AppliesCopies       copies of a text

  index_table.py RESULTS.json
"""

import json
import pathlib
import sys

MICROSECONDS = {"ns": 1e-3, "us": 1, "ms": 1e3, "s": 1e6}


def row(run: dict) -> str:
    name, texts = run["name"].split("/")[:2]
    micros = run["cpu_time"] * MICROSECONDS[run["time_unit"]]
    slowest = f"{run['p99.9_us']:.0f}" if "p99.9_us" in run else ""
    memory = f"{run['bytes_an_original']:.0f}" if "bytes_an_original" in run else ""
    return (f"| {name} | {int(texts):,} | {micros:.1f} | {slowest} | {1e6 / micros:,.0f} "
            f"| {memory} |")


def main() -> None:
    results = json.loads(pathlib.Path(sys.argv[1]).read_text())
    rows = [row(run) for run in results["benchmarks"]
            if run["name"].startswith("Applies") and not run.get("error_occurred")]
    if rows:
        print("| benchmark | texts in the index | µs of CPU an entry | p99.9 µs "
              "| entries a second | bytes an original |")
        print("|---|---|---|---|---|---|")
        print("\n".join(rows))


if __name__ == "__main__":
    main()
