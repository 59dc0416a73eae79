package org.zonewright.assess.risk.target;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;

/// What a conduit is asked for because of the zones it joins, our default: IAC, UC, SI and RDF as the joined zone
/// that asks most, DC as the zone that asks most of those whose data it carries (the ends of its flows; all joined
/// zones where no flow tells). TRE and RA come from the conduit's own scenarios and the baseline.
final class ConduitProposal {
    private static final Set<FoundationalRequirement> JOINED = Set.of(
            FoundationalRequirement.IAC,
            FoundationalRequirement.UC,
            FoundationalRequirement.SI,
            FoundationalRequirement.RDF);

    private final ZoneLookup zones;
    private final Map<Subject, LevelVector> targets;

    /// `targets` are those of the zones of the SUC.
    ConduitProposal(ZoneLookup zones, Map<Subject, LevelVector> targets) {
        this.zones = zones;
        this.targets = targets;
    }

    void apply(Conduit conduit, Asked asked) {
        for (ZoneId zone : conduit.between()) {
            JOINED.forEach(requirement -> raise(asked, zone, requirement));
        }
        for (ZoneId zone : carried(conduit)) {
            raise(asked, zone, FoundationalRequirement.DC);
        }
    }

    private void raise(Asked asked, ZoneId zone, FoundationalRequirement requirement) {
        LevelVector target = targets.get(Subject.of(zone));
        if (target != null) {
            asked.raise(
                    requirement,
                    target.at(requirement),
                    new Driver(Driver.Kind.JOINED_ZONE, zone.value()),
                    Reason.of(Text.of(
                            "risk.target.joined-zone",
                            requirement.name(),
                            target.at(requirement).number(),
                            zone)));
        }
    }

    /// The joined zones that the flows begin or end in; all of them where a flow's end is open or none is drawn.
    private Set<ZoneId> carried(Conduit conduit) {
        Set<ZoneId> ends = new TreeSet<>();
        boolean open = conduit.flows().isEmpty();
        for (Flow flow : conduit.flows()) {
            Optional<ZoneId> from = zone(flow.from());
            Optional<ZoneId> to = zone(flow.to());
            from.ifPresent(ends::add);
            to.ifPresent(ends::add);
            open |= from.isEmpty() || to.isEmpty();
        }
        ends.retainAll(Set.copyOf(conduit.between()));
        return open || ends.isEmpty() ? new TreeSet<>(conduit.between()) : ends;
    }

    private Optional<ZoneId> zone(Endpoint end) {
        return switch (end) {
            case Endpoint.OfZone(var zone) -> Optional.of(zone);
            case Endpoint.OfAsset(var asset) -> zones.placeOf(asset).flatMap(Place::inZone);
            case Endpoint.OfAddress(var ip, var realm) ->
                zones.zoneOf(realm.map(RealmId::value).orElse(""), DocumentAddresses.observed(ip));
            case Endpoint.OfHardware(var mac) -> zones.zoneOf("", DocumentAddresses.observed(mac));
            case Endpoint.OfNetwork _ -> Optional.empty();
            case Endpoint.Any _ -> Optional.empty();
        };
    }
}
