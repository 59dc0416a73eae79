package org.zonewright.facts.inventory.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Source;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.IdentityRules;

/// What was observed, arranged by view: the vantage points in order, sensors named as the rules say, and the priority
/// tag (VLAN 0), which names no VLAN, left out of the VLAN path.
///
/// Contributions are in the order of their first frame's time, so that "first" means first in time.
public final class Views {
    private final List<VantagePoint> all;
    private final List<Contribution> observed;
    private final Map<Source, Index> indexes;
    private final List<List<Sighting>> sightings;
    private final List<List<Claim>> claims;

    private Views(List<VantagePoint> all, List<Contribution> observed, Map<Source, Index> indexes) {
        this.all = all;
        this.observed = observed;
        this.indexes = indexes;
        this.sightings = new ArrayList<>();
        this.claims = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            sightings.add(new ArrayList<>());
            claims.add(new ArrayList<>());
        }
    }

    public static Views of(Facts facts, IdentityRules rules) {
        List<Contribution> observed = new ArrayList<>(facts.contributions());
        observed.removeIf(contribution -> contribution.source().basis() != Basis.OBSERVED);
        observed.sort(Views::compare);
        SensorNames names = new SensorNames(rules.sensors());
        TreeSet<VantagePoint> points = new TreeSet<>();
        Map<Source, Map<VantagePoint, VantagePoint>> named = new HashMap<>();
        for (Contribution contribution : observed) {
            Map<VantagePoint, VantagePoint> views = new HashMap<>();
            contribution.conversations().vantages().forEach(point -> views.put(point, point));
            contribution.links().forEach(link -> views.put(link.vantage(), link.vantage()));
            contribution.identities().forEach(fact -> views.put(fact.vantage(), fact.vantage()));
            views.replaceAll((point, same) -> names.named(contribution, point));
            points.addAll(views.values());
            named.put(contribution.source(), views);
        }
        List<VantagePoint> all = List.copyOf(points);
        Map<VantagePoint, Integer> places = new TreeMap<>();
        all.forEach(view -> places.put(view, places.size()));
        Map<Source, Index> indexes = new HashMap<>();
        named.forEach((source, views) -> indexes.put(source, new Index(views, places)));
        Views result = new Views(all, List.copyOf(observed), indexes);
        observed.forEach(result::arrange);
        return result;
    }

    /// By the time of the first frame, then by source.
    private static int compare(Contribution one, Contribution other) {
        int byTime = Long.compare(firstTime(one), firstTime(other));
        return byTime != 0 ? byTime : one.source().compareTo(other.source());
    }

    private static long firstTime(Contribution contribution) {
        return contribution
                .capture()
                .flatMap(CaptureSummary::firstTime)
                .map(time -> time.toEpochMilli())
                .orElse(Long.MAX_VALUE);
    }

    private void arrange(Contribution contribution) {
        Index index = indexOf(contribution);
        String file = contribution.source().file();
        for (LinkSighting link : contribution.links()) {
            if (link.mac().isStation() && link.ip().isStation() && !link.ip().isLoopback()) {
                sightings.get(index.of(link.vantage())).add(Sighting.of(link, file));
            }
        }
        for (IdentityFact fact : contribution.identities()) {
            if (fact.basis() == Basis.OBSERVED && fact.attribute().equals(Attribute.OWNS_ADDRESS)) {
                Optional<Claim> claim = claim(fact);
                if (claim.isPresent()) {
                    claims.get(index.of(fact.vantage())).add(claim.get());
                }
            }
        }
    }

    /// The claim a fact makes, whichever way round it is told.
    private static Optional<Claim> claim(IdentityFact fact) {
        Address subject = fact.subject();
        Optional<Address> value = Address.parse(fact.value())
                .filter(told -> told.isStation() && subject.isStation() && !told.isLoopback());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (subject instanceof MacAddress mac && value.get().isIp()) {
            return Optional.of(Claim.of(mac, value.get(), fact));
        }
        return subject.isIp() && value.get() instanceof MacAddress mac
                ? Optional.of(Claim.of(mac, subject, fact))
                : Optional.empty();
    }

    /// The views, in order.
    public List<VantagePoint> all() {
        return all;
    }

    /// The contributions that observed something, in the order of time.
    public List<Contribution> observed() {
        return observed;
    }

    public Index indexOf(Contribution contribution) {
        Index index = indexes.get(contribution.source());
        if (index == null) {
            throw new IllegalArgumentException("not one of these facts: " + contribution.source());
        }
        return index;
    }

    List<Sighting> sightings(int view) {
        return sightings.get(view);
    }

    List<Claim> claims(int view) {
        return claims.get(view);
    }

    /// Finds the view of a contribution's vantage points.
    public static final class Index {
        private final Map<VantagePoint, Integer> places = new HashMap<>();

        private Index(Map<VantagePoint, VantagePoint> views, Map<VantagePoint, Integer> all) {
            views.forEach((point, view) -> places.put(point, all.getOrDefault(view, -1)));
        }

        /// The view's place in [Views#all()].
        public int of(VantagePoint point) {
            Integer place = places.get(point);
            if (place == null) {
                throw new IllegalArgumentException("a point of another contribution: " + point);
            }
            return place;
        }
    }
}
