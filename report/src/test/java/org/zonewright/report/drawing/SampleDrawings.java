package org.zonewright.report.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.report.drawing.ConduitLine.Enforcement;
import org.zonewright.report.drawing.ConduitLine.Initiator;
import org.zonewright.report.drawing.ConduitLine.State;
import org.zonewright.report.drawing.ZoneBox.AssetMark;
import org.zonewright.report.drawing.ZoneBox.Badge;

/// Drawings of every size that the tests prove sound and that are looked at: see `target/drawings`.
public final class SampleDrawings {
    private static final TitleBlock BLOCK = new TitleBlock(
            "Wasserwerk Süd, Örebro",
            "Zone and conduit drawing (ZCR 6.3)",
            "candidate partitioning",
            "7",
            "confidential",
            Instant.parse("2026-11-22T09:30:00Z"),
            "Zonewright 0.1.0",
            List.of("tap-office.pcapng", "tap-station-switch.pcapng", "assets-2026.xlsx", "plant.yaml"));

    private static final List<Initiator> INITIATORS = List.of(Initiator.values());
    private static final List<Enforcement> MARKS = List.of(Enforcement.values());
    private static final List<PurdueBand> BANDS = List.of(PurdueBand.values());

    private SampleDrawings() {}

    static Map<String, ZoneDrawing> all() {
        Map<String, ZoneDrawing> all = new LinkedHashMap<>();
        all.put("waterworks", waterworks());
        all.put("large", large());
        all.put("one-zone", oneZone());
        all.put("no-conduits", noConduits());
        all.put("three-zones", threeZones());
        all.put("nested", nested());
        all.put("crowded", crowded());
        return all;
    }

    private static AssetMark asset(String label, AssetKind kind) {
        return new AssetMark(label, kind, false, label + ", " + kind);
    }

    private static AssetMark flagged(String label, AssetKind kind) {
        return new AssetMark(label, kind, true, label + ", " + kind + ": has findings");
    }

    private static ZoneBox zone(
            String id,
            String name,
            String function,
            String owner,
            PurdueBand band,
            boolean suc,
            String target,
            List<Badge> badges,
            AssetMark... assets) {
        return new ZoneBox(
                id,
                name,
                function,
                owner,
                band,
                suc,
                target,
                assets.length,
                List.of(assets),
                Optional.empty(),
                badges,
                "same subnet and function");
    }

    private static ConduitLine conduit(
            String from, String to, Initiator initiator, String traffic, State state, Enforcement enforcement) {
        return new ConduitLine(
                from + "-" + to,
                from + " to " + to,
                from,
                to,
                initiator,
                traffic,
                state,
                enforcement,
                "",
                "as observed");
    }

