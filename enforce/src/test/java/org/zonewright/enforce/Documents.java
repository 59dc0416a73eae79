package org.zonewright.enforce;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.yaml.PlantYaml;

/// Plant documents from text, and policies of them.
public final class Documents {
    public static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

    /// Some functions, as the dissectors name them.
    public static final FunctionBook BOOK = protocol -> Map.of(
                    "modbus",
                    List.of(
                            new Function("modbus", "3", "Read Holding Registers", FunctionClass.READ),
                            new Function("modbus", "6", "Write Single Register", FunctionClass.WRITE),
                            new Function("modbus", "43", "Encapsulated Interface Transport", FunctionClass.DIAGNOSE)),
                    "iec104",
                    List.of(
                            new Function("iec104", "45", "C_SC_NA_1", FunctionClass.OPERATE),
                            new Function("iec104", "45", "C_SC_NA_1, reported back", FunctionClass.READ),
                            new Function("iec104", "100", "C_IC_NA_1", FunctionClass.READ)),
                    "cip",
                    List.of(
                            new Function("cip", "0x4c", "Read Tag", FunctionClass.READ),
                            new Function("cip", "0x4e", "Read Modify Write Tag", FunctionClass.WRITE),
                            new Function("cip", "0x4e", "Forward Close", FunctionClass.SESSION)))
            .getOrDefault(protocol, List.of());

    private Documents() {}

    /// The plant of a document, which has no problems.
    public static Plant plant(String body) {
        String text = "zonewright: 1\nsite: { id: bench, name: Bench }\n" + body;
        PlantReading reading = PlantYaml.plain().read("plant.yaml", text);
        return reading.plant()
                .orElseThrow(() -> new AssertionError(reading.problems().toString()));
    }

    /// The policy of one conduit.
    public static ConduitPolicy policy(Plant plant, String conduit) {
        Conduit found = plant.conduit(new ConduitId(conduit)).orElseThrow();
        return PolicyCompiler.compile(plant, List.of(found), Optional.empty(), BOOK, AT);
    }
}
