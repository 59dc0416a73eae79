package org.zonewright.assess.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.RequirementState;
import org.zonewright.base.Texts;
import org.zonewright.plant.assurance.Method;
import org.zonewright.standard.catalogue.Catalogues;

/// A state, a lack or a reason without its words would reach people as a bare key; a name in another spelling must not
/// lose the evidence that bears it.
class ProgrammeTextsTest {
    @Test
    void everyStateAndEveryLackHasItsWords() {
        Stream.of(
                        Stream.of(RequirementState.values()).map(state -> "programme.state." + state.id()),
                        Stream.of(Statement.Lack.values()).map(lack -> "programme.evidence.unproven-" + lack.id()),
                        Stream.of(Unplaced.Why.values()).map(why -> "programme.unplaced." + why.id()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(Texts.english().has(key)).as(key).isTrue());
    }

    @Test
    void theEndThatEvidenceGivesGoesBeforeThatOfItsMethod() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        EvidenceValidity shipped = EvidenceValidity.shipped();
        assertThat(shipped.byMethod()).hasSize(Method.values().length);
        assertThat(shipped.lastDay(Method.OBSERVED, day, Optional.empty())).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(shipped.lastDay(Method.OBSERVED, day, Optional.of(day))).isEqualTo(day);
    }

    @Test
    void aRequirementIsFoundInAnySpellingAndOnlyInTheCatalogueThatIsNamed() {
        Catalogues catalogues = Catalogues.shipped();
        assertThat(RequirementNames.find("sr1.1 re 1", catalogues)).hasToString("Optional[SR 1.1 RE(1)]");
        assertThat(RequirementNames.find("iec62443-4-1: SR-1", catalogues)).hasToString("Optional[SR-1]");
        assertThat(RequirementNames.find("iec62443-3-3:SR-1", catalogues)).isEmpty();
        assertThat(RequirementNames.find("nowhere:SR 1.1", catalogues)).isEmpty();
        assertThat(RequirementNames.find("SR 9.9", catalogues)).isEmpty();
        assertThat(RequirementNames.all(catalogues)).doesNotHaveDuplicates().allSatisfy(id -> assertThat(
                        RequirementNames.find(
                                RequirementNames.catalogueOf(id, catalogues).id() + ":" + id, catalogues))
                .contains(id));
    }
}
