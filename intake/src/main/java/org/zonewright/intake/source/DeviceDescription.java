package org.zonewright.intake.source;

import java.util.Map;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;

/// What a maker's file says of all devices of one type. A station whose values of the attributes in `ids` are these
/// is such a device, and has `names`. `method` is the kind of file.
public record DeviceDescription(
        String method, Map<Attribute, String> ids, Map<Attribute, String> names, SourceRef where) {
    public DeviceDescription {
        ids = Map.copyOf(ids);
        names = Map.copyOf(names);
    }
}
