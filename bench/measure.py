#!/usr/bin/env python3
"""Times whole programs in alternating rounds and writes docs/performance.md; bench/run.sh prepares and starts it.

CPU is user and system time of a command and all it started. Every file is read into the page cache before each timing.
Peak memory is RssAnon (memory that is not a file's), summed over the processes of a command and sampled in rounds of
their own, which are not timed.
"""
import argparse
import datetime
import filecmp
import glob
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time

MIB = 1 << 20
SAMPLE_SECONDS = 0.004

# ndpiReader's flows in off1g; a conversation of the memory bar is one of these (addresses, ports, VLANs, transport).
BIG_CONVERSATIONS = 50_534
BIG_PACKETS = 7_587_244
# Functions asked for in these conversations, and in the sweep's, before conversations of one pair and service become one.
BIG_FUNCTIONS = 77_315
OFF200_PACKETS = 1_524_524
SWEEP_CONVERSATIONS = 1_000_000
SWEEP_PACKETS = 6_000_000
SWEEP_FUNCTIONS = 1_000_000

# Measured once beside tshark's `-q -z conv,ip` on off200, in CPU: tools that no package manager installs, or that take long.
DERIVED = [
    ("zeek 7.0, default scripts, JSON", 15.9 / 19.2, 20),
    ("tshark -T fields (OT fields)", 68 / 19.2, 90),
    ("zeek 7.0 with ICSNPP", 125 / 19.2, 150),
    ("GRASSMARLIN 3.2, headless", 110 / 19.2, 150),
]


class Command:
    """A program with its arguments; `reads` are the files it reads, `shown` is the command as the page shows it."""

    def __init__(self, name, words, reads, shown):
        self.name, self.words, self.reads, self.shown = name, words, reads, shown
        self.cpu, self.wall, self.memory = [], [], []

    def cpu_median(self):
        return statistics.median(self.cpu)

    def wall_median(self):
        return statistics.median(self.wall)


def warm(files):
    for name in files:
        with open(name, "rb", buffering=0) as file:
            while file.read(MIB):
                pass


def start(command):
    return subprocess.Popen(command.words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def check(command, status):
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"bench: {command.shown} ended with {code}")


def timed(command):
    warm(command.reads)
    before = time.perf_counter()
    child = start(command)
    _, status, usage = os.wait4(child.pid, 0)
    command.wall.append(time.perf_counter() - before)
    command.cpu.append(usage.ru_utime + usage.ru_stime)
    child.returncode = 0
    check(command, status)


def tree(pid):
    """The process and all below it."""
    found, todo = [], [pid]
    while todo:
        process = todo.pop()
        found.append(process)
        for children in glob.glob(f"/proc/{process}/task/*/children"):
            try:
                with open(children, encoding="ascii") as file:
                    todo += [int(child) for child in file.read().split()]
            except OSError:
                pass  # it has ended
    return found