    public static ZoneDrawing waterworks() {
        List<ZoneBox> zones = List.of(
                zone(
                        "vendor",
                        "Vendor remote access",
                        "external",
                        "Pumpen AG",
                        PurdueBand.EXTERNAL,
                        false,
                        "no target",
                        List.of(Badge.EXTERNAL, Badge.TEMPORARY),
                        flagged("Service-Laptop Müller", AssetKind.REMOTE_ACCESS)),
                zone(
                        "office",
                        "Office",
                        "enterprise",
                        "IT",
                        PurdueBand.ENTERPRISE,
                        false,
                        "no target",
                        List.of(),
                        flagged("PC-VERWALTUNG-07", AssetKind.WORKSTATION),
                        asset("PC-LEITUNG-01", AssetKind.WORKSTATION),
                        asset("DC01", AssetKind.SERVER),
                        asset("Drucker EG", AssetKind.WORKSTATION),
                        asset("fw-office", AssetKind.NETWORK_DEVICE)),
                zone(
                        "dmz",
                        "DMZ",
                        "dmz",
                        "IT/OT",
                        PurdueBand.DMZ,
                        true,
                        "SL-T {2 2 2 1 3 2 2}",
                        List.of(),
                        asset("historian-mirror", AssetKind.SERVER),
                        asset("jump-01", AssetKind.REMOTE_ACCESS),
                        asset("patch-01", AssetKind.SERVER)),
                zone(
                        "operations",
                        "Operations",
                        "operations",
                        "Leitstelle",
                        PurdueBand.OPERATIONS,
                        true,
                        "SL-T {2 2 2 1 2 2 2}",
                        List.of(),
                        asset("SCADA-A", AssetKind.OPERATOR_STATION),
                        asset("SCADA-B", AssetKind.OPERATOR_STATION),
                        asset("EWS-01", AssetKind.ENGINEERING_STATION),
                        flagged("historian", AssetKind.SERVER),
                        asset("ntp-1", AssetKind.SERVER),
                        asset("sw-core", AssetKind.NETWORK_DEVICE)),
                zone(
                        "cell-a",
                        "Cell A – Rohwasserpumpen",
                        "control",
                        "Verfahrenstechnik",
                        PurdueBand.CONTROL,
                        true,
                        "SL-T {2 2 3 1 3 1 3}",
                        List.of(),
                        flagged("PLC-A1", AssetKind.CONTROLLER),
                        asset("HMI-A", AssetKind.OPERATOR_STATION),
                        asset("FU-Pumpe-1", AssetKind.FIELD_DEVICE),
                        asset("FU-Pumpe-2", AssetKind.FIELD_DEVICE),
                        flagged("sw-a (telnet)", AssetKind.NETWORK_DEVICE)),
                zone(
                        "cell-b",
                        "Cell B – Filter und Chlorung",
                        "control",
                        "Verfahrenstechnik",
                        PurdueBand.CONTROL,
                        true,
                        "SL-T {2 2 3 1 3 1 3}",
                        List.of(),
                        asset("PLC-B1", AssetKind.CONTROLLER),
                        asset("IO-B2", AssetKind.FIELD_DEVICE),
                        asset("HMI-B", AssetKind.OPERATOR_STATION),
                        asset("sw-b", AssetKind.NETWORK_DEVICE)),
                zone(
                        "safety",
                        "Chlorine safety system",
                        "control",
                        "Safety engineering",
                        PurdueBand.CONTROL,
                        true,
                        "SL-T {3 3 3 1 3 2 3}",
                        List.of(Badge.SAFETY),
                        asset("SIS-1", AssetKind.CONTROLLER)));
        List<ConduitLine> conduits = List.of(
                conduit("office", "dmz", Initiator.FROM, "HTTPS: read", State.APPROVED, Enforcement.FIREWALL),
                conduit("operations", "dmz", Initiator.FROM, "SQL: transfer", State.APPROVED, Enforcement.FIREWALL),
                conduit("dmz", "operations", Initiator.FROM, "RDP: session", State.APPROVED, Enforcement.JUMP_HOST),
                conduit(
                        "operations",
                        "cell-a",
                        Initiator.FROM,
                        "Modbus: read, write; S7comm: read",
                        State.APPROVED,
                        Enforcement.FIREWALL),
                conduit(
                        "operations",
                        "cell-b",
                        Initiator.FROM,
                        "Modbus: read, write",
                        State.APPROVED,
                        Enforcement.FIREWALL),
                conduit("office", "cell-a", Initiator.FROM, "Modbus: write", State.UNDECLARED, Enforcement.NONE),
                conduit(
                        "vendor",
                        "cell-a",
                        Initiator.FROM,
                        "S7comm: program",
                        State.REMOVAL_CANDIDATE,
                        Enforcement.NONE),
                conduit("safety", "operations", Initiator.FROM, "Modbus: read", State.APPROVED, Enforcement.DIODE),
                conduit("cell-a", "cell-b", Initiator.BOTH, "Modbus: read", State.APPROVED_UNSEEN, Enforcement.NONE));
        return new ZoneDrawing(
                BLOCK,
                "Waterworks control",
                zones,
                conduits,
                List.of("Candidate partitioning, input to ZCR 3.1; ZCR 1.1 and 2.1 outstanding."));
    }

