package org.zonewright.facts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;

/// The algebra of rules agrees, packet by packet, with a plain interpreter on small worlds that are tried out whole.
class PolicyAlgebraPropertyTest {
    private static final SourceRef AT = new SourceRef.InFile("rules");
    private static final List<Address> ADDRESSES =
            List.of(new Ipv4Address(0), new Ipv4Address(0x0a000001), new Ipv4Address(0x0a000002), new Ipv4Address(-1));
    private static final List<Integer> PORTS = List.of(0, 502, 503, 65535);
    private static final List<Integer> PROTOCOLS = List.of(Service.ICMP, Service.TCP, Service.UDP);
    private static final List<String> INTERFACES = List.of("eth0", "eth1", "other");

    @Property(tries = 80)
    void whatIsCertainAndWhatIsPossibleAreTheTwoBounds(@ForAll long seed) throws PolicyTooComplex {
        Random random = new Random(seed);
        Ruleset rules = ruleset(random, true);
        PolicyAlgebra algebra = PolicyAlgebra.of(rules);
        for (Interpreter.Packet packet : world()) {
            boolean with = new Interpreter(rules, true).opens(packet);
            boolean without = new Interpreter(rules, false).opens(packet);
            switch (algebra.judge(one(packet))) {
                case ALLOWED ->
                    assertThat(with && without).as("%s in %s", packet, rules).isTrue();
                case BLOCKED ->
                    assertThat(with || without).as("%s in %s", packet, rules).isFalse();
                case PARTLY -> assertThat(packet).as("one packet is not a part").isNull();
                case OPEN ->
                    assertThat(open(rules)).as("%s in %s", packet, rules).isTrue();
            }
        }
    }

    @Property(tries = 80)
    void withoutOpenConditionsEveryPacketIsDecidedAsTheInterpreterDoes(@ForAll long seed) throws PolicyTooComplex {
        Ruleset rules = ruleset(new Random(seed), false);
        PolicyAlgebra algebra = PolicyAlgebra.of(rules);
        Interpreter interpreter = new Interpreter(rules, false);
        for (Interpreter.Packet packet : world()) {
            assertThat(algebra.judge(one(packet)) == Answer.Verdict.ALLOWED)
                    .as("%s in %s", packet, rules)
                    .isEqualTo(interpreter.opens(packet));
        }
    }

    @Property(tries = 100)
    void aRuleThatIsShadowedOrRedundantCanGo(@ForAll long seed) throws PolicyTooComplex {
        Ruleset rules = ruleset(new Random(seed), true);
        for (RuleNote note : PolicyAlgebra.of(rules).notes()) {
            boolean goes =
                    switch (note.kind()) {
                        case SHADOWED, IMPOSSIBLE, REDUNDANT, DISABLED -> true;
                        case ANY_TO_ANY, NEVER_HIT -> false;
                    };
            if (goes) {
                Ruleset less = without(rules, note.rule());
                for (Interpreter.Packet packet : world()) {
                    for (boolean hold : new boolean[] {true, false}) {
                        assertThat(new Interpreter(less, hold).opens(packet))
                                .as("%s without %s of %s", packet, note, rules)
                                .isEqualTo(new Interpreter(rules, hold).opens(packet));
                    }
                }
            }
        }
    }

    @Property(tries = 100)
    void theDifferenceOfTwoRulesetsIsWhereTheyDecideDifferently(@ForAll long one, @ForAll long two)
            throws PolicyTooComplex {
        Ruleset first = ruleset(new Random(one), false);
        Ruleset second = ruleset(new Random(two), false);
        Difference difference = PolicyAlgebra.compare(first, second);
        for (Interpreter.Packet packet : world()) {
            boolean before = new Interpreter(first, false).opens(packet);
            boolean after = new Interpreter(second, false).opens(packet);
            assertThat(holds(difference.gained(), packet)).isEqualTo(after && !before);
            assertThat(holds(difference.lost(), packet)).isEqualTo(before && !after);
        }
    }

    @Property(tries = 100)
    void theAllowanceIsWhatGetsThroughOfOneQuestionAndNoOther(@ForAll long seed) throws PolicyTooComplex {
        Random random = new Random(seed);
        Ruleset rules = ruleset(random, true);
        Question asked = question(random);
        List<Question> except = List.of(question(random), question(random));
        Allowance allowance = PolicyAlgebra.of(rules).allowance(asked, except, Integer.MAX_VALUE - 1);
        Interpreter least = new Interpreter(rules, false);
        boolean more = false;
        for (Interpreter.Packet packet : world()) {
            boolean meant = holds(asked, packet) && except.stream().noneMatch(other -> holds(other, packet));
            if (!open(rules)) {
                assertThat(holds(allowance.boxes(), packet)).isEqualTo(meant && least.opens(packet));
            } else if (holds(allowance.boxes(), packet)) {
                assertThat(meant && least.opens(packet) && new Interpreter(rules, true).opens(packet))
                        .isTrue();
            } else {
                more |= meant && least.opens(packet) && new Interpreter(rules, true).opens(packet);
            }
        }
        assertThat(!more || allowance.unsure()).isTrue();
    }

    private static Question question(Random random) {
        return new Question(
                interfaces(random), interfaces(random), addresses(random), addresses(random), services(random));
    }

    private static boolean holds(Question question, Interpreter.Packet packet) {
        return question.in().contains(packet.in())
                && question.out().contains(packet.out())
                && question.source().contains(packet.source())
                && question.destination().contains(packet.destination())
                && (question.services().isEmpty()
                        || question.services().stream()
                                .anyMatch(service -> service.protocol().isEmpty()
                                        || (service.protocol().getAsInt() == packet.protocol()
                                                && service.source().contains(packet.from())
                                                && service.destination().contains(packet.to()))));
    }

