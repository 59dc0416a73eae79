package org.zonewright.plant;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;

/// Where the configuration of a firewall or router is found, and where its interfaces lie in the drawing.
///
/// `files` are patterns of the names of files, `*` and `?` as in a shell. `interfaces` are those of which the
/// configuration itself does not say in which networks they are.
public record Configuration(List<String> files, List<InterfacePlace> interfaces) {
    /// Nothing is said.
    public static final Configuration NONE = new Configuration(List.of(), List.of());

    public Configuration {
        files = List.copyOf(files);
        interfaces = List.copyOf(interfaces);
    }

    /// What lies at an interface: the zones that are reached through it, and the realm in which their addresses are
    /// meant there.
    public record InterfacePlace(String name, List<ZoneId> zones, Optional<RealmId> realm) {
        public InterfacePlace {
            zones = List.copyOf(zones);
        }
    }
}
