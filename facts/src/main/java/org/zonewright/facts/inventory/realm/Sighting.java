package org.zonewright.facts.inventory.realm;

import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.MacAddress;

/// All frames of some views in which one MAC address sent packets of one IP address. `file` and `frame` open the
/// first of them.
public record Sighting(MacAddress mac, Address ip, long packets, int minimumHops, String file, long frame) {

    static Sighting of(LinkSighting link, String file) {
        return new Sighting(link.mac(), link.ip(), link.packets(), link.minimumHops(), file, link.firstFrame());
    }

    /// Both together. The place is this one's, or the earlier frame of the same file.
    Sighting and(Sighting later) {
        boolean sameFile = file.equals(later.file);
        return new Sighting(
                mac,
                ip,
                packets + later.packets,
                Math.min(minimumHops, later.minimumHops),
                file,
                sameFile ? Math.min(frame, later.frame) : frame);
    }

    public SourceRef where() {
        return new SourceRef.InCapture(file, frame, -1);
    }
}
