package org.zonewright.enforce.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zonewright.base.Texts;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.enforce.SmallPolicies;
import org.zonewright.enforce.target.RuleFile;
import org.zonewright.enforce.target.RuleWriter;
import org.zonewright.enforce.target.Target;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.Difference;
import org.zonewright.facts.policy.Family;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.ConfigFile;

/// A policy that was written and read back decides as it did before, for every address, port and protocol: a writer
/// that drops a condition, or a range that ends one short, shows here.
class ReadBackPropertyTest {
    /// Every target whose text the readers of configurations know: one line each.
    private static final List<Target> READ = List.of(
            Target.NFTABLES, Target.IPTABLES, Target.PFSENSE, Target.OPNSENSE, Target.FORTIGATE, Target.CISCO_ASA);

    /// Those whose readers know no ports of SCTP.
    private static final Set<Target> WITHOUT_SCTP =
            EnumSet.of(Target.PFSENSE, Target.OPNSENSE, Target.CISCO_ASA, Target.CISCO_IOS);

    private static final int SCTP = 132;

    private static final List<String> ADDRESSES =
            List.of("10.0.0.1", "10.0.0.3", "10.0.0.10", "10.0.1.255", "255.255.255.255", "fd00::1", "fd00::8");
    private static final List<Integer> PROTOCOLS = List.of(Service.TCP, Service.UDP, 47, 132, 89);
    private static final List<Integer> PORTS = List.of(0, 101, 102, 502, 503, 504, 65_535);

    @Property(tries = 120)
    void textThatDropsDecidesAsThePolicy(@ForAll long seed) throws IOException, PolicyTooComplex {
        for (Target target : READ) {
            ConduitPolicy policy = policy(target, seed);
            for (ReadBack file : read(target, policy, Mode.DROP)) {
                Difference difference = PolicyAlgebra.compare(
                        Intended.rules(policy, Mode.DROP, file.family(), target.deniesRest()), file.rules());
                assertThat(difference.isNone())
                        .as("%s of %s: %s", target, policy, difference)
                        .isTrue();
            }
        }
    }

    @Property(tries = 60)
    void textThatObservesDropsNothing(@ForAll long seed) throws IOException, PolicyTooComplex {
        for (Target target : READ) {
            ConduitPolicy policy = policy(target, seed);
            for (ReadBack file : read(target, policy, Mode.OBSERVE)) {
                PolicyAlgebra algebra = PolicyAlgebra.of(file.rules());
                for (Question judged : judged(policy)) {
                    assertThat(algebra.judge(judged))
                            .as("%s of %s", target, policy)
                            .isIn(Answer.Verdict.ALLOWED, nothing(judged));
                }
            }
        }
    }

    /// Lists of IOS keep no connections: beside what is approved they let its answers through, by port, and over TCP
    /// only those of a connection that is open. Bound to an interface, they open nothing else.
    @Property(tries = 60)
    void listsOfIosOpenWhatIsApprovedAndItsAnswersAlone(@ForAll long seed) throws IOException, PolicyTooComplex {
        ConduitPolicy policy = policy(Target.CISCO_IOS, seed);
        String name = policy.name();
        String bound =
                "interface Ethernet0/0\n ip access-group " + name + " in\n ipv6 traffic-filter " + name + "-6 in\n";
        for (RuleFile file : RuleWriter.write(Target.CISCO_IOS, policy, Mode.DROP, Texts.english())) {
            PolicyAlgebra algebra = PolicyAlgebra.of(read(Target.CISCO_IOS, file.text() + bound));
            List<Question> known = new ArrayList<>();
            for (Permit permit : policy.accepted()) {
                Question approved = entering(permit.from(), permit.to(), permit.service());
                assertThat(algebra.judge(approved))
                        .as("%s in %s", approved, file.text())
                        .isIn(Answer.Verdict.ALLOWED, nothing(approved));
                known.add(approved);
                if (permit.service().protocol().orElse(0) != Service.TCP) {
                    known.add(entering(permit.to(), permit.from(), answers(permit.service())));
                }
            }
            Question everything = entering(AddressSet.any(), AddressSet.any(), Service.any());
            assertThat(algebra.allowance(everything, known, 3).boxes())
                    .as(file.text())
                    .isEmpty();
        }
    }

    private static Question entering(AddressSet from, AddressSet to, Service service) {
        return new Question(
                InterfaceSet.of("Ethernet0/0"),
                InterfaceSet.any(),
                from,
                to,
                service.isAny() ? List.of() : List.of(service));
    }

    /// Ports changed about.
    private static Service answers(Service service) {
        PortSet from = service.destination();
        PortSet to = service.source();
        return service.isAny() ? service : new Service(service.protocol(), from, to);
    }

