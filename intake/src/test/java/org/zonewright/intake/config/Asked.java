package org.zonewright.intake.config;

import java.util.List;
import java.util.Optional;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;

/// Questions to a configuration that was read, in few words.
public final class Asked {
    private final PolicyAlgebra algebra;

    private Asked(PolicyAlgebra algebra) {
        this.algebra = algebra;
    }

    public static Asked of(Ruleset rules) {
        return of(rules, Path.THROUGH);
    }

    public static Asked of(Ruleset rules, Path path) {
        return new Asked(PolicyAlgebra.of(rules, path));
    }

    /// The rules of a chain that must be there.
    public static List<Rule> rules(Ruleset rules, String chain) {
        return Optional.ofNullable(rules.chains().get(chain)).orElseThrow().rules();
    }

    public Answer.Verdict tcp(String in, String source, String out, String destination, int port) {
        return may(in, source, out, destination, Service.to(Service.TCP, PortSet.of(port)));
    }

    public Answer.Verdict udp(String in, String source, String out, String destination, int port) {
        return may(in, source, out, destination, Service.to(Service.UDP, PortSet.of(port)));
    }

    public Answer.Verdict may(String in, String source, String out, String destination, Service... services) {
        try {
            return algebra.judge(new Question(
                    in.isEmpty() ? InterfaceSet.any() : InterfaceSet.of(in),
                    out.isEmpty() ? InterfaceSet.any() : InterfaceSet.of(out),
                    AddressSet.parse(source).orElseThrow(),
                    AddressSet.parse(destination).orElseThrow(),
                    List.of(services)));
        } catch (PolicyTooComplex e) {
            throw new IllegalStateException(e);
        }
    }
}
