package org.zonewright.assess.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.ZoneId;

/// Asks one asset's rules: puts the ends as they look there, and says what is missing where that is not known.
final class Judge {
    /// Lines and conditions that are named of each asset.
    private static final int MOST_NAMED = 3;

    /// What keeps the network going and is not judged: ICMP, IGMP, ICMPv6.
    private static final List<Service> CHATTER =
            List.of(Service.of(Service.ICMP), Service.of(2), Service.of(Service.ICMPV6));

    private final Addresses addresses;
    private final Sides sides;
    private final SourceMap positions;

    Judge(Addresses addresses, Sides sides, SourceMap positions) {
        this.addresses = addresses;
        this.sides = sides;
        this.positions = positions;
    }

    Addresses addresses() {
        return addresses;
    }

    Side side(Device device, Optional<ZoneId> zone) {
        return sides.of(device, zone);
    }

    DeviceAnswer ask(Device device, Party from, Party to, List<Service> services, boolean rules) {
        if (device.rules().isEmpty()) {
            return unknown(device, device.missing());
        }
        Path path = isItself(device, from) ? Path.FROM_DEVICE : isItself(device, to) ? Path.TO_DEVICE : Path.THROUGH;
        Side in = sides.of(device, from.zone());
        Side out = sides.of(device, to.zone());
        List<Reason> missing = new ArrayList<>();
        Question question = question(device, path, in, out, new Use(from, to, services), missing);
        if (!missing.isEmpty()) {
            return unknown(device, missing);
        }
        try {
            return answer(device, path, question, List.of(in, out), List.of(from, to), rules);
        } catch (PolicyTooComplex e) {
            return unknown(device, List.of(tooComplex(device)));
        }
    }

    private static DeviceAnswer unknown(Device device, List<Reason> missing) {
        return new DeviceAnswer(device.id(), Crossing.Verdict.NOT_ASSESSABLE, List.of(), missing);
    }

    private static boolean isItself(Device device, Party party) {
        return party.documentedAsset().filter(device.id()::equals).isPresent();
    }

    static Reason tooComplex(Device device) {
        return Reason.of(
                Text.of("enforcement.too-complex", device.id()),
                device.rules().map(Ruleset::at).stream().toArray(SourceRef[]::new));
    }

    /// The use as it looks at the asset; what is not known of it is added to `missing`.
    private Question question(Device device, Path path, Side in, Side out, Use use, List<Reason> missing) {
        in.missing().ifPresent(missing::add);
        out.missing().ifPresent(missing::add);
        String before = path == Path.FROM_DEVICE ? out.realm() : in.realm();
        String behind = path == Path.TO_DEVICE ? in.realm() : out.realm();
        AddressSet source = addresses.of(use.from(), before);
        AddressSet destination = addresses.of(use.to(), behind);
        if (destination.isEmpty()) {
            destination = forwarded(device, addresses.of(use.to(), in.realm()));
        }
        if (missing.isEmpty() && source.isEmpty()) {
            missing.add(noAddress(device, use.from(), before));
        }
        if (missing.isEmpty() && destination.isEmpty()) {
            missing.add(noAddress(device, use.to(), behind));
        }
        return new Question(
                path == Path.FROM_DEVICE ? InterfaceSet.any() : in.interfaces(),
                path == Path.TO_DEVICE ? InterfaceSet.any() : out.interfaces(),
                source,
                destination,
                use.services());
    }

    /// Where the configuration itself sends packets for these addresses; none unless it says so of each.
    private static AddressSet forwarded(Device device, AddressSet outside) {
        AddressSet rest = outside;
        List<AddressSet> inside = new ArrayList<>();
        for (Translation one : device.rules().map(Ruleset::translations).orElse(List.of())) {
            AddressSet meant = one.match().destination().intersect(rest);
            if (one.kind() == Translation.Kind.DESTINATION
                    && !meant.isEmpty()
                    && one.to().isPresent()) {
                inside.add(one.to().get());
                rest = rest.minus(meant);
            }
        }
        return rest.isEmpty() ? AddressSet.unionOf(inside) : AddressSet.none();
    }

    private Reason noAddress(Device device, Party party, String realm) {
        List<SourceRef> line =
                party.documentedAsset().flatMap(positions::of).stream().toList();
        Text text = addresses.of(party, "").isEmpty()
                ? Text.of("enforcement.no-address", party.label())
                : Text.of("enforcement.no-translation", party.label(), device.id(), realm);
        return new Reason(text, line, List.of());
    }

    private DeviceAnswer answer(
            Device device, Path path, Question question, List<Side> sidesOf, List<Party> ends, boolean rules)
            throws PolicyTooComplex {
        Answer.Verdict verdict = device.algebra(path).judge(question);
        List<RuleRef> refs = new ArrayList<>();
        List<Reason> open = new ArrayList<>();
        if (rules || verdict == Answer.Verdict.OPEN) {
            open.addAll(unread(device));
            if (rules) {
                Answer answer = device.algebra(path).ask(question);
                refs.addAll(refs(device, answer.decisions()));
                answer.open().stream().limit(MOST_NAMED).forEach(rule -> open.add(condition(device, rule)));
            } else if (open.isEmpty()) {
                open.add(Reason.of(Text.of("enforcement.conditions", device.id())));
            }
        }
        return switch (verdict) {
            case ALLOWED -> new DeviceAnswer(device.id(), Crossing.Verdict.ALLOWED, refs, List.of());
            case BLOCKED -> new DeviceAnswer(device.id(), Crossing.Verdict.BLOCKED, refs, List.of());
            case OPEN -> new DeviceAnswer(device.id(), Crossing.Verdict.OPEN, refs, open);
            case PARTLY -> {
                List<Reason> unclear = new ArrayList<>();
                for (int i = 0; i < ends.size() && path == Path.THROUGH; i++) {
                    noInterface(device, sidesOf.get(i), ends.get(i)).ifPresent(unclear::add);
                }
                yield unclear.isEmpty()
                        ? new DeviceAnswer(device.id(), Crossing.Verdict.PARTLY, refs, List.of())
                        : unknown(device, unclear);
            }
        };
    }

