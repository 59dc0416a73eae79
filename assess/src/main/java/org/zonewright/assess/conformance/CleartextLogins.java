package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;

/// Finds answered sessions of protocols whose login is in clear text, one finding for each station that answers; also
/// inside a zone, where no approval is needed. A flow that names the protocol answers for it.
final class CleartextLogins {
    private static final Set<String> PROTOCOLS = Set.of("telnet", "ftp", "rlogin", "rsh", "vnc");
    private static final int MOST_EXCHANGES = 20;

    private final FlowMatcher matcher;
    private final ZoneLookup zones;

    CleartextLogins(FlowMatcher matcher, ZoneLookup zones) {
        this.matcher = matcher;
        this.zones = zones;
    }

    List<Finding> find(List<Exchange> exchanges) {
        Map<String, List<Exchange>> byServer = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            boolean login = PROTOCOLS.contains(exchange.conversation().protocol())
                    && exchange.outcome() == Outcome.ESTABLISHED
                    && exchange.conversation().serverPackets() > 0;
            if (login && matcher.covering(exchange).isEmpty()) {
                byServer.computeIfAbsent(exchange.to().subject().id(), any -> new ArrayList<>())
                        .add(exchange);
            }
        }
        return byServer.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Finding finding(String server, List<Exchange> exchanges) {
        Exchange first = exchanges.getFirst();
        List<String> protocols = exchanges.stream()
                .map(exchange -> exchange.conversation().protocol())
                .sorted()
                .distinct()
                .toList();
        List<Subject> subjects = new ArrayList<>(List.of(first.to().subject()));
        first.to().place().inZone().map(Subject::of).ifPresent(subjects::add);
        return Finding.of(
                FindingKind.CLEARTEXT_MANAGEMENT,
                new About(
                        server,
                        List.of(
                                first.to().label(),
                                String.join(", ", protocols),
                                first.from().label()),
                        subjects),
                Reason.because(
                        Text.of(
                                "finding.cleartext-management.because",
                                first.to().label(),
                                String.join(", ", protocols)),
                        exchanges.stream()
                                .limit(MOST_EXCHANGES)
                                .map(Exchange::reason)
                                .toList()),
                Ranking.start()
                        .reaches(first.to().place().inZone().flatMap(zones::zone))
                        .does(List.of(FunctionClass.CONFIGURE))
                        .comesFrom(first.from().place().inZone().flatMap(zones::zone))
                        .consequence(),
                exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).toList());
    }
}