    /// The set algebra compares sets with sets; here single packets are tried on a small world, without it on one
    /// side.
    @Property(tries = 15)
    void everyPacketOfASmallWorldIsDecidedAsThePolicySays(@ForAll long seed) throws IOException, PolicyTooComplex {
        for (Target target : READ) {
            ConduitPolicy policy = policy(target, seed);
            for (ReadBack file : read(target, policy, Mode.DROP)) {
                PolicyAlgebra algebra = PolicyAlgebra.of(file.rules());
                for (Packet packet : world(file)) {
                    assertThat(algebra.judge(packet.question()) == Answer.Verdict.ALLOWED)
                            .as("%s: %s in %s", target, packet, policy)
                            .isEqualTo(packet.passes(policy, target.deniesRest()));
                }
            }
        }
    }

    private record Packet(Address from, Address to, int protocol, int port) {
        Question question() {
            Service service =
                    protocol == 47 || protocol == 89 ? Service.of(protocol) : Service.to(protocol, PortSet.of(port));
            return Question.of(AddressSet.of(from), AddressSet.of(to), service);
        }

        boolean passes(ConduitPolicy policy, boolean deniesRest) {
            boolean approved = policy.permits().stream().anyMatch(this::isOf);
            Scope scope = policy.scope();
            boolean judged = deniesRest
                    || scope.everything()
                    || scope.crossings().stream()
                            .anyMatch(pair -> pair.source().contains(from)
                                    && pair.destination().contains(to));
            return approved || !judged;
        }

        private boolean isOf(Permit permit) {
            Service service = permit.service();
            return permit.from().contains(from)
                    && permit.to().contains(to)
                    && (service.isAny()
                            || (service.protocol().getAsInt() == protocol
                                    && service.destination().contains(port)));
        }
    }

    private static List<Packet> world(ReadBack file) {
        List<Address> addresses = ADDRESSES.stream()
                .map(text -> Address.parse(text).orElseThrow())
                .filter(address -> file.family()
                        .filter(family -> (family == Family.IPV4) != (address instanceof Ipv4Address))
                        .isEmpty())
                .toList();
        List<Packet> all = new ArrayList<>();
        for (Address from : addresses) {
            for (Address to : addresses) {
                for (int protocol : PROTOCOLS) {
                    for (int port : PORTS) {
                        if (from.family() == to.family()) {
                            all.add(new Packet(from, to, protocol, port));
                        }
                    }
                }
            }
        }
        return all;
    }

    /// A policy that stands in force at the target, of services that its reader knows.
    private static ConduitPolicy policy(Target target, long seed) {
        ConduitPolicy random = SmallPolicies.random(seed);
        List<Permit> permits = random.permits().stream()
                .filter(permit -> !WITHOUT_SCTP.contains(target)
                        || permit.service().protocol().orElse(0) != SCTP)
                .toList();
        return SmallPolicies.of(permits, target.isBound(random) ? random.scope() : Scope.all());
    }

    /// Everything that the rules of a policy judge.
    private static List<Question> judged(ConduitPolicy policy) {
        return policy.scope().everything()
                ? List.of(Question.of(AddressSet.any(), AddressSet.any()))
                : policy.scope().crossings().stream()
                        .map(pair -> Question.of(pair.source(), pair.destination()))
                        .toList();
    }

    /// From one family to the other goes nothing, and nothing that is asked is nothing that gets through.
    private static Answer.Verdict nothing(Question question) {
        boolean four = !AddressMath.four(question.source()).isEmpty()
                && !AddressMath.four(question.destination()).isEmpty();
        boolean six = !AddressMath.six(question.source()).isEmpty()
                && !AddressMath.six(question.destination()).isEmpty();
        return four || six ? Answer.Verdict.ALLOWED : Answer.Verdict.BLOCKED;
    }

    private static List<ReadBack> read(Target target, ConduitPolicy policy, Mode mode) throws IOException {
        List<ReadBack> all = new ArrayList<>();
        for (RuleFile file : RuleWriter.write(target, policy, mode, Texts.english())) {
            all.add(new ReadBack(file.name(), file.family(), target.deniesRest(), read(target, file.text())));
        }
        return all;
    }

    private static Ruleset read(Target target, String text) throws IOException {
        Path path = Files.createTempFile("zonewright-", ".conf");
        Files.writeString(path, text);
        ConfigFile.Reading reading = ConfigFile.read(path);
        Files.delete(path);
        Ruleset rules = reading.rules().orElseThrow(() -> new AssertionError(target + " reads: " + text));
        assertThat(rules.unread()).as(text).isEmpty();
        return rules;
    }
}
