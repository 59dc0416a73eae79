package org.zonewright.report.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.yaml.PlantYaml;
import org.zonewright.standard.catalogue.Catalogues;

/// A small document with a scenario in every state, a lowered target, a hazard study and an approval that a later
/// change has overtaken.
final class SampleRisk {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    static final String DOCUMENT = """
            zonewright: 1
            site: { id: works }
            suc:
              name: Line 2
              essential-functions: [ { id: ef, kind: safety } ]
            zones:
              - id: cell
                function: control
                decision: { lowered: [ { requirement: UC, to: 1, because: panels of 1998, assessed-in: [ s-write ], compensated-by: [ m-guard ] } ] }
              - { id: ops, function: operations, target: 3, decision: { because: workshop of May } }
            conduits:
              - { id: link, between: [ cell, ops ] }
            risk:
              matrix: 4x4
              tolerable: medium
              initial: [ { at: { zone: cell }, consequence: Line stops, estimate: { likelihood: 4, impacts: { supply: 3 } } } ]
              scenarios:
                - { id: s-write, name: Set points written, at: { zone: cell }, stopped-by: [ UC, SI ], method: manual, level: 2, because: x,
                    unmitigated: { likelihood: 4, impacts: { safety: 4, supply: 3 } }, countermeasures: [ m-guard ], residual: { likelihood: 1 } }
                - { id: s-worm, name: Worm, at: { zone: ops }, stopped-by: [ SI ], method: manual, level: 2, because: x,
                    unmitigated: { likelihood: 4, impacts: { safety: 4 } } }
                - { id: s-old, name: Old relays, at: { zone: ops }, stopped-by: [ RA ], method: manual, level: 1, because: x,
                    unmitigated: { likelihood: 4, impacts: { safety: 4 } } }
                - { id: s-late, name: Modem, at: { zone: ops }, stopped-by: [ IAC ], method: manual, level: 1, because: x,
                    unmitigated: { likelihood: 4, impacts: { safety: 4 } } }
                - { id: s-small, name: Printer, at: { conduit: link }, stopped-by: [ RA ], method: manual, level: 1, because: x,
                    unmitigated: { likelihood: 1, impacts: { safety: 1 } } }
                - { id: s-open, name: Nobody rated it, at: { conduit: link }, stopped-by: [ DC ] }
              hazards:
                - { id: hz-1, consequence: A pipe bursts, causes: [ { text: Valve closes, hackable: true } ],
                    safeguards: [ { text: Trip, hackable: true } ], estimate: { impacts: { safety: 4 } } }
                - { id: hz-2, consequence: A tank runs over, causes: [ { text: Valve stays open, hackable: true } ],
                    safeguards: [ { text: Overflow pipe, hackable: false } ], estimate: { impacts: { safety: 2 } } }
            measures:
              - { id: m-guard, name: Guard before the panels, closes: [ { at: { zone: ops }, requirements: [ SR 2.1 ] } ] }
            acceptances:
              - { id: a-old, scenarios: [ s-old ], by: head of operations, because: replaced in May, until: 2027-05-31 }
              - { id: a-late, scenarios: [ s-late ], by: head of operations, because: contract ends, until: 2026-10-31 }
            process: [ { requirement: ZCR 3.5, state: not-applicable, because: no radio here } ]
            approvals: [ { id: ap, revision: C1, by: A. Berg, on: 2026-11-02 } ]
            """;

    private SampleRisk() {}

    /// The document; approved was what it said before the guard had its name.
    static RiskResult result() {
        return result(DOCUMENT, Optional.of(DOCUMENT.replace("name: Guard before the panels", "name: Guard")));
    }

    static RiskResult result(String document, Optional<String> approved) {
        PlantReading reading = PlantYaml.plain().read("plant.yaml", document);
        assertThat(reading.problems()).isEmpty();
        Optional<Plant> before = approved.map(text -> PlantYaml.plain().read("approved.yaml", text))
                .flatMap(PlantReading::plant);
        return RiskEngine.assess(
                reading.plant().orElseThrow(),
                reading.positions(),
                Catalogues.shipped(),
                RiskInputs.none().withApproved(Optional.of("0".repeat(64)), before),
                AT);
    }
}
