package org.zonewright.assess.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.Subject;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the calculus of statements whatever they are: good news never takes a state away, time alone never gives
/// one, and the order in which statements were written does not matter.
class StandingsPropertyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final RequirementId REQUIREMENT =
            RequirementId.parse("ORG 1.1").orElseThrow();
    private static final Subject SITE = new Subject(Subject.Kind.SITE, "test");

    @Provide
    Arbitrary<Statement> statements() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(Evidence.State.class),
                        Arbitraries.of(Method.class),
                        Arbitraries.integers().between(0, 800),
                        Arbitraries.integers().between(1, 6))
                .as((id, state, method, day, cleared) -> new Statement(
                        "e-" + id,
                        REQUIREMENT,
                        SITE,
                        state,
                        Optional.empty(),
                        method,
                        FIRST.plusDays(day),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("e-" + cleared),
                        List.of()));
    }

    @Provide
    Arbitrary<List<Statement>> lists() {
        return statements().list().ofMaxSize(8);
    }

    private static Standing on(int day, List<Statement> statements) {
        return new Standings(FIRST.plusDays(day), EvidenceValidity.shipped(), Catalogues.shipped())
                .standing(REQUIREMENT, SITE, statements);
    }

    @Property
    void goodNewsTakesNothingAway(@ForAll("lists") List<Statement> before, @ForAll("statements") Statement added) {
        if (added.holds() && on(800, before).state().holds()) {
            List<Statement> after = new ArrayList<>(before);
            after.add(added);
            assertThat(on(800, after).state().holds()).isTrue();
        }
    }

    @Property
    void timeAloneGivesNothing(@ForAll("lists") List<Statement> statements) {
        if (!on(800, statements).state().holds()) {
            for (int later : new int[] {801, 1000, 2000}) {
                assertThat(on(later, statements).state().holds()).isFalse();
            }
        }
    }

    @Property
    void theOrderOfStatementsDoesNotMatter(@ForAll("lists") List<Statement> statements, @ForAll long seed) {
        List<Statement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(on(800, shuffled)).isEqualTo(on(800, statements));
    }
}
