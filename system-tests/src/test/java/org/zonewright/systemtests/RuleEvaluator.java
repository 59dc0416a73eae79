package org.zonewright.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.systemtests.SuricataRule.Control;
import org.zonewright.systemtests.SuricataRule.Limit;

/// Runs rules for Suricata over a capture, packet by packet, in the part of the language that rules for approved
/// flows are written in ([SuricataRuleReader]). It puts no segments and no fragments together, and opens no tunnels.
final class RuleEvaluator implements RuleJudge {
    private static final long MILLION = 1_000_000;
    private static final Set<String> TRANSPORTS = Set.of("tcp", "udp", "sctp", "ip");

    @Override
    public List<Alert> alerts(Path rules, Path capture) throws IOException {
        return new Run(read(rules)).over(CapturedPackets.read(capture));
    }

    @Override
    public void take(Path rules) throws IOException {
        if (read(rules).isEmpty()) {
            throw new AssertionError("no rules in " + rules);
        }
    }

    private static List<SuricataRule> read(Path file) throws IOException {
        List<SuricataRule> rules = new ArrayList<>();
        Set<Integer> sids = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                rules.add(SuricataRuleReader.read(line));
            } catch (IllegalArgumentException e) {
                throw new AssertionError(e.getMessage(), e);
            }
            if (!sids.add(rules.getLast().sid())) {
                throw new AssertionError("a second rule with the sid of: " + line);
            }
        }
        return rules;
    }

    /// One run over one capture.
    private static final class Run {
        private final List<SuricataRule> rules;
        private final RuleSessions sessions = new RuleSessions();
        private final Map<Told, Counted> counted = new HashMap<>();
        private final List<Alert> alerts = new ArrayList<>();

        private Run(List<SuricataRule> rules) {
            this.rules = rules;
        }

        private record Told(int sid, InetAddress one, InetAddress other) {}

        /// Since when, and how often.
        private record Counted(long microseconds, int count) {}

        private List<Alert> over(List<CapturedPacket> packets) {
            for (CapturedPacket packet : packets) {
                RuleSessions.Session session = sessions.take(packet);
                for (SuricataRule rule : rules) {
                    if (tells(rule, packet, session) && isWithinLimit(rule, packet)) {
                        alerts.add(new Alert(
                                rule.message(),
                                packet.source(),
                                packet.sourcePort(),
                                packet.destination(),
                                packet.destinationPort()));
                    }
                }
            }
            return alerts;
        }

        private static boolean tells(SuricataRule rule, CapturedPacket packet, RuleSessions.Session session) {
            return isOfProtocol(rule, packet, session)
                    && rule.source().holds(packet.source(), packet.sourcePort())
                    && rule.destination().holds(packet.destination(), packet.destinationPort())
                    && rule.ipProtocols().stream()
                            .allMatch(protocol -> protocol.not() != (protocol.number() == packet.protocol()))
                    && (!rule.toServer() || session.isToServer(packet))
                    && (!rule.established() || session.isEstablished())
                    && rule.payload().stream().allMatch(test -> test.holds(packet.data()))
                    && asks(rule, packet);
        }

        private static boolean isOfProtocol(SuricataRule rule, CapturedPacket packet, RuleSessions.Session session) {
            return switch (rule.protocol()) {
                case "ip" -> true;
                case "tcp" -> packet.protocol() == CapturedPacket.TCP;
                case "udp" -> packet.protocol() == CapturedPacket.UDP;
                case "sctp" -> packet.protocol() == 132;
                default -> session.speaks(rule.protocol());
            };
        }

        private static boolean asks(SuricataRule rule, CapturedPacket packet) {
            if (rule.control().isEmpty()) {
                return true;
            }
            Control asked = rule.control().get();
            return !TRANSPORTS.contains(rule.protocol())
                    && ControlRequests.in(rule.protocol(), packet.data()).contains(asked);
        }

        private boolean isWithinLimit(SuricataRule rule, CapturedPacket packet) {
            if (rule.limit().isEmpty()) {
                return true;
            }
            Limit limit = rule.limit().get();
            Told told = new Told(rule.sid(), packet.source(), packet.destination());
            Counted before = counted.get(told);
            boolean isNew = before == null || packet.microseconds() - before.microseconds() > limit.seconds() * MILLION;
            Counted now = isNew || before == null
                    ? new Counted(packet.microseconds(), 1)
                    : new Counted(before.microseconds(), before.count() + 1);
            counted.put(told, now);
            return now.count() <= limit.count();
        }
    }
}
