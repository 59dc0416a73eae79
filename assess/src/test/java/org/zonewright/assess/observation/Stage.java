package org.zonewright.assess.observation;

import java.util.List;
import org.zonewright.assess.Assessor;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Scene;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.plant.PlantReading;

/// A small plant for rules: a cell with `plc`, `hmi` and `drive`, `srv` and `eng` in operations, `jump` in the DMZ,
/// and around it safety, radio, visitors, the office and a partner outside. Approved are reading from `eng` to `plc`,
/// and a serial line from `sis` to `plc`.
final class Stage {
    static final String PLC = "10.0.0.10";
    static final String HMI = "10.0.0.20";
    static final String DRIVE = "10.0.0.30";
    static final String SRV = "10.0.1.10";
    static final String ENG = "10.0.1.20";
    static final String JUMP = "10.0.2.10";
    static final String SIS = "10.0.5.10";
    static final String TABLET = "10.0.6.10";
    static final String LAPTOP = "10.0.7.10";
    static final String PC = "10.9.0.10";
    static final String PARTNER = "203.0.113.5";
    static final String INTERNET = "8.8.8.8";

    private static final String PLACES = """
            sensors: [ { id: tap, sources: [ "sc?ne*.pcap" ] }, { id: other, sources: [ "other.pcap" ] } ]
            realms: [ { id: plant, sees: [ { sensor: tap } ] } ]
            zones:
              - { id: cell, function: control, members: [ { cidr: 10.0.0.0/24, realm: plant } ] }
              - { id: ops, function: operations, members: [ { cidr: 10.0.1.0/24, realm: plant } ] }
              - { id: dmz, function: dmz, members: [ { cidr: 10.0.2.0/24, realm: plant } ] }
              - { id: safe, function: control, safety-related: true, members: [ { cidr: 10.0.5.0/24, realm: plant } ] }
              - { id: air, function: operations, wireless: true, members: [ { cidr: 10.0.6.0/24, realm: plant } ] }
              - { id: visitors, function: operations, temporary: true, members: [ { cidr: 10.0.7.0/24, realm: plant } ] }
              - { id: office, in-suc: false, function: enterprise, members: [ { cidr: 10.9.0.0/24, realm: plant } ] }
              - { id: outside, in-suc: false, function: external, members: [ { cidr: 203.0.113.0/24, realm: plant } ] }
            windows: [ { id: w-1, from: 2026-11-02T00:00:00Z, until: 2026-11-03T00:00:00Z } ]
            """;

    private static final String ASSETS = """
            assets:
              - { id: plc, match: { realm: plant, ip: 10.0.0.10 }, zone: cell, product: { firmware: "2.1" } }
              - { id: hmi, match: { realm: plant, ip: 10.0.0.20 }, zone: cell }
              - { id: drive, match: { realm: plant, ip: 10.0.0.30 }, zone: cell }
              - { id: srv, match: { realm: plant, ip: 10.0.1.10 }, zone: ops }
              - { id: eng, match: { realm: plant, ip: 10.0.1.20 }, zone: ops }
              - { id: jump, match: { realm: plant, ip: 10.0.2.10 }, zone: dmz }
              - { id: sis, match: { realm: plant, ip: 10.0.5.10 }, zone: safe }
              - { id: tablet, match: { realm: plant, ip: 10.0.6.10 }, zone: air }
              - { id: laptop, match: { realm: plant, ip: 10.0.7.10 }, zone: visitors }
              - { id: pc, match: { realm: plant, ip: 10.9.0.10 }, zone: office }
              - { id: partner, match: { realm: plant, ip: 203.0.113.5 }, zone: outside }
            conduits:
              - id: ops-cell
                between: [ ops, cell ]
                flows:
                  - { id: f-eng, from: { asset: eng }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      allow: [ read ], approved-by: head, until: 2026-12-31 }
              - id: safe-cell
                between: [ safe, cell ]
                kind: serial
                flows:
                  - { id: f-safe, from: { asset: sis }, to: { asset: plc }, protocol: modbus, port: tcp/502,
                      approved-by: head, until: 2026-12-31 }
            """;

    private Stage() {}

    /// Everybody is there and nobody has said anything.
    static Scene empty() {
        return new Scene()
                .network("10.0.0.0/24")
                .network("10.0.1.0/24")
                .station("", PLC)
                .station("", HMI)
                .station("", DRIVE)
                .station("", SRV)
                .station("", ENG)
                .station("", JUMP)
                .station("", SIS)
                .station("", TABLET)
                .station("", LAPTOP)
                .station("", PC)
                .remote("", PARTNER)
                .remote("", INTERNET);
    }

    /// What the rules see in a scene, judged with the whole document.
    static List<Observation> observe(Scene scene) {
        return observe(scene, PLACES + ASSETS);
    }

    /// The same where the document knows zones and no assets.
    static List<Observation> observeStrangers(Scene scene) {
        return observe(scene, PLACES);
    }

    private static List<Observation> observe(Scene scene, String document) {
        PlantReading reading = Documents.read(document);
        return Assessor.assess(
                        reading.plant().orElseThrow(),
                        reading.positions(),
                        scene.inventory(),
                        List.of(),
                        List.of(),
                        RiskInputs.none(),
                        Scene.AT)
                .observations();
    }

    /// Where there is no document: what the draft of the scene gives.
    static List<Observation> observeWithoutDocument(Scene scene) {
        return Assessor.assess(scene.inventory(), List.of(), Scene.AT).observations();
    }
}
