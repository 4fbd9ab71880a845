#!/bin/sh
# Fuzzes one target for so many seconds, from the seeds and from what earlier runs have found; counts what was tried.
#   run.sh BUILD SEEDS NAME SECONDS        BUILD: made by `cmake --preset fuzz`; SEEDS: tests/fuzz/corpus
# What it finds to be new stays in BUILD/corpus/NAME, what breaks the target in BUILD/broken-NAME-…; a seed that showed a
# fault is added to tests/fuzz/corpus, which the ordinary tests replay.
set -eu
build=$1 seeds=$2 name=$3 seconds=$4
mkdir -p "$build/corpus/$name" "$build/execs"
log=$build/$name.log
status=0
"$build/bin/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
  -artifact_prefix="$build/broken-$name-" "$build/corpus/$name" "$seeds/$name" >"$log" 2>&1 || status=$?
if [ "$status" != 0 ]; then
  tail -n 60 "$log"
  exit 1
fi
execs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
[ -n "$execs" ] && [ "$execs" -gt 0 ] || { echo "$name has tried nothing"; tail -n 20 "$log"; exit 1; }
echo "$execs" >>"$build/execs/$name"
echo "$name: $execs tried in $seconds s; $(cat "$build/execs/$name" | awk '{ sum += $1 } END { print sum }') so far," \
  "$(cat "$build"/execs/* | awk '{ sum += $1 } END { print sum }') of all targets"