    private static boolean holds(List<Box> boxes, Interpreter.Packet packet) {
        return boxes.stream()
                .anyMatch(box -> box.source().contains(packet.source())
                        && box.destination().contains(packet.destination())
                        && box.protocols().contains(packet.protocol())
                        && box.sourcePorts().contains(packet.from())
                        && box.destinationPorts().contains(packet.to())
                        && box.in().contains(packet.in())
                        && box.out().contains(packet.out()));
    }

    private static boolean open(Ruleset rules) {
        return rules.chains().values().stream()
                .flatMap(chain -> chain.rules().stream())
                .anyMatch(rule -> !rule.match().open().isEmpty());
    }

    private static Question one(Interpreter.Packet packet) {
        return new Question(
                InterfaceSet.of(packet.in()),
                InterfaceSet.of(packet.out()),
                AddressSet.of(packet.source()),
                AddressSet.of(packet.destination()),
                List.of(new Service(
                        OptionalInt.of(packet.protocol()), PortSet.of(packet.from()), PortSet.of(packet.to()))));
    }

    private static List<Interpreter.Packet> world() {
        List<Interpreter.Packet> all = new ArrayList<>();
        for (String in : INTERFACES.subList(0, 2)) {
            for (String out : INTERFACES.subList(0, 2)) {
                for (Address source : ADDRESSES) {
                    for (Address destination : ADDRESSES) {
                        for (int protocol : PROTOCOLS) {
                            for (int from : PORTS.subList(0, 2)) {
                                for (int to : PORTS) {
                                    all.add(new Interpreter.Packet(
                                            in, out, source, destination, protocol, from, to, false));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Ruleset without(Ruleset rules, Rule gone) {
        TreeMap<String, Chain> chains = new TreeMap<>();
        rules.chains()
                .forEach((name, chain) -> chains.put(
                        name,
                        new Chain(
                                name,
                                chain.rules().stream()
                                        .filter(rule -> !rule.equals(gone))
                                        .toList())));
        return new Ruleset(
                rules.device(),
                rules.format(),
                rules.stateful(),
                rules.interfaces(),
                rules.stages(),
                chains,
                rules.translations(),
                rules.unread(),
                rules.at());
    }

    private static Ruleset ruleset(Random random, boolean open) {
        TreeMap<String, Chain> chains = new TreeMap<>();
        List<String> names = List.of("a", "b", "c", "d");
        for (int i = names.size() - 1; i >= 0; i--) {
            List<Rule> rules = new ArrayList<>();
            int count = random.nextInt(6);
            for (int r = 0; r < count; r++) {
                rules.add(rule(names.get(i) + r, names.subList(i + 1, names.size()), random, open));
            }
            chains.put(names.get(i), new Chain(names.get(i), rules));
        }
        List<Stage> stages = new ArrayList<>();
        for (String name : names.subList(0, 1 + random.nextInt(2))) {
            stages.add(new Stage(
                    name, Path.THROUGH, name, interfaces(random), interfaces(random), random.nextBoolean(), AT));
        }
        return new Ruleset("fw", "test", random.nextBoolean(), List.of(), stages, chains, List.of(), List.of(), AT);
    }

    private static Rule rule(String id, List<String> callable, Random random, boolean open) {
        Match match = new Match(
                interfaces(random),
                interfaces(random),
                addresses(random),
                addresses(random),
                services(random),
                states(random),
                open && random.nextInt(5) == 0 ? List.of("while the sun shines") : List.of());
        return new Rule(
                id,
                random.nextInt(8) != 0,
                match,
                action(callable, random),
                random.nextInt(4) == 0,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                AT);
    }

    private static Action action(List<String> callable, Random random) {
        int kind = random.nextInt(9);
        if (kind >= 7 && !callable.isEmpty()) {
            String chain = callable.get(random.nextInt(callable.size()));
            return kind == 7 ? new Action.Jump(chain) : new Action.Goto(chain);
        }
        return switch (kind) {
            case 0, 1, 2 -> Action.ACCEPT;
            case 3, 4 -> Action.DROP;
            case 5 -> Action.RETURN;
            default -> Action.CONTINUE;
        };
    }

    private static InterfaceSet interfaces(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> InterfaceSet.of("eth0");
            case 1 -> new InterfaceSet(InterfaceSet.of("eth0").names(), true);
            default -> InterfaceSet.any();
        };
    }

    private static AddressSet addresses(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> AddressSet.prefix(new Ipv4Address(0x0a000000), 8);
            case 1 -> AddressSet.of(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
            case 2 -> AddressSet.of(ADDRESSES.get(1)).complement();
            case 3 -> AddressSet.range(ADDRESSES.get(1), ADDRESSES.get(2));
            default -> AddressSet.any();
        };
    }

    private static List<Service> services(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(Service.to(Service.TCP, PortSet.of(502)));
            case 1 -> List.of(Service.to(Service.TCP, PortSet.range(502, 65535)), Service.of(Service.UDP));
            case 2 -> List.of(new Service(OptionalInt.of(Service.UDP), PortSet.of(0), PortSet.any()));
            case 3 -> List.of(Service.of(Service.ICMP));
            default -> List.of();
        };
    }

    private static Set<Match.State> states(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Set.of(Match.State.NEW);
            case 1 -> Set.of(Match.State.ESTABLISHED);
            case 2 -> Set.of(Match.State.NEW, Match.State.ESTABLISHED);
            default -> Set.of();
        };
    }
}
