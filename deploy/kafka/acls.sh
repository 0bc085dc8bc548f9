#!/usr/bin/env bash
# deploy/kafka/acls.sh COMMAND PRINCIPAL [OPTION]…
#
# Prints the kafka-acls commands that give PRINCIPAL (such as User:newsmill) exactly
# the permissions that one command of newsmill needs.
#
#   run             a worker
#   replay          newsmill replay, which creates its output topics
#   topics          newsmill topics, and newsmill check --connect
#   topics-create   newsmill topics --create
#
# Options, with the names of config/newsmill.yaml as defaults:
#   --group NAME           the fleet's group; newsmill
#   --raw TOPIC            news.raw
#   --articles TOPIC       news.articles
#   --duplicates TOPIC     news.duplicates
#   --dead-letters TOPIC   news.deadletters
#   --fingerprints TOPIC   news.fingerprints
#   --name NAME            the --name of the replay; default
#   --tool COMMAND         the kafka-acls command with its connection options;
#                          kafka-acls.sh --bootstrap-server localhost:9092
#   --apply                also run the commands
set -euo pipefail

help() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; }
wrong_usage() {
  printf 'acls.sh: %s (see --help)\n' "$*" >&2
  exit 2
}

case ${1:-} in -h | --help) help && exit ;; esac
if [ $# -lt 2 ]; then wrong_usage 'a command and a principal are needed'; fi
command=$1
principal=$2
shift 2
group=newsmill
raw=news.raw
articles=news.articles
duplicates=news.duplicates
dead_letters=news.deadletters
fingerprints=news.fingerprints
name=default
tool='kafka-acls.sh --bootstrap-server localhost:9092'
apply=no
while [ $# != 0 ]; do
  option=$1
  shift
  case $option in
    -h | --help) help && exit ;;
    --apply) apply=yes && continue ;;
  esac
  if [ $# = 0 ]; then wrong_usage "$option needs a value"; fi
  case $option in
    --group) group=$1 ;;
    --raw) raw=$1 ;;
    --articles) articles=$1 ;;
    --duplicates) duplicates=$1 ;;
    --dead-letters) dead_letters=$1 ;;
    --fingerprints) fingerprints=$1 ;;
    --name) name=$1 ;;
    --tool) tool=$1 ;;
    *) wrong_usage "unknown option $option" ;;
  esac
  shift
done

# allow "OPERATION…" RESOURCE…
allow() {
  local operation command="$tool --add --allow-principal '$principal'"
  for operation in $1; do command+=" --operation $operation"; done
  shift
  command+=" $*"
  printf '%s\n' "$command"
  if [ "$apply" = yes ]; then eval "$command"; fi
}

# allow_worker ALSO ON_LOG: the permissions of a worker, the operations ALSO on its
# output topics, and the operations ON_LOG on its fingerprint log. READ and WRITE include DESCRIBE.
allow_worker() {
  allow "Write DescribeConfigs $1" \
    --topic "$articles" --topic "$duplicates" --topic "$dead_letters"
  allow "Read Write DescribeConfigs $2" --topic "$fingerprints"
  allow Read --group "$group"
  # A transactional id is newsmill-GROUP- and the instance id or a random number.
  allow Write --transactional-id "newsmill-$group-" \
    --resource-pattern-type prefixed
}

all_topics=(--topic "$raw" --topic "$articles" --topic "$duplicates"
  --topic "$dead_letters" --topic "$fingerprints")
case $command in
  run)
    allow 'Read DescribeConfigs' --topic "$raw"
    # A worker trims the fingerprint log, unless dedup.trim is false.
    allow_worker '' Delete
    ;;
  replay)
    allow 'Read DescribeConfigs' --topic "$raw"
    group+=.replay.$name
    articles+=.replay.$name
    duplicates+=.replay.$name
    dead_letters+=.replay.$name
    fingerprints+=.replay.$name
    allow_worker Create Create
    ;;
  topics) allow 'Describe DescribeConfigs' "${all_topics[@]}" ;;
  topics-create) allow 'Describe DescribeConfigs Create' "${all_topics[@]}" ;;
  *) wrong_usage "unknown command $command" ;;
esac
