package org.zonewright.intake.config.junos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;

/// What a zone, or an interface in it, lets in to the device itself (`host-inbound-traffic`). An interface's own
/// words take the place of its zone's.
final class JunosHost {
    private static final String CHAIN = "host-inbound-traffic";
    private static final Map<String, Service> KNOWN = Map.of(
            "ssh", tcp(22),
            "telnet", tcp(23),
            "http", tcp(80),
            "https", tcp(443),
            "netconf", tcp(830),
            "snmp", Service.to(Service.UDP, PortSet.of(161)),
            "ntp", Service.to(Service.UDP, PortSet.of(123)),
            "ike", Service.to(Service.UDP, PortSet.unionOf(List.of(PortSet.of(500), PortSet.of(4500)))),
            "ping", Service.to(Service.ICMP, PortSet.range(8 * 256, 8 * 256 + 255)));

    private final RulesetBuilder rules;
    private final JunosNode root;

    JunosHost(RulesetBuilder rules, JunosNode root) {
        this.rules = rules;
        this.root = root;
    }

    private static Service tcp(int port) {
        return Service.to(Service.TCP, PortSet.of(port));
    }

    void build(Map<String, InterfaceSet> zones) {
        rules.chain(CHAIN);
        root.all("security", "zones", "security-zone").forEach((zone, found) -> {
            List<String> without = new ArrayList<>();
            found.all("interfaces").forEach((name, inner) -> {
                Optional<JunosNode> own = inner.at(CHAIN);
                if (own.isPresent()) {
                    services(own.get(), InterfaceSet.of(JunosReader.unit(name)));
                } else {
                    without.add(JunosReader.unit(name));
                }
            });
            found.at(CHAIN).ifPresent(all -> services(all, InterfaceSet.of(without.toArray(String[]::new))));
        });
        rules.stage(Stage.of(CHAIN, Path.TO_DEVICE, CHAIN, zones.isEmpty(), rules.at(0)));
    }

    private void services(JunosNode found, InterfaceSet at) {
        Map<String, JunosNode> named = found.all("system-services");
        named.forEach((word, inner) -> {
            if (inner.has("except")) {
                rule(word, inner.line(), at, Action.DROP);
            }
        });
        named.forEach((word, inner) -> {
            if (!inner.has("except")) {
                rule(word, inner.line(), at, Action.ACCEPT);
            }
        });
        found.all("protocols").forEach((word, inner) -> new RuleDraft(word, Action.ACCEPT, inner.line())
                .in(at)
                .open("protocols " + word)
                .into(rules, CHAIN));
    }

    private void rule(String word, int line, InterfaceSet at, Action action) {
        boolean all = word.equals("all") || word.equals("any-service");
        RuleDraft draft = new RuleDraft(word, action, line).in(at);
        Optional<Service> known = Optional.ofNullable(KNOWN.get(word));
        if (known.isPresent()) {
            draft.services(Services.known(known.get()));
        } else if (!all) {
            draft.open("system-services " + word);
        }
        draft.into(rules, CHAIN);
    }
}
