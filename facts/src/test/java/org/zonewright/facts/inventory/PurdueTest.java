package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;

/// A hint for drawing: said only where a role or a conversation speaks for it.
class PurdueTest {
    private static Optional<Double> level(Inventory inventory, String id) {
        return Resolved.asset(inventory, id).purdue().map(PurdueHint::level);
    }

    /// A panel on a controller with a drive; a historian of the plant; a file server between it and the office; an
    /// office computer with the internet behind it.
    private static Inventory plant() {
        return Resolved.of(Observation.capture("a")
                .tcp("10.0.1.30", "10.0.1.10:502", "modbus")
                .asking("6", FunctionClass.WRITE, 5)
                .tcp("10.0.1.10", "10.0.1.40:502", "modbus")
                .asking("3", FunctionClass.READ, 50)
                .tcp("10.0.1.30", "10.0.2.5:445", "smb")
                .tcp("10.0.4.7", "10.0.2.5:445", "smb")
                .tcp("10.0.1.30", "10.0.2.6:53", "dns")
                .tcp("10.0.4.7", "8.8.8.8:443", "tls"));
    }

    @Test
    void rolesNearTheProcessStandByThemselves() {
        Inventory inventory = plant();
        assertThat(level(inventory, "a/10.0.1.40")).contains(0.0);
        assertThat(level(inventory, "a/10.0.1.10")).contains(1.0);
        assertThat(level(inventory, "a/10.0.1.30")).contains(2.0);
        assertThat(level(inventory, "a/8.8.8.8")).contains(5.0);
    }

    @Test
    void serversAndComputersStandByWhomTheySpeakWith() {
        Inventory inventory = plant();
        assertThat(level(inventory, "a/10.0.2.6")).contains(3.0);
        assertThat(level(inventory, "a/10.0.4.7")).contains(4.0);
    }

    @Test
    void aServerThatBothSidesUseStandsAtTheBorder() {
        assertThat(level(plant(), "a/10.0.2.5")).contains(3.5);
    }

    @Test
    void whereNothingSpeaksForALevelThereIsNone() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.4.7", "10.0.4.8:9999", "")
                .sends("00:1d:9c:00:00:01", "10.0.2.1", 1)
                .sends("00:1d:9c:00:00:01", "10.0.2.2", 1));
        assertThat(level(inventory, "a/10.0.4.7")).isEmpty();
        assertThat(level(inventory, "a/00:1d:9c:00:00:01")).isEmpty();
    }
}
