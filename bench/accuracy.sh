#!/usr/bin/env bash
# Scores ./zonewright discover on every public capture and writes docs/accuracy.md: bench/accuracy.sh [DATE] [OPTION…]
#
# DATE (2026-11-30) stands in the page; today if not given. Options go to score.py, such as --only 's7__*'; with one of
# those the page is not written, only shown.
#
# ZONEWRIGHT_CAPTURES    the folder of captures with their truth and scorer; ../shared/captures beside this tree if not set
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
captures=${ZONEWRIGHT_CAPTURES:-$root/../shared/captures}

date=$(date +%F)
case ${1-} in
[0-9]*)
  date=$1
  shift
  ;;
esac
if [ ! -f "$captures/score.py" ]; then
  echo "accuracy: no score.py in $captures; set ZONEWRIGHT_CAPTURES to the folder of captures" >&2
  exit 2
fi

# Builds where need be, so that no capture waits for it.
"$root/zonewright" --version >/dev/null

result=$(mktemp)
trap 'rm -f -- "$result"' EXIT
python3 "$captures/score.py" --truth "$captures/truth" --captures "$captures" --jobs "$(nproc)" --json "$result" "$@" \
  -- "$root/zonewright" discover --format json
if [ $# -eq 0 ]; then
  python3 "$root/bench/accuracy.py" "$result" "$date" >"$root/docs/accuracy.md"
  echo "accuracy: wrote docs/accuracy.md"
fi
