package org.zonewright.assess.levels;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.EvidenceId;

/// Which inherited requirements their providers hold.
///
/// A row that inherits holds where evidence, valid today, shows that the essential functions survive the provider's
/// loss (island mode), where all its proofs are valid today, and where the provider itself holds the requirement. It
/// starts with none and only grows, so that requirements inherited in a circle never hold. For one thread.
final class Providers implements CellJudge.Inheritance {
    /// Whether a subject of the document holds an SR or RE; empty where that is not judged.
    interface Holder {
        Optional<Boolean> holds(org.zonewright.plant.assurance.Subject subject, int system);
    }

    private final RequirementTable table;
    private final int today;
    private final IdentityHashMap<Row, BitSet> held;

    Providers(RequirementTable table, int today) {
        this(table, today, new IdentityHashMap<>());
    }

    private Providers(RequirementTable table, int today, IdentityHashMap<Row, BitSet> held) {
        this.table = table;
        this.today = today;
        this.held = held;
    }

    /// A copy without some rows, which are to be asked again.
    Providers without(List<Row> rows) {
        IdentityHashMap<Row, BitSet> left = new IdentityHashMap<>(held);
        rows.forEach(left::remove);
        return new Providers(table, today, left);
    }

    @Override
    public boolean holds(Row row, int system) {
        BitSet systems = held.get(row);
        return systems != null && systems.get(bit(system));
    }

    private int bit(int system) {
        return system < 0 ? table.systemCount() : system;
    }

    /// Asks the provider of a row again; true if it now holds a requirement that it did not before.
    boolean ask(Row row, Rows rows, Holder holder) {
        int[] systems = systemsOf(row);
        boolean changed = false;
        for (int system : systems) {
            if (!holds(row, system) && isProven(row, rows, system) && holdsItself(row, holder, system)) {
                held.computeIfAbsent(row, _ -> new BitSet()).set(bit(system));
                changed = true;
            }
        }
        return changed;
    }

    /// The SRs and REs that a row is about, also by a component's requirement; -1 stands for one that carries none.
    int[] systemsOf(Row row) {
        int[] own = row.meaning().systems();
        int[] carried =
                Arrays.stream(row.meaning().components()).map(table::systemOf).toArray();
        int[] both = Arrays.copyOf(own, own.length + carried.length);
        System.arraycopy(carried, 0, both, own.length, carried.length);
        return Arrays.stream(both).distinct().toArray();
    }

    private boolean isProven(Row row, Rows rows, int system) {
        Evidence.Provider provider = row.evidence().inheritedFrom().orElse(null);
        if (!row.isProven() || provider == null || provider.islandMode().isEmpty()) {
            return false;
        }
        return isShown(rows, provider.islandMode().get(), _ -> true)
                && provider.provenBy().stream().allMatch(id -> isShown(rows, id, _ -> true))
                && (provider.by().isEmpty()
                        || provider.provenBy().stream()
                                .anyMatch(id -> isShown(rows, id, named -> named == system)
                                        && isAtProvider(rows, id, provider)));
    }

    private static boolean isAtProvider(Rows rows, EvidenceId id, Evidence.Provider provider) {
        Row proof = rows.proof(id);
        return proof != null
                && provider.by().equals(Optional.of(proof.evidence().at()));
    }

    /// True if there is such evidence, it says that something holds, is valid today and about what is asked.
    private boolean isShown(Rows rows, EvidenceId id, IntPredicate about) {
        Row proof = rows.proof(id);
        return proof != null
                && proof.isInTime()
                && proof.isProven()
                && !proof.isNegative()
                && proof.isValidOn(today)
                && (proof.meaning().systems().length + proof.meaning().components().length == 0
                        || Arrays.stream(systemsOf(proof)).anyMatch(about));
    }

    private static boolean holdsItself(Row row, Holder holder, int system) {
        Optional<org.zonewright.plant.assurance.Subject> by =
                row.evidence().inheritedFrom().flatMap(Evidence.Provider::by);
        return by.isEmpty() || system < 0 || holder.holds(by.get(), system).orElse(true);
    }
}
