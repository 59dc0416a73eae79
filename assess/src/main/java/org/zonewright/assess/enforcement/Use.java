package org.zonewright.assess.enforcement;

import java.util.List;
import org.zonewright.facts.policy.Service;

/// Who opens what with whom; no service is every service.
public record Use(Party from, Party to, List<Service> services) {
    public Use {
        services = List.copyOf(services);
    }
}
