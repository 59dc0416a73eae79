package org.zonewright.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.Subject;
import org.zonewright.assess.programme.Standings;
import org.zonewright.assess.programme.Statement;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects whoever adds evidence: what supported a duty supports it still, unless what was added is that something was
/// found wanting.
class LawsPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Catalogues CATALOGUES = Catalogues.shipped();
    private static final Standings JUDGE = new Standings(TODAY, EvidenceValidity.shipped(), CATALOGUES);

    @Provide
    Arbitrary<Statement> statements() {
        return Combinators.combine(
                        Arbitraries.of("SR 2.8", "SR 7.3", "EVENT 1.1", "ORG 1.1", "Art. 23(4)(a)"),
                        Arbitraries.of("one", "two"),
                        Arbitraries.of(Evidence.State.class),
                        Arbitraries.of(Method.class),
                        Arbitraries.integers().between(-30, 900),
                        Arbitraries.integers().between(1, 9))
                .as((requirement, zone, state, method, age, id) -> new Statement(
                        "e-" + id,
                        RequirementId.parse(requirement).orElseThrow(),
                        new Subject(Subject.Kind.ZONE, zone),
                        state,
                        Optional.empty(),
                        method,
                        TODAY.minusDays(age),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    @Provide
    Arbitrary<List<Statement>> lists() {
        return statements().list().ofMaxSize(10);
    }

    @Property(tries = 200)
    void evidenceThatIsAddedTakesNoSupportAway(
            @ForAll("lists") List<Statement> before, @ForAll("statements") Statement added) {
        boolean fault = added.state() == Evidence.State.NOT_MET || added.state() == Evidence.State.PARTIAL;
        if (fault) {
            return;
        }
        List<Statement> after = new ArrayList<>(before);
        after.add(added);
        LawCoverage was = new Laws(CATALOGUES, JUDGE.of(before)).nis2();
        LawCoverage is = new Laws(CATALOGUES, JUDGE.of(after)).nis2();
        for (DutyCoverage duty : was.duties()) {
            if (duty.verdict() == Verdict.SUPPORTS) {
                assertThat(is.duty(duty.duty().id()).orElseThrow().verdict())
                        .as(duty.duty().id().toString())
                        .isEqualTo(Verdict.SUPPORTS);
            }
        }
    }
}
