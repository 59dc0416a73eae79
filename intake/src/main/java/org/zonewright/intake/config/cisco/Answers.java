package org.zonewright.intake.config.cisco;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Service;

/// Rules for what comes back: both ends of a rule changed about, for connections that are open.
final class Answers {
    private Answers() {}

    static Rule to(Rule rule, Action action) {
        Match match = rule.match();
        List<Service> services = match.services().stream()
                .map(service -> isWithPorts(service)
                        ? turned(service)
                        : service.protocol().isPresent()
                                ? Service.of(service.protocol().getAsInt())
                                : service)
                .toList();
        Match turned = new Match(
                match.out(),
                match.in(),
                match.destination(),
                match.source(),
                services,
                Set.of(Match.State.ESTABLISHED),
                match.open());
        return new Rule(
                rule.id(),
                rule.enabled(),
                turned,
                action,
                false,
                OptionalLong.empty(),
                Optional.empty(),
                rule.comment(),
                rule.at());
    }

    private static Service turned(Service service) {
        PortSet askedPorts = service.destination();
        PortSet askersPorts = service.source();
        return new Service(service.protocol(), askedPorts, askersPorts);
    }

    private static boolean isWithPorts(Service service) {
        int protocol = service.protocol().orElse(0);
        return protocol == Service.TCP || protocol == Service.UDP;
    }
}
