package org.zonewright.assess.enforcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// What is configured, as other engines may ask it. Answers are exact and the same whenever they are asked for.
public interface EnforcedConduits {
    /// True if there is no configuration at all: nothing needs to be asked.
    boolean isUnknown();

    /// What traffic through the conduit has to pass.
    Route route(ConduitId conduit);

    /// What traffic between two zones has to pass that no conduit joins, as far as the drawing says so.
    Route route(ZoneId from, ZoneId to);

    /// May `from` open one of `services` with `to`? No service is every service. With `rules` the answer names the
    /// rules
    /// that decide, which costs some nanoseconds for each of them more.
    Crossing ask(Route route, Party from, Party to, List<Service> services, boolean rules);

    /// What gets through from zone to zone and is none of `except`, at most `limit` boxes. ICMP and IGMP are left
    /// out: they keep the network going and are not judged.
    Openings openings(Route route, ZoneId from, ZoneId to, List<Use> except, int limit);

    /// What each asset lets through, for every network conduit, ordered by conduit and pair of zones.
    List<Passage> crossings();

    /// True if there is a configuration of the asset to judge by.
    boolean isConfigured(AssetId device);

    /// When the asset's configuration was taken, where it says so.
    Optional<Instant> taken(AssetId device);

    /// Rules of the asset, in number; what naming the deciding ones costs.
    int size(Route route);

    /// Who of a zone stands behind addresses as the first asset of a route sees them: documented assets, and the zone
    /// itself where it has further addresses among them. Empty where nothing of the zone has one.
    List<Endpoint> behind(Route route, ZoneId zone, AddressSet addresses);

    /// What is to be noted of the rules of each configured asset, in the order of the document's conduits.
    List<DeviceNotes> ruleNotes();

    /// The rules by which a zone may open one of `services` with the asset itself; empty where there are none, where
    /// its configuration says nothing of that, or where it is not known how the zone looks there.
    List<RuleRef> managing(AssetId device, ZoneId from, List<Service> services);

    /// What a reader of the results should know: whose configuration was guessed, which belongs to nobody.
    List<Reason> notes();
}
