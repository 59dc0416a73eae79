package org.zonewright.intake.config.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zonewright.facts.policy.AddressSet;

/// Addresses that a configuration names, of which perhaps not all are known: those that surely are meant, and those
/// that may be. `because` says why the two differ, in the configuration's words; it is empty where they do not.
public record Addresses(AddressSet surely, AddressSet possibly, List<String> because) {
    private static final int MAX_REASONS = 8;
    private static final Addresses ANY = known(AddressSet.any());
    private static final Addresses NONE = known(AddressSet.none());

    public Addresses {
        because = List.copyOf(because);
    }

    public static Addresses known(AddressSet set) {
        return new Addresses(set, set, List.of());
    }

    public static Addresses any() {
        return ANY;
    }

    public static Addresses none() {
        return NONE;
    }

    /// Some addresses, nobody knows which.
    public static Addresses unknown(String because) {
        return new Addresses(AddressSet.none(), AddressSet.any(), List.of(because));
    }

    public boolean isKnown() {
        return because.isEmpty();
    }

    /// The ranges of both bounds: what a union with it costs.
    public long size() {
        return isKnown() ? surely.rangeCount() : (long) surely.rangeCount() + possibly.rangeCount();
    }

    public static Addresses union(List<Addresses> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        AddressSet surely =
                AddressSet.unionOf(all.stream().map(Addresses::surely).toList());
        List<String> because = reasons(all.stream().map(Addresses::because));
        return because.isEmpty()
                ? known(surely)
                : new Addresses(
                        surely,
                        AddressSet.unionOf(all.stream().map(Addresses::possibly).toList()),
                        because);
    }

    /// All other addresses of `family`.
    public Addresses complement(AddressSet family) {
        return new Addresses(family.minus(possibly), family.minus(surely), because);
    }

    public Addresses intersect(AddressSet with) {
        return new Addresses(surely.intersect(with), possibly.intersect(with), because);
    }

    /// All of `all` but those of `excluded`.
    public Addresses minus(Addresses excluded) {
        List<String> reasons = new ArrayList<>(because);
        reasons.addAll(excluded.because);
        return new Addresses(surely.minus(excluded.possibly), possibly.minus(excluded.surely), reasons);
    }

    /// The first few different reasons: a group of a thousand host names is one reason enough.
    static List<String> reasons(Stream<List<String>> all) {
        return all.flatMap(List::stream).distinct().limit(MAX_REASONS).toList();
    }
}