def anonymous_kib(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8", errors="replace") as file:
            for line in file:
                if line.startswith("RssAnon:"):
                    return int(line.split()[1])
    except OSError:
        pass  # it has ended
    return 0


def peak(command):
    warm(command.reads)
    child = start(command)
    peak_kib, done = [0], threading.Event()

    def sample():
        while not done.is_set():
            peak_kib[0] = max(peak_kib[0], sum(anonymous_kib(pid) for pid in tree(child.pid)))
            done.wait(SAMPLE_SECONDS)

    sampler = threading.Thread(target=sample)
    sampler.start()
    _, status, _ = os.wait4(child.pid, 0)
    done.set()
    sampler.join()
    child.returncode = 0
    check(command, status)
    command.memory.append(peak_kib[0] * 1024)


def alternate(title, commands, rounds, memory_rounds=0):
    """Every command once a round, the order turned by one each round."""
    for round_number in range(rounds):
        for i in range(len(commands)):
            timed(commands[(i + round_number) % len(commands)])
        print(f"{title}: round {round_number + 1} of {rounds}: "
              + ", ".join(f"{c.name} {c.cpu[-1]:.2f} s CPU, {c.wall[-1]:.2f} s" for c in commands), flush=True)
    for _ in range(memory_rounds):
        for command in commands:
            peak(command)
    return commands


def ratio(ours, peer, what="cpu"):
    """The ratio of medians, and the least and greatest of the rounds."""
    a, b = getattr(ours, what), getattr(peer, what)
    rounds = [x / y for x, y in zip(a, b)]
    return statistics.median(a) / statistics.median(b), min(rounds), max(rounds)


def said(value):
    middle, low, high = value
    return f"{middle:.2f} ({low:.2f}–{high:.2f})"


class Page:
    def __init__(self):
        self.parts, self.bars = [], []

    def table(self, title, text, head, rows):
        self.parts.append(f"## {title}\n\n{text}\n")
        lines = ["| " + " | ".join(head) + " |", "|" + "|".join(" --- " if i == 0 else " ---: " for i in range(len(head))) + "|"]
        self.parts.append("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n")

    def bar(self, what, bar, reached, value, note="", stretch=None):
        """`stretch` is a further aim, and whether it was reached."""
        if stretch:
            note += f"; {stretch[0]} {'too' if stretch[1] else 'not'}"
        self.bars.append([what, bar, value, ("reached" if reached else "**not reached**") + note])
        print(f"bar: {what}: {value}, bar {bar}: {'reached' if reached else 'NOT REACHED'}{note}", flush=True)


def mib(values):
    return f"{max(values) / MIB:.0f}" if values else "–"


def rows(commands, packets):
    return [[f"`{c.shown}`", f"{c.cpu_median():.2f}", f"{c.wall_median():.2f}", f"{packets / c.cpu_median() / 1e6:.2f}",
             mib(c.memory)] for c in commands]


HEAD = ["command", "CPU s", "wall s", "Mpackets / CPU s", "peak MiB"]


class Bench:
    def __init__(self, options):
        self.options, self.page = options, Page()
        self.zonewright = os.path.join(options.root, "cli", "target", "dist", "bin", "zonewright")

    def file(self, name):
        return os.path.join(self.options.cache, name)

    def discover(self, name, threads=1):
        out = self.file(name + (".json" if threads == 1 else f".{threads}.json"))
        words = [self.zonewright, "discover", self.file(name), "--format", "json", "--threads", str(threads), "--out", out]
        return Command("zonewright" if threads == 1 else f"zonewright on {threads}", words, [self.file(name)],
                       f"zonewright discover {name} --format json --threads {threads} --out FILE")

    def java(self, main, *arguments, processes=1):
        """The words of each line that a class of the benchmarks prints, in so many processes at once. All memory is there
        from the start: a warm process does not wait for the system to give it some."""
        words = [os.path.join(java_home(self.options.root), "bin", "java"), "-XX:+UseSerialGC", "-Xms4g", "-Xmx4g",
                 "-XX:+AlwaysPreTouch", "-cp", os.path.join(self.options.root, "bench", "target", "bench.jar") + ":"
                 + os.path.join(self.options.root, "bench", "target", "lib", "*"), "org.zonewright.bench." + main, *arguments]
        running = [subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
                   for _ in range(processes)]
        lines = []
        for process in running:
            lines += [line.split() for line in process.communicate()[0].splitlines()]
            if process.returncode != 0:
                sys.exit(f"bench: {main} ended with {process.returncode}")
        return lines

    def passes(self, name, ways, rounds):
        """Seconds by the clock of each pass of a warm process, by way: one of each way a round, after three to get warm."""
        warm([self.file(name)])
        lines = self.java("WarmReading", self.file(name), str(3 + rounds), *ways)[3 * len(ways):]
        seconds = {way: [float(line[1]) for line in lines if line[0] == way] for way in ways}
        print(f"{name}, warm: " + ", ".join(f"{way}: {statistics.median(s):.3f} s" for way, s in seconds.items()), flush=True)
        return seconds

    def apart(self, name, rounds):
        """Seconds by the clock of a pass on one thread while another process does the same."""
        lines = self.java("WarmReading", self.file(name), str(3 + rounds), "1", processes=2)
        each = len(lines) // 2
        seconds = statistics.median(float(line[1]) for line in lines[3:each] + lines[each + 3:])
        print(f"{name}, warm, in each of two processes: {seconds:.3f} s", flush=True)
        return seconds

    def peer(self, name, words, file):
        return Command(name, [w.replace("FILE", self.file(file)) for w in words], [self.file(file)],
                       " ".join(words).replace("FILE", file))

    def ndpi(self, file):
        return self.peer("ndpiReader", ["ndpiReader", "-q", "-i", "FILE"], file)

    def softflowd(self, file, most):
        return self.peer("softflowd", ["softflowd", "-r", "FILE", "-d", "-n", "127.0.0.1:19995", "-m", str(most)], file)

    def result(self, name):
        with open(self.file(name + ".json"), encoding="utf-8") as file:
            return json.load(file)

    def frames(self, name, expected):
        """A measurement counts only if the work was done."""
        frames = sum(c["frames"] for c in self.result(name)["captures"])
        if frames != expected:
            sys.exit(f"bench: {name} has {expected} frames, the result says {frames}")

    def big(self):
        ours, ndpi, flows, both = alternate(
            "big", [self.discover("off1g.pcap"), self.ndpi("off1g.pcap"), self.softflowd("off1g.pcap", 400_000),
                    self.discover("off1g.pcap", 2)],
            self.options.rounds, 3)
        self.frames("off1g.pcap", BIG_PACKETS)
        if not filecmp.cmp(self.file("off1g.pcap.json"), self.file("off1g.pcap.2.json"), shallow=False):
            sys.exit("bench: two threads give another result than one")
        self.page.table(
            "One gigabyte", f"1000 MB, {BIG_PACKETS:,} packets, {BIG_CONVERSATIONS:,} conversations of four sites "
            "(`make-big.sh off1g.pcap 1000 4`).", HEAD, rows([ours, both, ndpi, flows], BIG_PACKETS))
        cpu = ratio(ours, ndpi)
        self.page.bar("P2 (first step): CPU against `ndpiReader -q`", "≤ 0.8", cpu[0] <= 0.8, said(cpu))
        self.page.bar("P2: the same", "≤ 0.6", cpu[0] <= 0.6, said(cpu))
        wall = ratio(both, ndpi, "wall")
        self.page.bar("P3: wall on two threads against `ndpiReader -q`", "≤ 0.4", wall[0] <= 0.4, said(wall),
                      stretch=("≤ 0.25", wall[0] <= 0.25))
        cpu = ratio(ours, flows)
        self.page.bar("P6: CPU against softflowd (flows alone)", "≤ 0.8", cpu[0] <= 0.8, said(cpu))
        facts = self.facts("off1g.pcap")
        allowed = 64 * MIB + 1024 * BIG_CONVERSATIONS + 512 * facts
        self.page.bar(f"Peak memory: 64 MB + 1 KB a conversation + 512 B for each of {facts:,} facts",
                      f"≤ {allowed / MIB:.0f} MiB", max(ours.memory) <= allowed, f"{mib(ours.memory)} MiB")
        self.big_ours = ours

    def facts(self, name):
        result = self.result(name)
        functions = sum(len(c.get("functions", [])) for c in result["conversations"])
        return functions + sum(len(a.get("facts", [])) for a in result["assets"])

    def packets(self):
        ours, tshark = alternate(
            "packets", [self.discover("off200.pcap"),
                        self.peer("tshark", ["tshark", "-n", "-r", "FILE", "-q", "-z", "conv,ip"], "off200.pcap")],
            self.options.rounds, 1)
        self.frames("off200.pcap", OFF200_PACKETS)
        self.page.table(
            "Every packet understood", f"200 MB, {OFF200_PACKETS:,} packets of one site (`make-big.sh off200.pcap 200 1`); at one "
            "gigabyte tshark would need more than 5 GB of memory.", HEAD, rows([ours, tshark], OFF200_PACKETS))
        cpu = ratio(ours, tshark)
        value = f"1/{1 / cpu[0]:.0f} (1/{1 / cpu[2]:.0f}–1/{1 / cpu[1]:.0f})"
        self.page.bar("P4: CPU a packet against `tshark -q -z conv,ip`, same file", "≤ 1/20", cpu[0] <= 1 / 20, value)
        if hasattr(self, "big_ours"):
            each = self.big_ours.cpu_median() / BIG_PACKETS / (tshark.cpu_median() / OFF200_PACKETS)
            self.page.bar("P4: the same, ours on the gigabyte", "≤ 1/20", each <= 1 / 20, f"1/{1 / each:.0f}")
        for name, factor, bar in DERIVED:
            derived = cpu[0] / factor
            self.page.bar(f"P4, P5: CPU against {name}", f"≤ 1/{bar}", derived <= 1 / bar, f"1/{1 / derived:.0f}", " (derived)")

    def medium(self):
        ours, ndpi = alternate("medium", [self.discover("off56.pcap"), self.ndpi("off56.pcap")], self.options.rounds * 2)
        packets = sum(c["frames"] for c in self.result("off56.pcap")["captures"])
        self.page.table("56 MB, from a cold start", f"{packets:,} packets (`make-big.sh off56.pcap 56 1`).", HEAD,
                        rows([ours, ndpi], packets))
        wall = ratio(ours, ndpi, "wall")
        self.page.bar("P9: 56 MB, wall against ndpiReader", "≤ 1.2", wall[0] <= 1.2, said(wall))

    def small(self):
        ours, ndpi = alternate("small", [self.discover("off1.pcap"), self.ndpi("off1.pcap")], self.options.rounds * 2)
        packets = sum(c["frames"] for c in self.result("off1.pcap")["captures"])
        self.page.table("1.2 MB, from a cold start", f"{packets:,} packets (`make-big.sh off1.pcap 1.2 1`).", HEAD,
                        rows([ours, ndpi], packets))
        self.page.bar("P10: 1.2 MB, wall", "≤ 0.30 s", ours.wall_median() <= 0.3, f"{ours.wall_median():.2f} s")

    def sweep(self):
        ours, big = alternate(
            "sweep", [self.discover("sweep.pcap"), self.discover("off1g.pcap")], self.options.rounds, 1)
        (ndpi,) = alternate("sweep", [self.ndpi("sweep.pcap")], 1)  # takes a minute: one round will do
        self.frames("sweep.pcap", SWEEP_PACKETS)
        self.page.table(
            "Port sweep", f"{SWEEP_PACKETS:,} packets, {SWEEP_CONVERSATIONS:,} conversations: pairs of hosts, 60,000 client ports "
            "each, one service (`bench/…/PortSweep.java`); ndpiReader once.", HEAD,
            rows([ours, ndpi], SWEEP_PACKETS) + rows([big], BIG_PACKETS))
        rate = [SWEEP_PACKETS / BIG_PACKETS * b / a for a, b in zip(ours.cpu, big.cpu)]
        middle = statistics.median(rate)
        self.page.bar("P12: packets per CPU second in a port sweep, as a share of those on the gigabyte (whole program)", "≥ 50 %",
                      middle >= 0.5, f"{100 * middle:.0f} % ({100 * min(rate):.0f}–{100 * max(rate):.0f})")
        facts = self.facts("sweep.pcap")
        allowed = 64 * MIB + 1024 * SWEEP_CONVERSATIONS + 512 * facts
        self.page.bar("Peak memory in the port sweep, same bar", f"≤ {allowed / MIB:.0f} MiB", max(ours.memory) <= allowed,
                      f"{mib(ours.memory)} MiB")

    def warm(self):
        cat = Command("cat", ["cat", self.file("off1g.pcap")], [self.file("off1g.pcap")], "cat off1g.pcap > /dev/null")
        alternate("warm", [cat], self.options.rounds)
        big = self.passes("off1g.pcap", ["1", "2"], self.options.rounds)
        apart = self.apart("off1g.pcap", self.options.rounds)
        alternate("warm", [cat], self.options.rounds)
        one, two = statistics.median(big["1"]), statistics.median(big["2"])
        times = one / cat.wall_median()
        self.page.bar("P1: everything on one thread, warm, as a multiple of `cat off1g.pcap > /dev/null`", "≤ 10", times <= 10,
                      f"{times:.1f}", stretch=("≤ 6.5", times <= 6.5))
        faster = [a / b for a, b in zip(big["1"], big["2"])]
        self.page.bar("P7: two threads against one, warm, the same result", "≥ 1.7", one / two >= 1.7,
                      f"{one / two:.2f} ({min(faster):.2f}–{max(faster):.2f})", stretch=("≥ 1.85", one / two >= 1.85),
                      note=f"; two processes with a file each: {2 * one / apart:.2f}")
        sweep = statistics.median(self.passes("sweep.pcap", ["1"], self.options.rounds)["1"])
        rate = (SWEEP_PACKETS / sweep) / (BIG_PACKETS / one)
        self.page.bar("P12: packets a second in a port sweep, as a share of P1's", "≥ 50 %", rate >= 0.5, f"{100 * rate:.0f} %",
                      stretch=("≥ 75 %", rate >= 0.75))
        self.page.table("A warm process", "Facts of a capture, without inventory and output, in one process of the JVM with both "
                        "compilers; medians.", ["what", "wall s", "Mpackets / s"],
                        [["`cat off1g.pcap > /dev/null`", f"{cat.wall_median():.3f}", f"{BIG_PACKETS / cat.wall_median() / 1e6:.1f}"],
                         ["off1g.pcap, one thread", f"{one:.3f}", f"{BIG_PACKETS / one / 1e6:.1f}"],
                         ["off1g.pcap, two threads", f"{two:.3f}", f"{BIG_PACKETS / two / 1e6:.1f}"],
                         ["off1g.pcap, one thread in each of two processes at once", f"{apart:.3f}",
                          f"{2 * BIG_PACKETS / apart / 1e6:.1f}"],
                         ["sweep.pcap, one thread", f"{sweep:.3f}", f"{SWEEP_PACKETS / sweep / 1e6:.1f}"]])

    def packed(self):
        seconds = self.passes("off200.pcap.gz", ["2", "unpacked"], 2 * self.options.rounds)
        ours, alone = statistics.median(seconds["2"]), statistics.median(seconds["unpacked"])
        each = [a / b for a, b in zip(seconds["2"], seconds["unpacked"])]
        self.page.bar("P11: off200.pcap.gz, warm, two threads, wall against `GZIPInputStream` alone", "≤ 1.15", ours / alone <= 1.15,
                      f"{ours / alone:.2f} ({min(each):.2f}–{max(each):.2f})", stretch=("≤ 1.05", ours / alone <= 1.05))

    def memory(self):
        for name, conversations, functions in (("off1g.pcap", BIG_CONVERSATIONS, BIG_FUNCTIONS),
                                               ("sweep.pcap", SWEEP_CONVERSATIONS, SWEEP_FUNCTIONS)):
            if not os.path.exists(self.file(name + ".json")):
                timed(self.discover(name))
            facts = functions + sum(len(a.get("facts", [])) for a in self.result(name)["assets"])
            live = int(self.java("LiveHeap", self.file(name))[0][0])
            each = (live - 64 * facts) / conversations
            self.page.bar(f"P8: live heap in {name}, less 64 B for each of {facts:,} facts, a conversation", "≤ 256 B", each <= 256,
                          f"{each:.0f} B", stretch=("≤ 200 B", each <= 200))
        short, long = self.discover("poll.pcap"), self.discover("poll10.pcap")
        for _ in range(3):
            peak(short)
            peak(long)
        grown = statistics.median(long.memory) / statistics.median(short.memory)
        self.page.bar("P8: peak memory when the same conversations last ten times longer, against before", "≤ 1.1", grown <= 1.1,
                      f"{grown:.2f} ({mib(short.memory)} and {mib(long.memory)} MiB)")

    def example(self):
        folder = os.path.join(self.options.root, "examples", "waterworks")
        captures = sorted(glob.glob(os.path.join(folder, "captures", "*.pcap*")))
        out = self.file("waterworks")
        ours = Command("zonewright", [self.zonewright, "assess", folder, "--out", out], captures,
                       "zonewright assess examples/waterworks --out FOLDER")
        probe = subprocess.run(ours.words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if probe.returncode not in (0, 1):
            self.page.parts.append("## The example\n\n`zonewright assess examples/waterworks` did not run: not measured.\n")
            print("example: zonewright assess did not run; not measured", flush=True)
            return
        each = Command("tshark each", ["sh", "-c", 'for f; do tshark -q -z conv,ip -r "$f"; done', "sh", *captures], captures,
                       "tshark -q -z conv,ip -r CAPTURE, for each capture")
        merged = self.file("waterworks.pcapng")
        commands = [ours, each]
        if shutil.which("mergecap"):
            subprocess.run(["mergecap", "-w", merged, *captures], check=True)
            commands.append(Command("tshark merged", ["tshark", "-q", "-z", "conv,ip", "-r", merged], [merged],
                                    "tshark -q -z conv,ip -r MERGED, the captures in one file"))
        alternate("example", commands, self.options.rounds)
        self.page.table("The example", "`examples/waterworks`: captures, an asset list and a plant document; a second run.",
                        ["command", "CPU s", "wall s"],
                        [[f"`{c.shown}`", f"{c.cpu_median():.2f}", f"{c.wall_median():.2f}"] for c in commands])
        wall = ratio(ours, each, "wall")
        self.page.bar("The example: wall against `tshark -q -z conv,ip` on the same captures", "≤ 4", wall[0] <= 4, said(wall))
        if len(commands) > 2:
            wall = ratio(ours, commands[2], "wall")
            self.page.bar("The same, tshark on the captures merged to one file", "≤ 4", wall[0] <= 4, said(wall))


def machine():
    model = "unknown"
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB"


def java_home(root):
    found = subprocess.run(["sh", os.path.join(root, ".mvn", "find-jdk.sh")], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def versions(root):
    with open(os.path.join(java_home(root), "release"), encoding="utf-8") as file:
        release = dict(line.strip().split("=", 1) for line in file if "=" in line)
    found = [f"JDK {release.get('JAVA_RUNTIME_VERSION', '?').strip(chr(34))}"]
    for package in ("libndpi-bin", "softflowd", "tshark"):
        query = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=False)
        if query.returncode == 0:
            found.append(f"{package} {query.stdout}")
    return ", ".join(found)


INTRODUCTION = """# Speed and memory

Whole programs, {date}. Machine: {machine}. {versions}.

Each comparison runs its commands in turn, {rounds} rounds, and gives medians; in brackets the least and the greatest of the rounds.
CPU is user and system time of the command and all it starts, from a cold start with the AOT cache that the first start leaves,
on one thread unless said, with everything on and the result written to a file; `zonewright` is the launcher of a release, which
looks for no changed sources. The captures are in the page cache. Peak memory is
RssAnon, the highest of its rounds. Cores may be shared with other work, so single seconds mean little: only ratios of one run
count, and ratios below 1.3 say little.
"""

DERIVED_NOTE = """*Derived* bars compare with programs that are not installed for a run: their CPU was once measured beside
`tshark -q -z conv,ip` on the same file, and that ratio is applied to tshark's figure of this run.
"""

REPEAT = """## How to repeat it

    bench/run.sh                     # everything; writes this page
    bench/run.sh --only big,packets  # some of it; only shows figures
    bench/accuracy.sh                # what these figures buy: accuracy.md

Stages within the program have benchmarks of their own, for changes to the innermost loops: see `bench/README.md`.
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--root", required=True)
    arguments.add_argument("--cache", required=True)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--date", default=datetime.date.today().isoformat())
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    bench = Bench(options)
    comparisons = {"big": bench.big, "packets": bench.packets, "medium": bench.medium, "small": bench.small, "sweep": bench.sweep,
                   "example": bench.example, "warm": bench.warm, "packed": bench.packed, "memory": bench.memory}
    chosen = [name for name in options.only.split(",") if name]
    unknown = [name for name in chosen if name not in comparisons]
    if unknown:
        arguments.error(f"no comparison is called {', '.join(unknown)}; there are {', '.join(comparisons)}")
    for name, compare in comparisons.items():
        if not chosen or name in chosen:
            compare()
    if chosen:
        return
    page = bench.page
    bars = ["## Bars\n", "| what | bar | measured | |", "| --- | ---: | ---: | --- |"]
    bars += ["| " + " | ".join(row) + " |" for row in page.bars]
    text = INTRODUCTION.format(date=options.date, machine=machine(), versions=versions(options.root), rounds=options.rounds)
    body = [text, "\n".join(bars) + "\n", DERIVED_NOTE, *page.parts, REPEAT]
    with open(os.path.join(options.root, "docs", "performance.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(body))
    print("bench: wrote docs/performance.md")


if __name__ == "__main__":
    main()
