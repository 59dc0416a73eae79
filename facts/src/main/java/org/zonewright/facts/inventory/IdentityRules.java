package org.zonewright.facts.inventory;

import java.util.List;
import java.util.OptionalInt;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;

/// What people decided about identity, in the terms of facts: which files are which sensor, what each realm sees,
/// address translation, and what is or is not one device. Made from the plant document; [#NONE] where there is none.
public record IdentityRules(
        List<SensorRule> sensors,
        List<RealmRule> realms,
        List<NatRule> nat,
        List<SameRule> same,
        List<ApartRule> apart) {

    public static final IdentityRules NONE = new IdentityRules(List.of(), List.of(), List.of(), List.of(), List.of());

    public IdentityRules {
        sensors = List.copyOf(sensors);
        realms = List.copyOf(realms);
        nat = List.copyOf(nat);
        same = List.copyOf(same);
        apart = List.copyOf(apart);
    }

    /// Files whose name matches `glob` (as `tap1-*.pcapng`; the last part of the path counts) belong to the sensor.
    public record SensorRule(String sensor, String glob) {}

    /// What the sensor sees, with the VLAN tag `vlan` (untagged and any tag where absent), is this realm.
    public record RealmRule(String realm, String sensor, OptionalInt vlan, SourceRef where) {}

    /// `outside` in `realm` is another name for `inside` in `insideRealm`.
    public record NatRule(String realm, Address outside, String insideRealm, Address inside, SourceRef where) {}

    /// An address of a realm; `realm` is empty for "whichever realm has it".
    public record Endpoint(String realm, Address address) {}

    public record SameRule(List<Endpoint> endpoints, String because, SourceRef where) {}

    public record ApartRule(List<Endpoint> endpoints, String because, SourceRef where) {}
}