    /// That it is not known which interface faces the end, where that matters.
    private Optional<Reason> noInterface(Device device, Side side, Party party) {
        String what = party.zone().map(ZoneId::value).orElse(party.label());
        return noInterface(device, side, what);
    }

    Optional<Reason> noInterface(Device device, Side side, String what) {
        return device.asksInterfaces() && !side.known()
                ? Optional.of(new Reason(
                        Text.of("enforcement.interface", device.id(), what),
                        positions.of(device.id()).stream().toList(),
                        List.of()))
                : Optional.empty();
    }

    /// The lines that were not understood and could change every answer.
    List<Reason> unread(Device device) {
        return device.rules().map(Ruleset::unread).orElse(List.of()).stream()
                .filter(Unread::decides)
                .limit(MOST_NAMED)
                .map(line -> Reason.of(Text.of("enforcement.not-understood", device.id(), line.text()), line.at()))
                .toList();
    }

    private static Reason condition(Device device, Rule rule) {
        return Reason.of(
                Text.of(
                        "enforcement.open",
                        device.id(),
                        rule.id(),
                        String.join(", ", rule.match().open())),
                rule.at());
    }

    /// Rules with open conditions that could let more through.
    List<Reason> conditions(Device device, Question asked) throws PolicyTooComplex {
        List<Reason> all = new ArrayList<>(unread(device));
        if (all.isEmpty()) {
            device.algebra(Path.THROUGH).ask(asked).open().stream()
                    .limit(MOST_NAMED)
                    .forEach(rule -> all.add(condition(device, rule)));
        }
        return all;
    }

    static List<RuleRef> refs(Device device, List<Answer.Decision> decisions) {
        return decisions.stream()
                .map(decision -> decision.rule()
                        .map(rule -> new RuleRef(device.id(), rule.id(), decision.accepts(), rule.comment(), rule.at()))
                        .orElseGet(() -> new RuleRef(
                                device.id(),
                                decision.stage().name(),
                                decision.accepts(),
                                Optional.empty(),
                                decision.stage().at())))
                .toList();
    }

    /// The rules that let a part of what is asked through.
    static List<RuleRef> accepting(Device device, Question asked) throws PolicyTooComplex {
        return refs(device, device.algebra(Path.THROUGH).ask(asked).decisions()).stream()
                .filter(RuleRef::accepts)
                .toList();
    }

    /// The rules by which a zone may open a service of the asset itself.
    List<RuleRef> managing(Device device, ZoneId from, List<Service> services) {
        Side in = sides.of(device, Optional.of(from));
        AddressSet source = addresses.of(from, in.realm());
        boolean judged = device.rules()
                .filter(rules -> !rules.stages(Path.TO_DEVICE).isEmpty())
                .isPresent();
        if (!judged || in.missing().isPresent() || source.isEmpty()) {
            return List.of();
        }
        Question question = new Question(in.interfaces(), InterfaceSet.any(), source, AddressSet.any(), services);
        try {
            PolicyAlgebra algebra = device.algebra(Path.TO_DEVICE);
            Answer answer = algebra.ask(question);
            return answer.allowed().isEmpty()
                    ? List.of()
                    : refs(device, answer.decisions()).stream()
                            .filter(RuleRef::accepts)
                            .toList();
        } catch (PolicyTooComplex _) {
            return List.of(); // unknown is no finding
        }
    }

    /// What the zones look like at the asset, for every service; empty where an end has no address there.
    Optional<Question> zones(Device device, ZoneId from, ZoneId to) {
        Side in = sides.of(device, Optional.of(from));
        Side out = sides.of(device, Optional.of(to));
        AddressSet source = addresses.of(from, in.realm());
        AddressSet destination = addresses.of(to, out.realm());
        boolean known = in.missing().isEmpty() && out.missing().isEmpty();
        return known && !source.isEmpty() && !destination.isEmpty()
                ? Optional.of(new Question(in.interfaces(), out.interfaces(), source, destination, List.of()))
                : Optional.empty();
    }

    static List<Question> chatter() {
        return List.of(
                new Question(InterfaceSet.any(), InterfaceSet.any(), AddressSet.any(), AddressSet.any(), CHATTER));
    }

    /// A use as a question to the asset, at whatever interfaces; empty, with the reason in `missing`, where it cannot
    /// be
    /// put.
    Optional<Question> question(Device device, Use use, ZoneId from, ZoneId to, List<Reason> missing) {
        Side in = sides.of(device, Optional.of(from));
        Side out = sides.of(device, Optional.of(to));
        List<Reason> unclear = new ArrayList<>();
        Question question = question(device, Path.THROUGH, in, out, use, unclear);
        missing.addAll(unclear);
        return unclear.isEmpty()
                ? Optional.of(new Question(
                        InterfaceSet.any(),
                        InterfaceSet.any(),
                        question.source(),
                        question.destination(),
                        question.services()))
                : Optional.empty();
    }
}
