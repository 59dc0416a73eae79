package org.zonewright.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Finding;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Scene;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// Protects the way back into the document: what the facts add is enough to explain them, and approves nothing.
class ChangeProposalsTest {
    private static final Plant PLANT = Documents.plant("""
            sensors: [ { id: tap, sources: [ scene.pcap ] } ]
            realms: [ { id: plant, sees: [ { sensor: tap } ] } ]
            assets: [ { id: plc, match: { realm: plant, ip: 10.2.0.1 }, zone: cell } ]
            zones:
              - { id: room, function: operations, members: [ { cidr: 10.1.0.0/24 } ] }
              - { id: cell, function: control, members: [ { cidr: 10.2.0.0/24 } ] }
              - { id: office, in-suc: false, function: enterprise, members: [ { cidr: 10.3.0.0/24 } ] }
              - { id: out, in-suc: false, function: external, members: [ { cidr: 203.0.113.0/24 } ] }
            conduits: [ { id: room-cell, between: [ room, cell ] } ]
            """);

    private static Scene scene() {
        return new Scene()
                .network("10.1.0.0/24")
                .network("10.2.0.0/24")
                .network("10.3.0.0/24")
                .station("plc-new", "10.2.0.1")
                .station("hmi", "10.1.0.1")
                .station("lt", "10.3.0.1")
                .station("", "203.0.113.9")
                .talk("10.1.0.1", "10.2.0.1", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 9)
                .talk("10.3.0.1", "10.1.0.1", "http tcp/80")
                .talk("203.0.113.9", "10.1.0.1", "ssh tcp/22");
    }

    private static DocumentChanges changes(Plant plant) {
        Inventory inventory = scene().inventory();
        return ChangeProposals.propose(plant, inventory, Placer.place(plant, inventory, SourceMap.nowhere()));
    }

    @Test
    void unknownStationsFlowsAndConduitsAreProposed() {
        DocumentChanges changes = changes(PLANT);
        assertThat(changes.assets()).extracting(asset -> asset.id().value()).containsExactly("hmi", "lt");
        assertThat(changes.flows()).hasSize(1);
        assertThat(changes.conduits())
                .extracting(conduit -> conduit.id().value())
                .containsExactlyInAnyOrder("office-room", "out-room");
    }

    @Test
    void afterTheChangesNothingButApprovalsIsMissing() {
        Plant changed = changes(PLANT).applied(PLANT);
        Inventory inventory = scene().inventory();
        Placement placement = Placer.place(changed, inventory, SourceMap.nowhere());
        Conformance result = Verifier.verify(changed, inventory, placement, Scene.AT, SourceMap.nowhere());
        assertThat(result.findings())
                .filteredOn(Finding::counts)
                .extracting(Finding::kind)
                .containsOnly(FindingKind.FLOW_NOT_APPROVED);
        assertThat(changes(changed).isEmpty()).isTrue();
    }
}
