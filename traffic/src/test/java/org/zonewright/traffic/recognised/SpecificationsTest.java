package org.zonewright.traffic.recognised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A protocol that has grown a package of its own must not be called recognised only as well.
class SpecificationsTest {
    @Test
    void everyLineIsOfAProtocolThatIsOnlyRecognised() {
        Set<String> recognised = Recognised.all().stream()
                .flatMap(dissector -> dissector.coverage().stream())
                .map(coverage -> coverage.protocol().name())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(Specifications.names())).isEqualTo(recognised);
    }
}
