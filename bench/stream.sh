#!/usr/bin/env bash
# A stream of any length within a bound on memory: pipes a plant without end into the product and shows the highest memory
# that the process had of its own (RssAnon), sampled twenty times a second.
#
#   bench/stream.sh [MEGABYTES=20000] [MEMORY=512M] [SITES=8]
#
# Expects the workload off200.pcap where bench/run.sh leaves it. Exit code 1 if the bound was passed, 2 if there is no result.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cache=${ZONEWRIGHT_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/zonewright-bench}
megabytes=${1:-20000} memory=${2:-512M} sites=${3:-8}
java=$(sh "$root/.mvn/find-jdk.sh")/bin/java

"$root/zonewright" --version >/dev/null
mkfifo "$cache/stream.$$"
trap 'rm -f "$cache/stream.$$"' EXIT
"$java" -Xmx300m "$root/bench/src/main/java/org/zonewright/bench/EndlessPlant.java" "$cache/off200.pcap" "$megabytes" "$sites" \
  >"$cache/stream.$$" &
SECONDS=0
sh "$root/cli/target/dist/bin/zonewright" discover - --format json --memory "$memory" --out "$cache/stream.json" \
  <"$cache/stream.$$" 2>"$cache/stream.log" &
reader=$!
peak=0
while kill -0 "$reader" 2>/dev/null; do
  now=$(sed -n 's/^RssAnon:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$reader/status" 2>/dev/null || true)
  [ "${now:-0}" -le "$peak" ] || peak=$now
  sleep 0.05
done
wait "$reader" || { cat "$cache/stream.log" >&2; exit 2; }

case $memory in
*[Gg]) bound=$((${memory%?} * 1024)) ;;
*) bound=${memory%?} ;;
esac
echo "stream: $megabytes MB in $SECONDS s within --memory $memory: RssAnon at most $((peak / 1024)) MiB"
[ $((peak / 1024)) -le "$bound" ]
