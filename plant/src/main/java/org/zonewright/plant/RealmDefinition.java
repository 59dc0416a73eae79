package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.SensorId;

/// A part of the network in which an address has one owner, said by where its traffic is seen.
public record RealmDefinition(RealmId id, Optional<String> name, List<View> sees, Optional<String> note) {
    public RealmDefinition {
        sees = List.copyOf(sees);
    }

    /// What one sensor shows of the realm. `vlan` is the path of VLAN ids, outermost first; empty is any VLAN, the
    /// single id 0 untagged frames.
    public record View(SensorId sensor, List<Integer> vlan) {
        public View {
            vlan = List.copyOf(vlan);
            if (vlan.stream().anyMatch(id -> id < 0 || id > 4094)) {
                throw new IllegalArgumentException("a VLAN id is 0 (untagged) to 4094");
            }
        }
    }
}
