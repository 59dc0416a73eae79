package org.zonewright.intake.config.pf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.XmlNode;

/// Port forwards, translations one to one, and translations of what leaves. A port forward may let its packets pass
/// by itself. Where an end is not known, the translation has an open condition.
final class SenseNat {
    private final RulesetBuilder rules;
    private final SenseNames names;

    SenseNat(RulesetBuilder rules, SenseNames names) {
        this.rules = rules;
        this.names = names;
    }

    void read(XmlNode root) {
        Optional<XmlNode> nat = root.child("nat");
        if (nat.isEmpty()) {
            return;
        }
        nat.get().children("rule").forEach(this::forward);
        nat.get().children("onetoone").forEach(this::oneToOne);
        Optional<XmlNode> outbound = nat.get().child("outbound");
        String mode = outbound.map(found -> found.value("mode")).orElse("automatic");
        outbound.ifPresent(found -> found.children("rule").forEach(this::outbound));
        if (!mode.equals("advanced") && !mode.equals("disabled") && names.hasInterface("wan")) {
            rules.translation(new Translation(
                    "automatic outbound",
                    Translation.Kind.SOURCE,
                    Match.any().leaving(InterfaceSet.of("wan")),
                    Optional.empty(),
                    Optional.empty(),
                    rules.at(0)));
        }
    }

    private static boolean isOff(XmlNode rule) {
        return rule.child("disabled").filter(SenseRule::isSet).isPresent();
    }

    private void forward(XmlNode rule) {
        if (isOff(rule)) {
            return;
        }
        String id = "port forward line " + rule.line();
        Addresses source = rule.child("source").map(names::end).orElse(Addresses.any());
        Addresses destination = rule.child("destination").map(names::end).orElse(Addresses.any());
        String port = rule.child("destination").map(end -> end.value("port")).orElse("");
        Services protocol = SenseNames.protocol(rule.value("protocol").toLowerCase(Locale.ROOT));
        Services asked = protocol.intersect(names.services(port));
        Addresses target = names.named(rule.value("target"));
        if (!target.isKnown() || rule.child("nordr").filter(SenseRule::isSet).isPresent()) {
            rules.unread(rule.line(), id, false);
            return;
        }
        Optional<PortSet> to = local(rule.value("local-port"), port);
        List<String> open = new ArrayList<>(source.because());
        open.addAll(destination.because());
        open.addAll(asked.because());
        InterfaceSet at = names.interfaces(List.of(rule.value("interface")));
        rules.translation(new Translation(
                id,
                Translation.Kind.DESTINATION,
                new Match(
                        at,
                        InterfaceSet.any(),
                        source.possibly(),
                        destination.possibly(),
                        asked.possibly().stream().anyMatch(Service::isAny) ? List.of() : asked.possibly(),
                        Set.of(),
                        open),
                Optional.of(target.surely()),
                to,
                rules.at(rule.line())));
        if (rule.value("associated-rule-id").equals("pass")) {
            Services behind = to.map(ports -> protocol.intersect(Services.tcpAndUdp(PortSet.any(), ports)))
                    .orElse(protocol);
            new RuleDraft(id, Action.ACCEPT, rule.line())
                    .in(at)
                    .source(source)
                    .destination(target)
                    .services(behind)
                    .comment(Optional.of(rule.value("descr")))
                    .into(rules, "in");
        }
    }

    /// A range begins at the local port and is as long as the one outside.
    private Optional<PortSet> local(String local, String outside) {
        Optional<PortSet> first = SenseNames.port(local);
        Optional<PortSet> range = SenseNames.port(outside);
        if (first.isEmpty()) {
            return names.services(local).isKnown() && !local.isEmpty()
                    ? Optional.of(names.services(local).ports(Service.TCP))
                    : Optional.empty();
        }
        int begin = first.get().list().getFirst().first();
        int more = range.map(set ->
                        set.list().getFirst().last() - set.list().getFirst().first())
                .orElse(0);
        return Optional.of(PortSet.range(begin, Math.min(0xffff, begin + more)));
    }

    private void oneToOne(XmlNode rule) {
        if (isOff(rule)) {
            return;
        }
        Optional<AddressSet> outside = AddressSet.parse(rule.value("external"));
        Addresses inside = rule.child("source").map(names::end).orElse(Addresses.none());
        if (outside.isEmpty() || !inside.isKnown()) {
            rules.unread(rule.line(), "one to one " + rule.value("external"), false);
            return;
        }
        InterfaceSet at = names.interfaces(List.of(rule.value("interface")));
        rules.translation(new Translation(
                "one to one line " + rule.line(),
                Translation.Kind.DESTINATION,
                Match.any().entering(at).to(outside.get()),
                Optional.of(inside.surely()),
                Optional.empty(),
                rules.at(rule.line())));
        rules.translation(new Translation(
                "one to one line " + rule.line(),
                Translation.Kind.SOURCE,
                Match.any().leaving(at).from(inside.surely()),
                outside,
                Optional.empty(),
                rules.at(rule.line())));
    }

    private void outbound(XmlNode rule) {
        boolean none = rule.child("nonat").filter(SenseRule::isSet).isPresent();
        if (isOff(rule) || none) {
            return;
        }
        Addresses source = rule.child("source").map(names::end).orElse(Addresses.any());
        Addresses destination = rule.child("destination").map(names::end).orElse(Addresses.any());
        List<String> open = new ArrayList<>(source.because());
        open.addAll(destination.because());
        rules.translation(new Translation(
                "outbound line " + rule.line(),
                Translation.Kind.SOURCE,
                Match.any()
                        .leaving(names.interfaces(List.of(rule.value("interface"))))
                        .from(source.possibly())
                        .to(destination.possibly())
                        .unless(open),
                AddressSet.parse(rule.value("target")),
                Optional.empty(),
                rules.at(rule.line())));
    }
}
