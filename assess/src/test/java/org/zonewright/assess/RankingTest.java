package org.zonewright.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.ZoneId;

/// Protects the order in which findings are read: what reaches further, does more and comes from farther comes first.
class RankingTest {
    private static Zone zone(ZoneFunction function) {
        return Zone.of(new ZoneId(function.word()), function);
    }

    private static int rank(Zone to, FunctionClass does, Zone from) {
        return Ranking.start()
                .reaches(Optional.of(to))
                .does(List.of(does))
                .comesFrom(Optional.of(from))
                .consequence()
                .rank();
    }

    @Test
    void safetyComesBeforeControlAndControlBeforeOperations() {
        Zone safety = zone(ZoneFunction.CONTROL).withTraits(new Traits(true, false, false, false));
        Zone office = zone(ZoneFunction.ENTERPRISE);
        assertThat(rank(safety, FunctionClass.READ, office))
                .isGreaterThan(rank(zone(ZoneFunction.CONTROL), FunctionClass.READ, office));
        assertThat(rank(zone(ZoneFunction.CONTROL), FunctionClass.READ, office))
                .isGreaterThan(rank(zone(ZoneFunction.OPERATIONS), FunctionClass.READ, office));
    }

    @Test
    void writingComesBeforeReadingAndOutsideBeforeInside() {
        Zone cell = zone(ZoneFunction.CONTROL);
        assertThat(rank(cell, FunctionClass.WRITE, zone(ZoneFunction.OPERATIONS)))
                .isGreaterThan(rank(cell, FunctionClass.READ, zone(ZoneFunction.OPERATIONS)));
        assertThat(rank(cell, FunctionClass.READ, zone(ZoneFunction.EXTERNAL)))
                .isGreaterThan(rank(cell, FunctionClass.READ, zone(ZoneFunction.ENTERPRISE)));
    }

    @Test
    void theGravestFunctionCountsOnceAndIsNamed() {
        Consequence consequence = Ranking.start()
                .does(List.of(FunctionClass.READ, FunctionClass.WRITE, FunctionClass.READ))
                .consequence();
        assertThat(consequence.rank()).isEqualTo(25);
        assertThat(consequence.because().getFirst().arguments()).contains("write");
    }
}