    /// Twelve zones with two hundred assets.
    public static ZoneDrawing large() {
        List<ZoneBox> zones = new ArrayList<>();
        PurdueBand[] bands = {
            PurdueBand.EXTERNAL, PurdueBand.ENTERPRISE, PurdueBand.DMZ, PurdueBand.OPERATIONS, PurdueBand.OPERATIONS,
            PurdueBand.SUPERVISION, PurdueBand.CONTROL, PurdueBand.CONTROL, PurdueBand.CONTROL, PurdueBand.CONTROL,
            PurdueBand.CONTROL, PurdueBand.PROCESS
        };
        int[] sizes = {2, 24, 6, 14, 9, 12, 31, 28, 22, 17, 11, 24};
        AssetKind[] kinds = AssetKind.values();
        for (int i = 0; i < bands.length; i++) {
            List<AssetMark> assets = new ArrayList<>();
            for (int n = 0; n < sizes[i]; n++) {
                String label = "Gerät-" + (i + 1) + "-" + (n + 1) + (n % 7 == 3 ? " mit einem langen Namen" : "");
                assets.add(
                        n % 11 == 5
                                ? flagged(label, kinds[(i + n) % kinds.length])
                                : asset(label, kinds[(i + n) % kinds.length]));
            }
            zones.add(new ZoneBox(
                    "z" + i,
                    i == 7 ? "Zelle 7: Rückgewinnung und Abwärmenutzung Halle Nord-Ost" : "Zone " + (i + 1),
                    "control",
                    "Production engineering",
                    bands[i],
                    i > 1,
                    i > 1 ? "SL-T {2 2 0 1 3 1 3}" : "no target",
                    sizes[i],
                    assets,
                    Optional.empty(),
                    i == 9 ? List.of(Badge.SAFETY) : i == 10 ? List.of(Badge.WIRELESS, Badge.TEMPORARY) : List.of(),
                    "one VLAN"));
        }
        int[][] pairs = {
            {0, 1}, {1, 2}, {2, 3}, {2, 4}, {3, 5}, {3, 6}, {3, 7}, {3, 8}, {4, 9}, {4, 10}, {5, 6}, {5, 7}, {5, 8},
            {6, 11}, {7, 11}, {8, 11}, {1, 6}, {0, 8}, {6, 7}, {9, 5}, {10, 2}, {3, 4}
        };
        List<ConduitLine> conduits = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            State state = i == 16
                    ? State.UNDECLARED
                    : i == 17
                            ? State.REMOVAL_CANDIDATE
                            : i % 5 == 4 ? State.OBSERVED : i == 18 ? State.APPROVED_UNSEEN : State.APPROVED;
            conduits.add(new ConduitLine(
                    "c" + i,
                    "Conduit " + i,
                    "z" + pairs[i][0],
                    "z" + pairs[i][1],
                    INITIATORS.get(i % 3),
                    i % 2 == 0 ? "Modbus: read, write" : "IEC 104: read, operate; HTTPS: read",
                    state,
                    MARKS.get(i % 4),
                    i % 3 == 0 ? "OT network team" : "",
                    "observed from tap 1"));
        }
        return new ZoneDrawing(BLOCK, "Werk Nord", zones, conduits, List.of());
    }

    static ZoneDrawing oneZone() {
        return new ZoneDrawing(
                BLOCK,
                "Pump station",
                List.of(zone(
                        "all",
                        "Pumpstation",
                        "control",
                        "",
                        PurdueBand.CONTROL,
                        true,
                        "SL-T not set",
                        List.of(),
                        asset("PLC", AssetKind.CONTROLLER),
                        asset("HMI", AssetKind.OPERATOR_STATION),
                        asset("10.0.0.9", AssetKind.UNKNOWN))),
                List.of(),
                List.of());
    }

    static ZoneDrawing noConduits() {
        ZoneDrawing waterworks = waterworks();
        return new ZoneDrawing(BLOCK, waterworks.suc(), waterworks.zones(), List.of(), waterworks.notes());
    }

    static ZoneDrawing threeZones() {
        return new ZoneDrawing(
                BLOCK,
                "Kläranlage",
                List.of(
                        zone(
                                "office",
                                "Büro",
                                "enterprise",
                                "IT",
                                PurdueBand.ENTERPRISE,
                                false,
                                "no target",
                                List.of(),
                                asset("PC-1", AssetKind.WORKSTATION)),
                        zone(
                                "ops",
                                "Leitwarte",
                                "operations",
                                "Betrieb",
                                PurdueBand.OPERATIONS,
                                true,
                                "SL-T {1 1 1 1 1 1 1}",
                                List.of(),
                                asset("SCADA", AssetKind.OPERATOR_STATION),
                                asset("EWS", AssetKind.ENGINEERING_STATION)),
                        zone(
                                "cell",
                                "Belüftung",
                                "control",
                                "Betrieb",
                                PurdueBand.CONTROL,
                                true,
                                "SL-T {2 2 2 1 2 1 2}",
                                List.of(),
                                asset("SPS-1", AssetKind.CONTROLLER),
                                asset("Gebläse", AssetKind.FIELD_DEVICE))),
                List.of(
                        conduit("office", "ops", Initiator.FROM, "HTTPS: read", State.OBSERVED, Enforcement.NONE),
                        conduit(
                                "ops",
                                "cell",
                                Initiator.FROM,
                                "S7comm: read, write, program",
                                State.OBSERVED,
                                Enforcement.NONE)),
                List.of());
    }

    /// Zones inside zones, with conduits to the inner ones, between brothers, and from parent to child.
    static ZoneDrawing nested() {
        List<ZoneBox> zones = new ArrayList<>();
        zones.add(zone(
                "wan",
                "Control centre",
                "external",
                "Telecontrol",
                PurdueBand.EXTERNAL,
                false,
                "no target",
                List.of(Badge.EXTERNAL),
                asset("SCADA", AssetKind.OPERATOR_STATION)));
        zones.add(zone(
                "station",
                "Station bus",
                "operations",
                "Protection",
                PurdueBand.OPERATIONS,
                true,
                "SL-T {2 2 2 1 2 2 2}",
                List.of(),
                asset("gateway", AssetKind.NETWORK_DEVICE),
                asset("HMI", AssetKind.OPERATOR_STATION)));
        for (String bay : List.of("bay-1", "bay-2", "bay-3")) {
            zones.add(new ZoneBox(
                    bay,
                    "Abgang " + bay,
                    "control",
                    "Protection",
                    PurdueBand.CONTROL,
                    true,
                    "SL-T {2 2 3 1 3 1 3}",
                    2,
                    List.of(asset("IED " + bay, AssetKind.CONTROLLER), asset("merging unit", AssetKind.FIELD_DEVICE)),
                    Optional.of("station"),
                    bay.equals("bay-3") ? List.of(Badge.SAFETY) : List.of(),
                    "one bay"));
        }
        zones.add(zone(
                "process",
                "Process bus",
                "control",
                "Protection",
                PurdueBand.PROCESS,
                true,
                "SL-T not set",
                List.of(),
                asset("CT/VT", AssetKind.FIELD_DEVICE)));
        return new ZoneDrawing(
                BLOCK,
                "Umspannwerk Nord",
                zones,
                List.of(
                        conduit(
                                "wan",
                                "station",
                                Initiator.FROM,
                                "IEC 104: read, operate",
                                State.APPROVED,
                                Enforcement.FIREWALL),
                        conduit(
                                "station",
                                "bay-1",
                                Initiator.FROM,
                                "MMS: read, write",
                                State.APPROVED,
                                Enforcement.ROUTER),
                        conduit("station", "bay-2", Initiator.FROM, "MMS: read", State.APPROVED, Enforcement.NONE),
                        conduit("bay-1", "bay-2", Initiator.BOTH, "GOOSE: operate", State.OBSERVED, Enforcement.NONE),
                        conduit("bay-3", "process", Initiator.TO, "SV: read", State.APPROVED, Enforcement.NONE),
                        conduit("wan", "bay-3", Initiator.FROM, "MMS: program", State.UNDECLARED, Enforcement.NONE)),
                List.of());
    }

    /// Every pair of ten zones joined, and a zone with more assets than a box can show.
    static ZoneDrawing crowded() {
        List<ZoneBox> zones = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<AssetMark> assets = new ArrayList<>();
            int count = i == 4 ? 160 : 6;
            for (int n = 0; n < count; n++) {
                assets.add(asset("10.0." + i + "." + n, AssetKind.UNKNOWN));
            }
            zones.add(new ZoneBox(
                    "z" + i,
                    "VLAN " + (100 + i),
                    "",
                    "",
                    BANDS.get(i % 7),
                    i % 7 > 1,
                    "SL-T not set",
                    count,
                    assets,
                    Optional.empty(),
                    List.of(),
                    ""));
        }
        List<ConduitLine> conduits = new ArrayList<>();
        for (int a = 0; a < 10; a++) {
            for (int b = a + 1; b < 10; b++) {
                conduits.add(conduit(
                        "z" + a,
                        "z" + b,
                        INITIATORS.get((a + b) % 4),
                        "protocol not recognised",
                        State.OBSERVED,
                        Enforcement.NONE));
            }
        }
        return new ZoneDrawing(BLOCK, "Flat network", zones, conduits, List.of());
    }
}
