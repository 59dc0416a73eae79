package org.zonewright.assess.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Stage;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;

/// A configuration written down by hand: rules in their order, everything else dropped. Mutable; one thread.
public final class Firewall {
    private final String file;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> own = new ArrayList<>();
    private final List<NetworkInterface> interfaces = new ArrayList<>();
    private final List<Translation> translations = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private Optional<Instant> taken = Optional.empty();
    private boolean accepts;
    private int line;

    public Firewall(String file) {
        this.file = file;
    }

    private SourceRef at() {
        return new SourceRef.InDocument(file, ++line, 0, "");
    }

    /// `10.1.0.0/24 > 10.2.0.1 tcp/502`, or `any > any`.
    public Firewall accept(String what) {
        return add(match(what), Action.ACCEPT);
    }

    public Firewall drop(String what) {
        return add(match(what), Action.DROP);
    }

    /// The same for packets from one interface to another.
    public Firewall accept(String in, String out, String what) {
        return add(match(what).entering(InterfaceSet.of(in)).leaving(InterfaceSet.of(out)), Action.ACCEPT);
    }

    /// The same while a condition holds.
    public Firewall acceptIf(String condition, String what) {
        return add(match(what).unless(List.of(condition)), Action.ACCEPT);
    }

    /// The rule written last was used so often, the last time then.
    public Firewall used(long times, Instant last) {
        Rule rule = rules.removeLast();
        rules.add(new Rule(
                rule.id(),
                rule.enabled(),
                rule.match(),
                rule.action(),
                rule.logged(),
                OptionalLong.of(times),
                Optional.of(last),
                rule.comment(),
                rule.at()));
        return this;
    }

    /// Packets to the device itself, after everything else is dropped.
    public Firewall acceptToItself(String what) {
        SourceRef at = at();
        own.add(Rule.of("own " + line, match(what), Action.ACCEPT, at));
        return this;
    }

    public Firewall acceptsTheRest() {
        accepts = true;
        return this;
    }

    public Firewall networkAt(String name, String cidr) {
        interfaces.add(new NetworkInterface(name, Optional.empty(), List.of(set(cidr)), Optional.empty(), at()));
        return this;
    }

    public Firewall translates(String outside, String inside) {
        translations.add(new Translation(
                "nat " + line,
                Translation.Kind.DESTINATION,
                Match.any().to(set(outside)),
                Optional.of(set(inside)),
                Optional.empty(),
                at()));
        return this;
    }

    public Firewall notUnderstood(String text) {
        unread.add(new Unread(at(), text, true));
        return this;
    }

    public Firewall taken(Instant when) {
        taken = Optional.of(when);
        return this;
    }

    private Firewall add(Match match, Action action) {
        SourceRef at = at();
        rules.add(Rule.of("rule " + line, match, action, at));
        return this;
    }

    private static Match match(String text) {
        String[] words = text.split(" ", -1);
        Match match = Match.any().from(set(words[0])).to(set(words[2]));
        return words.length < 4 ? match : match.with(List.of(service(words[3])));
    }

    /// `tcp/502`, `tcp/1-1024`, `udp/any` or a number.
    public static Service service(String text) {
        String[] parts = text.split("/", -1);
        int protocol = parts[0].equals("tcp") ? Service.TCP : parts[0].equals("udp") ? Service.UDP : Service.ICMP;
        if (parts.length < 2 || parts[1].equals("any")) {
            return Service.of(protocol);
        }
        String[] ends = parts[1].split("-", -1);
        PortSet ports = PortSet.range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        return new Service(OptionalInt.of(protocol), PortSet.any(), ports);
    }

    public static AddressSet set(String text) {
        return text.equals("any") ? AddressSet.any() : AddressSet.parse(text).orElseThrow();
    }

    public Ruleset build() {
        TreeMap<String, Chain> chains = new TreeMap<>();
        chains.put("forward", new Chain("forward", rules));
        Stage stage = Stage.of("forward", Path.THROUGH, "forward", accepts, new SourceRef.InFile(file));
        List<Stage> stages = new ArrayList<>(List.of(stage));
        if (!own.isEmpty()) {
            chains.put("input", new Chain("input", own));
            stages.add(Stage.of("input", Path.TO_DEVICE, "input", false, new SourceRef.InFile(file)));
        }
        return new Ruleset(
                file,
                "test",
                true,
                interfaces,
                stages,
                chains,
                translations,
                unread,
                new SourceRef.InFile(file),
                taken);
    }
}
