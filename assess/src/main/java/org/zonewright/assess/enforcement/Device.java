package org.zonewright.assess.enforcement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.base.Reason;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.plant.Configuration;
import org.zonewright.plant.id.AssetId;

/// An asset that enforces conduits, and its configuration. `missing` says why there is none to judge by. Builds the
/// algebra of its rules once, when it is first asked for.
final class Device {
    private final AssetId id;
    private final Optional<Ruleset> rules;
    private final List<Reason> missing;
    private final List<Configuration.InterfacePlace> interfaces;
    private final boolean namesInterfaces;
    private final int size;
    private final Map<Path, PolicyAlgebra> algebras = new EnumMap<>(Path.class);

    Device(AssetId id, Optional<Ruleset> rules, List<Reason> missing, List<Configuration.InterfacePlace> interfaces) {
        this.id = id;
        this.rules = rules;
        this.missing = List.copyOf(missing);
        this.interfaces = List.copyOf(interfaces);
        namesInterfaces = rules.filter(Device::namesInterfaces).isPresent();
        size = rules.map(known -> known.chains().values().stream()
                        .mapToInt(chain -> chain.rules().size())
                        .sum())
                .orElse(0);
    }

    /// True if a stage that judges what goes through the device, or a rule that it can come to, asks for an
    /// interface.
    private static boolean namesInterfaces(Ruleset rules) {
        Deque<String> next = new ArrayDeque<>();
        for (Stage stage : rules.stages(Path.THROUGH)) {
            if (!stage.in().isAny() || !stage.out().isAny()) {
                return true;
            }
            next.add(stage.chain());
        }
        Set<String> known = new HashSet<>(next);
        while (!next.isEmpty()) {
            Chain chain = rules.chains().get(next.remove());
            for (Rule rule : chain == null ? List.<Rule>of() : chain.rules()) {
                if (!rule.match().in().isAny() || !rule.match().out().isAny()) {
                    return true;
                }
                called(rule.action()).filter(known::add).ifPresent(next::add);
            }
        }
        return false;
    }

    private static Optional<String> called(Action action) {
        return switch (action) {
            case Action.Jump(String chain) -> Optional.of(chain);
            case Action.Goto(String chain) -> Optional.of(chain);
            case Action.Accept _, Action.Drop _, Action.Return _, Action.Continue _ -> Optional.empty();
        };
    }

    AssetId id() {
        return id;
    }

    Optional<Ruleset> rules() {
        return rules;
    }

    List<Reason> missing() {
        return missing;
    }

    /// What the document says of its interfaces.
    List<Configuration.InterfacePlace> interfaces() {
        return interfaces;
    }

    /// True if what it decides can depend on the interface.
    boolean asksInterfaces() {
        return namesInterfaces;
    }

    /// Its rules in number.
    int size() {
        return size;
    }

    /// The algebra of its rules, which must be known.
    PolicyAlgebra algebra(Path path) throws PolicyTooComplex {
        @Nullable PolicyAlgebra built = algebras.get(path);
        if (built == null) {
            built = PolicyAlgebra.of(rules.orElseThrow(), path);
            algebras.put(path, built);
        }
        return built;
    }
}
