#!/usr/bin/env python3
"""Turns what score.py wrote with --json into the page docs/accuracy.md: accuracy.py RESULT DATE"""
import collections
import json
import sys

# metric of the scorer -> what a reader calls it, and the bar that is set for it (percent), if any
METRICS = {
    "frames": ("frames and bytes", None),
    "hosts.ip": ("hosts with an IP address", 99.9),
    "hosts.mac": ("stations without IP, by MAC", None),
    "conv.hard": ("conversations with a handshake", 99.9),
    "conv.soft": ("conversations without one", None),
    "conv.l2": ("conversations below IP", None),
    "volumes": ("exact packets and bytes each way", None),
    "apps": ("protocol of a conversation", 99.0),
    "functions": ("functions asked for", None),
    "counts": ("exact count of a function found", None),
    "identity": ("identity: names, models, versions …", 97.0),
}
NO_PRECISION = {"frames", "volumes", "counts", "identity"}
FUNCTION_BAR = 99.5  # for every protocol that the truth covers
IDENTITY_BAR = 90.0  # of one protocol; of all of them together, see above
WORST = 12
NOTES = 3

HEAD = """# Accuracy

How much of what is in public captures `zonewright discover` finds, and how much of what it says is right. {captures} captures
taken unchanged from public repositories, {date}. The truth for each was computed with tshark, a second, independent decoder;
where tshark is known to err or to say nothing, the scorer leaves the case out and says why.

*Found* is recall: of what is there, the part that was given. *Right* is precision: of what was given, the part that is there.
A count is of the captures' contents, so large captures weigh more; *perfect* counts captures with nothing missing or wrong.
"""

REPEAT = """## How to repeat it

    bench/accuracy.sh              # all captures; writes this page
    bench/accuracy.sh --only 's7__*'   # some of them; only shows the scorer's table

It expects the folder of captures with `score.py` and `truth/` beside the source tree, at `../shared/captures`, or where
`ZONEWRIGHT_CAPTURES` says. The head of `score.py` defines every metric.
"""

LIMITS = """## Known limits

- The truth is another program's opinion. It has no say on protocols that tshark 4.0 does not decode (S7comm-plus content,
  GE-SRTP, MELSEC, UMAS, Fox, PCWorx, ProConOS, Crimson): their conversations are scored by name alone.
- Without a handshake the side that serves is a conclusion from messages, ports and order; the scorer accepts either there.
- tshark decodes nothing of the CIP in `enip__EIP-ControlProtocolChangeAttempt`, so the functions found there count as wrong;
  in `fins__fins` responses count as requests because one station sends both to one port; tshark takes new segments of
  `enip__CIPvalue` for retransmissions, and joins fragments of different messages in `dnp3__dnp3dataset…`.
- Stations inside a tunnel (ERSPAN, VXLAN) are told by their MAC addresses too; the truth has none there.
- A capture that begins in the middle of a TCP stream may lose the message that was under way.
- Most of these captures are small and from laboratories. The figures say how the decoders read real packets, not what share
  of a plant a tap would see.
"""


def percent(found, expected):
    """To the tenth below: 100.0 says that nothing is missing."""
    return "–" if not expected else f"{1000 * found // expected / 10:.1f}"


def goal(bar, *values):
    """The bar and whether every value (found, expected) reaches it; nothing to say of values that do not occur."""
    if bar is None or not any(expected for _, expected in values):
        return "–"
    met = all(100 * found >= bar * expected for found, expected in values)
    return f"{bar:g} {'met' if met else '**not met**'}"


def table(head, rows):
    out = ["| " + " | ".join(head) + " |", "|" + "|".join(" --- " if i == 0 else " ---: " for i in range(len(head))) + "|"]
    return "\n".join(out + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def text(value):
    """Safe in a table or list of the page: no markup of its own, one line."""
    out = " ".join(str(value).split())
    return "".join("\\" + c if c in "\\`*_|<>[]" else c for c in out)[:200]


def totals(result):
    rows = []
    for metric, (name, bar) in METRICS.items():
        found, expected, right, given = result["total"][metric]
        precision = metric not in NO_PRECISION
        reached = goal(bar, (found, expected), (right, given) if precision else (0, 0))
        rows.append([
            name, percent(found, expected), f"{found:,} / {expected:,}", percent(right, given) if precision else "–",
            f"{right:,} / {given:,}" if precision else "–", str(result["perfect"][metric]), reached])
    return table(["metric", "found %", "found / there", "right %", "right / given", "perfect", "goal %"], rows)


def by_protocol(result):
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for capture in result["captures"].values():
        for key, values in capture["protocols"].items():
            metric, protocol = key.split(" ", 1)
            sums[metric, protocol] = [a + b for a, b in zip(sums[metric, protocol], values)]
    return sums


def of(sums, metric):
    return sorted((protocol, values) for (m, protocol), values in sums.items() if m == metric)


def functions(sums):
    rows = []
    for protocol, (found, expected, right, given) in of(sums, "functions"):
        counted, of_counts = sums.get(("counts", protocol), [0, 0, 0, 0])[:2]
        rows.append([
            protocol, percent(found, expected), f"{found} / {expected}", percent(right, given), percent(counted, of_counts),
            goal(FUNCTION_BAR, (found, expected))])
    return table(["protocol", "found %", "found / there", "right %", "count exact %", "goal %"], rows)


def identity(sums):
    rows = []
    for protocol, (found, expected, _, _) in of(sums, "identity"):
        rows.append([
            protocol, percent(found, expected), f"{found} / {expected}",
            goal(IDENTITY_BAR, (found, expected))])
    return table(["protocol", "found %", "found / there", "goal %"], rows)


def apps(sums):
    rows = [[protocol, percent(found, expected), f"{found} / {expected}", percent(right, given)]
            for protocol, (found, expected, right, given) in of(sums, "apps")]
    return table(["protocol", "found %", "found / there", "right %"], rows)


def failures(result):
    failed = [(name, c["failure"]) for name, c in sorted(result["captures"].items()) if c["failure"]]
    if not failed:
        return "No capture made it crash, time out or answer with anything but valid output.\n"
    return "".join(f"- {text(name)}: {text(why)}\n" for name, why in failed)


def worst(result):
    ranked = sorted((c["score"], name, c) for name, c in result["captures"].items() if c["score"] < 1)
    out = []
    for score, name, capture in ranked[:WORST]:
        out.append(f"- {text(name)}, {100 * score:.1f} %\n")
        out += [f"  - {text(metric)}: {text(what)}\n" for metric, what in capture["notes"][:NOTES]]
    return "".join(out) if out else "None: all captures are perfect.\n"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        result = json.load(file)
    captures = result["captures"]
    sums = by_protocol(result)
    print(HEAD.format(captures=len(captures), date=sys.argv[2]))
    print(totals(result))
    print(f"{result['perfect']['all']} of {len(captures)} captures are perfect in everything, {result['failed']} failed; the mean "
          f"score is {100 * result['mean']:.2f} %.\n")
    print("## Functions by protocol\n\nRequests seen per pair of stations, and whether they were counted exactly.\n")
    print(functions(sums))
    print("## Identity by protocol\n\nWhat stations say of themselves, on the right asset.\n")
    print(identity(sums))
    print("## Protocols recognised\n\n*Right* is of the conversations that were named.\n")
    print(apps(sums))
    print("## Failures\n\n" + failures(result))
    print("## Furthest from the truth\n\n" + worst(result))
    print(LIMITS)
    print(REPEAT, end="")


if __name__ == "__main__":
    main()
