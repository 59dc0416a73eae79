package org.zonewright.traffic.recognised;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.traffic.dissect.Dissector;

/// All protocols that are recognised and named, and not read further.
public final class Recognised {
    private Recognised() {}

    /// New dissectors for one reader.
    public static List<Dissector> all() {
        List<Dissector> all = new ArrayList<>(LinkLayer.all());
        all.addAll(Industrial.all());
        all.addAll(Network.all());
        all.addAll(RemoteAccess.all());
        return all;
    }
}
