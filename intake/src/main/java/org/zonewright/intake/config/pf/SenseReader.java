package org.zonewright.intake.config.pf;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.XmlNode;

/// Reads the tree of a backup. What enters must be let in by a rule; what leaves is let out unless a floating rule
/// says otherwise.
final class SenseReader {
    private static final String IN = "in";
    private static final String OUT = "out";
    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "100.64.0.0/10", "fc00::/7");

    private final RulesetBuilder rules;
    private final XmlNode root;

    SenseReader(ConfigText text) throws IOException {
        boolean opnsense = text.start(512).contains("<opnsense");
        rules = new RulesetBuilder(text, opnsense ? "opnsense" : "pfsense", true);
        XmlNode document = XmlNode.read(text.open(), rules, List.of());
        root = document.children().isEmpty() ? document : document.children().getFirst();
    }

    Ruleset read() {
        root.at("system", "hostname")
                .map(XmlNode::text)
                .filter(name -> !name.isEmpty())
                .ifPresent(rules::device);
        root.at("revision", "time")
                .map(XmlNode::text)
                .flatMap(SenseReader::time)
                .ifPresent(rules::taken);
        SenseNames names = new SenseNames(rules, root);
        rules.chain(IN);
        rules.chain(OUT);
        guards(names);
        List<XmlNode> all =
                root.child("filter").map(filter -> filter.children("rule")).orElse(List.of());
        List<SenseRule> read = new ArrayList<>();
        for (XmlNode rule : all) {
            read.add(new SenseRule(rules, names, rule));
        }
        order(read, IN);
        order(read, OUT);
        root
                .at("OPNsense", "Firewall", "Filter", "rules")
                .map(found -> found.children("rule"))
                .orElse(List.of())
                .stream()
                .filter(rule -> !rule.value("enabled").equals("0"))
                .forEach(rule -> rules.unread(rule.line(), "a rule of the automation page", true));
        new SenseNat(rules, names).read(root);
        stage(IN, Path.THROUGH, false);
        stage(OUT, Path.THROUGH, true);
        stage(IN, Path.TO_DEVICE, false);
        stage(OUT, Path.FROM_DEVICE, true);
        return rules.build();
    }

    private static Optional<Instant> time(String text) {
        int point = text.indexOf('.');
        String seconds = point < 0 ? text : text.substring(0, point);
        return seconds.matches("\\d{9,11}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    private void stage(String chain, Path path, boolean accepts) {
        rules.stage(Stage.of("rules for what goes " + chain, path, chain, accepts, rules.at(0)));
    }

    /// Quick rules in the order of floating, group and interface; then the others from the last to the first, since
    /// of them the last match counts.
    private void order(List<SenseRule> all, String chain) {
        List<SenseRule> judging = new ArrayList<>();
        for (SenseRule.Place place : SenseRule.Place.values()) {
            all.stream()
                    .filter(rule -> rule.place() == place && rule.judges(chain))
                    .forEach(judging::add);
        }
        judging.stream().filter(SenseRule::isQuick).forEach(rule -> rule.into(chain));
        judging.stream().filter(rule -> !rule.isQuick()).toList().reversed().forEach(rule -> rule.into(chain));
    }

    /// Rules that the device makes by itself before all others: the page for administrators stays within reach of the
    /// first inner interface, and private senders are kept out where that is ticked.
    private void guards(SenseNames names) {
        boolean off = root.at("system", "webgui", "noantilockout")
                .filter(SenseRule::isSet)
                .isPresent();
        if (!off) {
            String web = root.at("system", "webgui", "port").map(XmlNode::text).orElse("");
            boolean plain = root.at("system", "webgui", "protocol")
                    .filter(found -> found.text().equals("http"))
                    .isPresent();
            List<PortSet> ports =
                    new ArrayList<>(List.of(SenseNames.port(web).orElse(PortSet.of(plain ? 80 : 443)), PortSet.of(80)));
            boolean ssh = root.at("system", "ssh", "enable").isPresent()
                    || root.at("system", "ssh", "enabled").isPresent()
                    || root.at("system", "enablesshd").isPresent();
            if (ssh) {
                String port =
                        root.at("system", "ssh", "port").map(XmlNode::text).orElse("");
                ports.add(SenseNames.port(port).orElse(PortSet.of(22)));
            }
            String at = names.hasInterface("lan") ? "lan" : "wan";
            new RuleDraft("anti-lockout", Action.ACCEPT, 0)
                    .in(InterfaceSet.of(at))
                    .destination(names.self(at))
                    .services(Services.known(Service.to(Service.TCP, PortSet.unionOf(ports))))
                    .into(rules, IN);
        }
        Addresses senders = Addresses.known(AddressSet.unionOf(PRIVATE.stream()
                .flatMap(text -> AddressSet.parse(text).stream())
                .toList()));
        for (XmlNode found : root.child("interfaces").map(XmlNode::children).orElse(List.of())) {
            if (found.child("blockpriv").filter(SenseRule::isSet).isPresent()) {
                new RuleDraft("private networks at " + found.name(), Action.DROP, found.line())
                        .in(InterfaceSet.of(found.name()))
                        .source(senders)
                        .into(rules, IN);
            }
            found.child("blockbogons")
                    .filter(SenseRule::isSet)
                    .ifPresent(bogons -> rules.unread(
                            bogons.line(),
                            "bogon networks at " + found.name() + ": a list that is not in the file",
                            false));
        }
    }
}
