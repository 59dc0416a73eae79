#!/usr/bin/env bash
# Measures whole programs against their peers and writes docs/performance.md: bench/run.sh [OPTION…]
#
#   --rounds N       rounds of each comparison, 5 if not given
#   --only NAME,…    some comparisons only (big, packets, medium, small, sweep, example, warm, packed, memory); the page
#                    is then not written
#   --date DATE      the date on the page, today if not given
#
# The peers are Debian's packages and are installed where that is allowed. The workloads, 3.2 GB, are made once from the
# public captures and kept in ZONEWRIGHT_BENCH_CACHE, ~/.cache/zonewright-bench if not set.
#
# ZONEWRIGHT_CAPTURES    the folder of captures; ../shared/captures beside this tree if not set
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
captures=${ZONEWRIGHT_CAPTURES:-$root/../shared/captures}
cache=${ZONEWRIGHT_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/zonewright-bench}
mkdir -p "$cache"

# command:package
missing=()
for need in python3:python3 ndpiReader:libndpi-bin softflowd:softflowd tshark:tshark; do
  command -v "${need%%:*}" >/dev/null 2>&1 || missing+=("${need##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "bench: installing ${missing[*]}"
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
      >"$cache/apt.log" 2>&1 </dev/null; then
      tail -n 20 "$cache/apt.log" >&2
      echo "bench: could not install ${missing[*]}; the whole log is in $cache/apt.log" >&2
      exit 2
    fi
    # A package may start what it holds as a service: this one would listen to the network.
    systemctl disable --now softflowd >/dev/null 2>&1 || true
  else
    echo "bench: the peers ${missing[*]} are missing; install with: sudo apt-get install ${missing[*]}" >&2
    exit 2
  fi
fi

# made NAME COMMAND…: the workload $cache/NAME, made by COMMAND with the file to write as its next argument.
made() {
  local file=$cache/$1 command=$2
  [ -s "$file" ] && return
  shift 2
  echo "bench: making $(basename "$file")"
  "$command" "$file.part" "$@" && mv -f "$file.part" "$file"
}
big() {
  if [ ! -f "$captures/make-big.sh" ]; then
    echo "bench: no make-big.sh in $captures; set ZONEWRIGHT_CAPTURES to the folder of captures" >&2
    exit 2
  fi
  bash "$captures/make-big.sh" "$@" 2>>"$cache/make-big.log"
}
JAVA_HOME=$(sh "$root/.mvn/find-jdk.sh")
export JAVA_HOME
sources=$root/bench/src/main/java/org/zonewright/bench
sweep() {
  "$JAVA_HOME/bin/java" "$sources/PortSweep.java" "$@"
}
polls() {
  "$JAVA_HOME/bin/java" "$sources/PollingPlant.java" "$@"
}
packed() {
  gzip -c "$cache/off200.pcap" >"$1"
}
made off1g.pcap big 1000 4
made off200.pcap big 200 1
made off56.pcap big 56 1
made off1.pcap big 1.2 1
made sweep.pcap sweep 1000000
made off200.pcap.gz packed
made poll.pcap polls 600
made poll10.pcap polls 6000

# Builds where need be, and lets the AOT cache be made, so that no measurement holds either.
"$root/zonewright" --version >/dev/null
(cd "$root" && ./mvnw -q -B -DskipTests package -pl bench -am) >"$cache/build.log" 2>&1 </dev/null || {
  echo "bench: the build of the benchmarks failed; the whole log is in $cache/build.log" >&2
  exit 2
}

exec python3 "$root/bench/measure.py" --root "$root" --cache "$cache" "$@"
