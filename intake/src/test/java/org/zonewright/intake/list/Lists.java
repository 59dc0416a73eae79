package org.zonewright.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;

/// Lists read from text, and what tests ask of a reading.
final class Lists {
    static final String FILE = "assets.csv";

    private Lists() {}

    static AssetListReading read(String text) {
        return read(text, ColumnMapping.AUTO);
    }

    static AssetListReading read(String text, ColumnMapping mapping) {
        return whole(AssetLists.read(FILE, text.getBytes(StandardCharsets.UTF_8), mapping));
    }

    /// The reading, after asking that no row was lost: what is not a fact is unplaced, what is neither is refused.
    static AssetListReading whole(AssetListReading reading) {
        RowCounts counts = reading.preview().counts();
        assertThat(reading.unplaced()).hasSize(counts.unplaced());
        long rowsWithFacts = reading.contribution().identities().stream()
                .filter(fact -> fact.attribute().equals(DeviceRow.ROW))
                .map(IdentityFact::value)
                .distinct()
                .count();
        assertThat(rowsWithFacts).isEqualTo(counts.usable());
        return reading;
    }

    static List<String> kinds(AssetListReading reading) {
        return reading.contribution().problems().stream()
                .map(problem -> problem.kind().id())
                .toList();
    }

    /// The values of one attribute, each with its subject, such as `10.0.0.1=plc-1`.
    static List<String> values(AssetListReading reading, Attribute attribute) {
        return reading.contribution().identities().stream()
                .filter(fact -> fact.attribute().equals(attribute))
                .map(fact -> fact.subject() + "=" + fact.value())
                .toList();
    }

    static List<String> values(AssetListReading reading, String attribute) {
        return values(reading, new Attribute(attribute));
    }
}
