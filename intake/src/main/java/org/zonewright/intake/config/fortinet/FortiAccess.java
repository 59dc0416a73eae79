package org.zonewright.intake.config.fortinet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;

/// What each interface lets administrators do (`set allowaccess`). Where administrators are bound to hosts of their
/// own, that is a condition; what else the device serves is not read.
final class FortiAccess {
    private static final int ECHO = 8 * 256;

    private final RulesetBuilder rules;
    private final FortiBlock settings;
    private final boolean trusted;

    FortiAccess(RulesetBuilder rules, FortiBlock global) {
        this.rules = rules;
        this.settings = global.part("system global").orElse(global);
        this.trusted = global.entries("system admin").stream()
                .flatMap(admin -> admin.settings().keySet().stream())
                .anyMatch(setting -> setting.startsWith("trusthost") || setting.startsWith("ip6-trusthost"));
    }

    void build(List<FortiBlock> interfaces, String chain) {
        Map<String, Service> known = Map.of(
                "https", tcp("admin-sport", 443),
                "http", tcp("admin-port", 80),
                "ssh", tcp("admin-ssh-port", 22),
                "telnet", tcp("admin-telnet-port", 23),
                "snmp", Service.to(Service.UDP, PortSet.of(161)),
                "ping", Service.to(Service.ICMP, PortSet.range(ECHO, ECHO + 255)));
        for (FortiBlock entry : interfaces) {
            for (String word : entry.all("allowaccess")) {
                Optional<Service> service = Optional.ofNullable(known.get(word));
                if (service.isPresent()) {
                    RuleDraft draft = new RuleDraft(entry.name() + " " + word, Action.ACCEPT, entry.line())
                            .in(InterfaceSet.of(entry.name()))
                            .services(Services.known(service.get()));
                    if (trusted && !word.equals("ping")) {
                        draft.open("hosts that administrators are bound to");
                    }
                    draft.into(rules, chain);
                }
            }
        }
        new RuleDraft("administration from elsewhere", Action.DROP, 0)
                .services(Services.known(List.copyOf(known.values())))
                .into(rules, chain);
        new RuleDraft("other services of the device", Action.ACCEPT, 0)
                .open("what the device itself serves is not read")
                .into(rules, chain);
    }

    private Service tcp(String setting, int usual) {
        PortSet port = FortiServices.ports(settings.one(setting)).orElse(PortSet.of(usual));
        return Service.to(Service.TCP, port);
    }
}
