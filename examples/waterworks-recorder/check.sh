#!/bin/bash
# Holds expected.md against the captures: every row of its tables "Faults" and "Approved and seen" must be in what observed.sh prints.
#
#   examples/waterworks-recorder/check.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/observed.sh" | awk -F'|' '
  NR == FNR { gsub(/ /, ""); seen[$0]; next }
  /^## / { table = ($0 ~ /^## (Faults|Approved and seen|Attempts)$/) }
  table && /^\| [A-Z]?[a-z]*[-0-9a-z]+ \|/ && $2 !~ /^ id / {
    gsub(/ /, "")
    capture = $4; vlan = $5; client = $6; server = $7; split($8, port, "/"); protocol = $9
    wanted = split($10, codes, ",")
    for (i = 1; i <= wanted; i++) {
      split(codes[i], part, "×")
      line = capture "|" vlan "|" client "|" server "|" port[2] "|" protocol "|" part[1] "|" part[2]
      rows++
      if (!(line in seen)) { missing++; print "not in the captures: " $2 ": " line }
    }
  }
  END { print rows " statements, " missing + 0 " not in the captures"; exit missing > 0 || rows == 0 }
' - "$here/../waterworks/expected.md"
