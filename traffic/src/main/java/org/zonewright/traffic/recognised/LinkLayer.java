package org.zonewright.traffic.recognised;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.powerlink.PowerlinkDissector;

/// Frames without IP, named by their type: EtherTypes and service access points as IEEE registered them, SNAP
/// protocols as their makers chose them.
final class LinkLayer {
    private record EtherType(int type, Protocol protocol) {}

    private record Sap(int sap, Protocol protocol) {}

    private record Snap(int organisation, int protocolId, Protocol protocol) {}

    private static EtherType type(int type, String name) {
        return new EtherType(type, Protocol.named(name));
    }

    private static final List<EtherType> ETHERTYPES = List.of(
            // Industrial networks.
            type(0x88cd, "sercos"),
            type(0x890f, "cc-link-ie"),
            type(0x88e3, "mrp"),
            type(0x88fb, "prp"),
            type(0x892f, "hsr"),
            new EtherType(0x3e3f, PowerlinkDissector.POWERLINK), // version 1
            // Switches and stations among themselves.
            type(0x888e, "eapol"),
            type(0x88e5, "macsec"),
            type(0x88f5, "mvrp"),
            type(0x22ea, "msrp"),
            type(0x22f0, "avtp"),
            type(0x8902, "cfm"),
            type(0x9000, "loop"),
            type(0x887b, "homeplug"),
            type(0x8863, "pppoe-discovery"),
            type(0x8035, "rarp"),
            // Older network layers and storage.
            type(0x8137, "ipx"),
            type(0x809b, "appletalk"),
            type(0x80f3, "aarp"),
            type(0x6002, "dec-mop"),
            type(0x6003, "decnet"),
            type(0x88a2, "aoe"),
            type(0x8906, "fcoe"),
            type(0x8914, "fip"),
            type(0x88ca, "tipc"));

    private static final List<Sap> SAPS = List.of(
            new Sap(0xe0, Protocol.named("ipx-llc")),
            new Sap(0xf0, Protocol.named("netbeui")),
            new Sap(0xfe, Protocol.named("osi")));

    private static final List<Snap> SNAPS = List.of(
            new Snap(0x00000c, 0x2003, Protocol.named("vtp")),
            new Snap(0x00000c, 0x2004, Protocol.named("dtp")),
            new Snap(0x00000c, 0x0104, Protocol.named("pagp")),
            new Snap(0x00000c, 0x0111, Protocol.named("udld")),
            new Snap(0x00e02b, 0x00bb, Protocol.named("edp")));

    private LinkLayer() {}

    static List<Dissector> all() {
        List<Dissector> all = new ArrayList<>();
        for (EtherType row : ETHERTYPES) {
            all.add(named(row.protocol, new Binding.EtherType(row.type)));
        }
        for (Sap row : SAPS) {
            all.add(named(row.protocol, new Binding.LlcSap(row.sap)));
        }
        for (Snap row : SNAPS) {
            all.add(named(row.protocol, new Binding.Snap(row.organisation, row.protocolId)));
        }
        return all;
    }

    private static Signature named(Protocol protocol, Binding binding) {
        return new Signature(protocol, (bytes, observer) -> Probe.YES, List.of(binding));
    }
}
