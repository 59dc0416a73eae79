package org.zonewright.enforce.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.Permit;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.Box;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.Difference;
import org.zonewright.facts.policy.Family;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.id.FlowId;

/// Holds rules that were read back against what was meant and what was observed. A pure function.
public final class Prover {
    /// pfSense and OPNsense keep the page for administrators within reach at the first inner interface, whatever
    /// rules say; rules of ours, which name no interface, are asked at any other.
    private static final Set<String> MANAGEMENT = Set.of("lan", "wan");

    private Prover() {}

    /// When the exchanges were seen.
    public record Window(Optional<Instant> first, Optional<Instant> last) {}

    /// Proves the text that drops, `dropping`, and the one that observes, `observing`; one ruleset a file, at least
    /// one.
    ///
    /// @throws PolicyTooComplex if the rules do not fit into the bound of the algebra
    public static Proof prove(
            ConduitPolicy policy,
            List<ReadBack> dropping,
            List<ReadBack> observing,
            List<Observed> observed,
            Window window,
            List<Phase> unseenPhases)
            throws PolicyTooComplex {
        List<Box> gained = new ArrayList<>();
        List<Box> lost = new ArrayList<>();
        List<Box> observeDrops = new ArrayList<>();
        int unread = 0;
        List<PolicyAlgebra> algebras = new ArrayList<>();
        for (ReadBack file : dropping) {
            Difference difference = difference(policy, Mode.DROP, file);
            gained.addAll(difference.gained());
            lost.addAll(difference.lost());
            unread += file.rules().unread().size();
            algebras.add(PolicyAlgebra.of(file.rules()));
        }
        for (ReadBack file : observing) {
            observeDrops.addAll(difference(policy, Mode.OBSERVE, file).lost());
            unread += file.rules().unread().size();
        }
        List<Observed> allowedUnapproved = new ArrayList<>();
        List<Observed> approvedBlocked = new ArrayList<>();
        List<Observed> beyond = new ArrayList<>();
        int passed = 0;
        int blocked = 0;
        for (Observed one : observed) {
            Answer.Verdict verdict = verdict(one, dropping, algebras);
            boolean allowed = verdict != Answer.Verdict.BLOCKED;
            if (allowed && !one.isApproved()) {
                allowedUnapproved.add(one);
            } else if (verdict != Answer.Verdict.ALLOWED
                    && one.isApproved()
                    && one.beyond().isEmpty()) {
                approvedBlocked.add(one);
            } else if (allowed && !one.beyond().isEmpty()) {
                beyond.add(one);
            } else if (allowed) {
                passed++;
            } else {
                blocked++;
            }
        }
        return new Proof(
                dropping.stream().map(ReadBack::file).toList(),
                unread,
                gained,
                lost,
                observeDrops,
                window.first(),
                window.last(),
                observed.size(),
                passed,
                blocked,
                allowedUnapproved,
                approvedBlocked,
                beyond,
                unseen(policy, observed),
                unseenPhases);
    }

    private static Difference difference(ConduitPolicy policy, Mode mode, ReadBack file) throws PolicyTooComplex {
        return PolicyAlgebra.compare(Intended.rules(policy, mode, file.family(), file.deniesRest()), file.rules());
    }

    /// What the files of its family say to an exchange; the sternest where they are several.
    private static Answer.Verdict verdict(Observed one, List<ReadBack> files, List<PolicyAlgebra> algebras)
            throws PolicyTooComplex {
        Family family = one.client() instanceof Ipv4Address ? Family.IPV4 : Family.IPV6;
        Answer.Verdict sternest = Answer.Verdict.ALLOWED;
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).family().filter(judged -> judged != family).isEmpty()) {
                Question question = new Question(
                        elsewhere(files.get(i).rules()),
                        InterfaceSet.any(),
                        AddressSet.of(one.client()),
                        AddressSet.of(one.server()),
                        List.of(service(one)));
                Answer.Verdict verdict = algebras.get(i).judge(question);
                boolean sterner = sternest == Answer.Verdict.ALLOWED || verdict == Answer.Verdict.BLOCKED;
                sternest = sterner ? verdict : sternest;
            }
        }
        return sternest;
    }

    /// Every interface but those of [#MANAGEMENT] that the rules name.
    private static InterfaceSet elsewhere(Ruleset rules) {
        SortedSet<String> named = new TreeSet<>();
        for (Chain chain : rules.chains().values()) {
            chain.rules().forEach(rule -> named.addAll(rule.match().in().names()));
        }
        named.retainAll(MANAGEMENT);
        return new InterfaceSet(named, true);
    }

    private static Service service(Observed one) {
        boolean known = one.port().isPresent() && new Transport(one.protocol()).hasPorts();
        return known ? Service.to(one.protocol(), PortSet.of(one.port().getAsInt())) : Service.of(one.protocol());
    }

    private static List<FlowId> unseen(ConduitPolicy policy, List<Observed> observed) {
        Set<FlowId> seen = new HashSet<>();
        observed.stream().filter(Observed::answered).forEach(one -> seen.addAll(one.flows()));
        return policy.permits().stream()
                .map(Permit::flow)
                .map(flow -> flow.id())
                .distinct()
                .filter(id -> !seen.contains(id))
                .toList();
    }

    /// True if the rules judge what goes between two addresses.
    public static boolean isJudged(ConduitPolicy policy, Address client, Address server) {
        return policy.scope().everything()
                || policy.scope().crossings().stream()
                        .anyMatch(pair -> pair.source().contains(client)
                                && pair.destination().contains(server));
    }
}
