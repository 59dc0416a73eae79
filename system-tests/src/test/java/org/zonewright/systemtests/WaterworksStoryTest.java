package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the example's hand-worked tables and its data one story: what the tables of levels, capability and risk name
/// is in the document, and every scenario, claim and item of evidence there has its part in a table.
class WaterworksStoryTest {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:e-(?:[asopc]|sp|infra)-[a-z0-9-]+|e-infra-logs|[sm]-[a-z]+-?[a-z-]*|c-[a-z0-9]+)\\b");
    private static final Pattern DEFINED = Pattern.compile("(?m)(?:\\{ id: |^)((?:e|s|m|c)-[a-z0-9-]+)");

    private static final String EXPECTED = Waterworks.text(Waterworks.FOLDER.resolve("expected.md"));
    private static final String TABLES = EXPECTED.substring(EXPECTED.indexOf("## Levels: what must be said"));
    private static final String DOCUMENT =
            Waterworks.text(Waterworks.PLANT) + Waterworks.text(Waterworks.FOLDER.resolve("lists/evidence.csv"));

    private static Set<String> defined() {
        return DEFINED.matcher(DOCUMENT)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatTheTablesNameIsInTheDocument() {
        Set<String> known = defined();
        known.addAll(Waterworks.assets().keySet());
        Set<String> named =
                NAMED.matcher(TABLES).results().map(match -> match.group()).collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(40).isSubsetOf(known);
    }

    @Test
    void everyScenarioAndClaimHasItsRow() {
        assertThat(defined().stream()
                        .filter(id ->
                                id.startsWith("s-") && !Waterworks.assets().containsKey(id)))
                .hasSize(8)
                .allSatisfy(id -> assertThat(TABLES).contains("| " + id + " |"));
        assertThat(defined().stream().filter(id -> id.startsWith("c-")))
                .hasSize(9)
                .allSatisfy(id -> assertThat(TABLES).contains("| " + id + " |"));
    }

    @Test
    void everyConcernOfTheThreeZonesHasItsRow() {
        for (String zone : Set.of("cell-a", "safety", "operations")) {
            assertThat(Stream.of("IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"))
                    .allSatisfy(concern -> assertThat(TABLES).contains("| " + zone + " | " + concern + " | "));
        }
    }
}
