# shellcheck shell=bash
# Every script sources this file: paths, messages and helpers.
set -euo pipefail

NAME=$(basename "$0")
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
CACHE=${NEWSMILL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsmill}
JOBS=${NEWSMILL_JOBS:-$(nproc)}
KAFKA_LIB=$CACHE/kafka-4.3.1/lib
VENV=$CACHE/venv
RIVALS=$CACHE/bench-venv # what newsmill is measured beside
PROMETHEUS=$CACHE/prometheus/usr/bin          # Debian's
PROMETHEUS_SHIPPED=$CACHE/prometheus-shipped/bin # of deploy/compose.yaml
CHARTS=$CACHE/charts
LIBRDKAFKA=$CACHE/librdkafka-2.16.0/lib # newer than Debian's
HTML5LIB=$CACHE/html5lib-1.1             # its tests of HTML parsers
export NAME ROOT CACHE JOBS KAFKA_LIB VENV RIVALS PROMETHEUS PROMETHEUS_SHIPPED
export CHARTS LIBRDKAFKA HTML5LIB
cd "$ROOT"

# Progress goes to stderr, results to stdout.
say() { printf '%s: %s\n' "$NAME" "$*" >&2; }
fail() {
  say "$*"
  exit 1
}
wrong_usage() {
  say "$* (see --help)"
  exit 2
}

# Prints the comment at the head of the script, which is its help.
show_help() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; }

# Prints the help and ends if one of the arguments asks for it.
help_if_asked() {
  local word
  for word in "$@"; do
    case $word in
      -h | --help)
        show_help
        exit 0
        ;;
    esac
  done
}

# Sets NEWSMILL_SHARED if it is not set and the evaluation data is in ../shared.
find_shared() {
  if [ -z "${NEWSMILL_SHARED:-}" ] && [ -d "$ROOT/../shared" ]; then
    NEWSMILL_SHARED=$(cd "$ROOT/../shared" && pwd -P)
    export NEWSMILL_SHARED
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# quiet LOG COMMAND…: prints the output only if the command fails.
quiet() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
}

# timed PART COMMAND…: adds a line to the table that show_table prints, and
# returns what the command returned.
TABLE=()
timed() {
  local part=$1 start=$SECONDS result=passed code=0
  shift
  "$@" || code=$?
  if [ "$code" != 0 ]; then result=FAILED; fi
  add_to_table "$part" "$result" $((SECONDS - start))
  return "$code"
}
add_to_table() { TABLE+=("$(printf '%-14s %-8s %6s s' "$1" "$2" "$3")"); }
show_table() { printf '%s\n' "${TABLE[@]}"; }

# CMake reads the launcher when it first configures a folder. ccache hashes paths
# relative to the clone, so that clones share its cache.
if command -v ccache >/dev/null; then
  export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
  export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1
fi
