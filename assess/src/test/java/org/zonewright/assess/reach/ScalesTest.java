package org.zonewright.assess.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.reach.CrossingRules.Condition;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the product's own tables of reach: they name requirements that there are, and the page says what they say.
class ScalesTest {
    private static final Path PAGE = Path.of("../docs/reach.md");

    @Test
    void everyRequirementOfAStepIsInTheCatalogue() {
        for (Condition condition : Condition.values()) {
            assertThat(CrossingRules.requirements(condition)).as(condition.id()).isNotEmpty();
            CrossingRules.requirements(condition)
                    .forEach(id -> assertThat(Catalogues.shipped().systems().find(id))
                            .as(id.toString())
                            .isPresent());
        }
    }

    @Test
    void thePageNamesEveryRequirementOfAStep() throws IOException {
        String page = Files.readString(PAGE);
        for (Condition condition : Condition.values()) {
            CrossingRules.requirements(condition).forEach(id -> assertThat(page).contains(id.toString()));
        }
    }

    @Test
    void onlyASecondFactorWithAnAccountOfItsOwnClosesAWay() {
        for (Hurdle hurdle : Hurdle.values()) {
            assertThat(hurdle.level()).as(hurdle.id()).isBetween(0, Hurdle.CLOSED_LEVEL);
            assertThat(hurdle.level() == Hurdle.CLOSED_LEVEL).isEqualTo(hurdle == Hurdle.CLOSED);
        }
        assertThat(Hurdle.UNSAID.level()).isLessThan(Hurdle.SHARED_ACCOUNT.level());
        assertThat(Hurdle.SHARED_ACCOUNT.level()).isLessThan(Hurdle.SEPARATE_ACCOUNT.level());
        assertThat(Hurdle.SEPARATE_ACCOUNT.level()).isLessThan(Hurdle.SECOND_FACTOR.level());
    }

    @Test
    void thePageHasThePointsOfEveryChange() throws IOException {
        String page = Files.readString(PAGE);
        Tables.read("cut-costs.tsv")
                .forEach((change, points) -> assertThat(page).as(change).contains("| " + points + " |"));
    }
}
