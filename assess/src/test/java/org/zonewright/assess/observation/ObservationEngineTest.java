package org.zonewright.assess.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zonewright.assess.Scene;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation.Force;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.id.SensorId;
import org.zonewright.standard.RequirementId;

/// Protects what is said against requirements: a rule that speaks without its traffic is switched off by whoever
/// reads it, one that is silent with it protects nobody, and a contradiction from an unanswered packet or at an
/// unknown station would take away a level that the plant has.
class ObservationEngineTest {
    private static List<RuleCase> cases() {
        List<RuleCase> all = new ArrayList<>(AccessCases.all());
        all.addAll(OperationCases.all());
        return all;
    }

    private static List<Observation> of(String rule, List<Observation> observations) {
        return observations.stream().filter(one -> one.rule().equals(rule)).toList();
    }

    @Test
    void everyRuleHasItsCases() {
        assertThat(cases().stream().map(RuleCase::rule))
                .containsExactlyElementsOf(ObservationRules.shipped().all().stream()
                        .map(ObservationRule::id)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> aRuleSeesItsTraffic() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.rule(), () -> assertThat(of(one.rule(), Stage.observe(one.sceneSeen())))
                                .isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aRuleDoesNotSeeWhatIsNearlyItsTraffic() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.rule(), () -> assertThat(of(one.rule(), Stage.observe(one.sceneNearly())))
                                .isEmpty()));
    }

    private static Stream<RuleCase> contradicting() {
        return cases().stream()
                .filter(one -> ObservationRules.shipped()
                                .find(one.rule())
                                .orElseThrow()
                                .force()
                        == Force.CONTRADICTS);
    }

    /// What supersession needs (an asset of the document, dates within what was seen, the vantage point) is there.
    @TestFactory
    Stream<DynamicTest> aContradictionNamesItsAssetDateAndSensor() {
        return contradicting()
                .map(one -> DynamicTest.dynamicTest(one.rule(), () -> {
                    List<Observation> found = of(one.rule(), Stage.observe(one.sceneSeen()));
                    assertThat(found).hasSize(1).allSatisfy(observation -> {
                        assertThat(observation.force()).isEqualTo(Force.CONTRADICTS);
                        assertThat(observation.at().kind()).isEqualTo(Subject.Kind.ASSET);
                        assertThat(observation.zone()).isPresent();
                        assertThat(observation.first()).isEqualTo(Scene.NOON);
                        assertThat(observation.last()).isBetween(Scene.NOON, Scene.NOON.plusSeconds(100));
                        assertThat(observation.exchanges()).isEqualTo(1);
                        assertThat(observation.sensors()).containsExactly(new SensorId("tap"));
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> anUnansweredPacketContradictsNothing() {
        return contradicting()
                .map(one -> DynamicTest.dynamicTest(one.rule(), () -> assertThat(
                                of(one.rule(), Stage.observe(one.sceneSeen().unanswered())))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> atAStationThatTheDocumentDoesNotNameItOnlyIndicates() {
        return contradicting()
                .map(one -> DynamicTest.dynamicTest(
                        one.rule(), () -> assertThat(of(one.rule(), Stage.observeStrangers(one.sceneSeen())))
                                .isNotEmpty()
                                .allSatisfy(observation ->
                                        assertThat(observation.force()).isEqualTo(Force.INDICATES))));
    }

    @Test
    void aPlantFullOfModbusContradictsNothingByBeingRead() {
        Scene scene = Stage.empty().talk(Stage.HMI, Stage.PLC, "modbus tcp/502").asking("3", FunctionClass.READ, 1000);
        assertThat(Stage.observe(scene)).isNotEmpty().noneMatch(one -> one.force() == Force.CONTRADICTS);
    }

    @Test
    void controlProtocolsNeverSpeakOfPeople() {
        Scene scene = Stage.empty().talk(Stage.HMI, Stage.PLC, "modbus tcp/502").asking("6", FunctionClass.WRITE, 1);
        assertThat(Stage.observe(scene).stream()
                        .flatMap(one -> one.requirements().stream())
                        .map(RequirementId::toString))
                .contains("SR 1.2", "SR 2.1 RE(1)", "SR 3.1 RE(1)")
                .noneMatch(id -> id.startsWith("SR 1.1 ") || id.equals("SR 1.1"));
    }

    /// When something else was asked for as well, only the beginning of the exchange is a sure date for a write.
    @Test
    void aWriteAmongReadsIsDatedByWhatIsSure() {
        Scene mixed = Stage.empty()
                .talk(Stage.HMI, Stage.PLC, "modbus tcp/502")
                .asking("3", FunctionClass.READ, 500)
                .asking("6", FunctionClass.WRITE, 1);
        assertThat(of("unguarded-write", Stage.observe(mixed)))
                .extracting(Observation::last)
                .containsExactly(Scene.NOON);
        Scene writes =
                Stage.empty().talk(Stage.HMI, Stage.PLC, "modbus tcp/502").asking("6", FunctionClass.WRITE, 500);
        assertThat(of("unguarded-write", Stage.observe(writes)))
                .extracting(Observation::last)
                .containsExactly(Scene.NOON.plusSeconds(100));
    }

    @Test
    void stationsOutsideTheSystemAreLeftOut() {
        Scene scene = Stage.empty().talk(Stage.ENG, Stage.PC, "telnet tcp/23");
        assertThat(of("telnet", Stage.observe(scene))).isEmpty();
    }

    @Test
    void withoutADocumentTheZonesOfTheDraftAreNamedAndNothingIsContradicted() {
        Scene scene = new Scene()
                .network("10.0.0.0/24")
                .station("", Stage.PLC, Role.CONTROLLER)
                .station("", Stage.HMI, Role.HMI_SCADA)
                .talk(Stage.HMI, Stage.PLC, "modbus tcp/502")
                .asking("6", FunctionClass.WRITE, 1)
                .talk(Stage.HMI, Stage.PLC, "telnet tcp/23");
        List<Observation> observations = Stage.observeWithoutDocument(scene);
        assertThat(observations).extracting(Observation::rule).contains("telnet", "unguarded-write");
        assertThat(observations).allSatisfy(one -> {
            assertThat(one.force()).isEqualTo(Force.INDICATES);
            assertThat(one.zone()).isPresent();
            assertThat(one.sensors()).isEmpty();
        });
    }

    @Test
    void namesOfAccountsAreNotRepeated() {
        Scene scene = Stage.empty();
        scene.of(Stage.HMI)
                .says(Attribute.ACCOUNT, "schmidt", "telnet")
                .of(Stage.ENG)
                .says(Attribute.ACCOUNT, "schmidt", "telnet")
                .talk(Stage.HMI, Stage.PLC, "telnet tcp/23")
                .talk(Stage.ENG, Stage.SRV, "telnet tcp/23");
        List<Observation> observations = Stage.observe(scene);
        assertThat(observations).extracting(Observation::rule).contains("login-in-clear", "shared-account");
        assertThat(observations)
                .allSatisfy(one -> assertThat(one.reason().toString()).doesNotContain("schmidt"));
    }

    @Test
    void theOrderOfTheInventoryDoesNotMatter() {
        Scene one = Stage.empty().talk(Stage.HMI, Stage.PLC, "telnet tcp/23").talk(Stage.ENG, Stage.SRV, "ftp tcp/21");
        Scene two = Stage.empty().talk(Stage.ENG, Stage.SRV, "ftp tcp/21").talk(Stage.HMI, Stage.PLC, "telnet tcp/23");
        assertThat(Stage.observe(one))
                .extracting(Observation::rule, Observation::at)
                .isEqualTo(Stage.observe(two).stream()
                        .map(o -> Tuple.tuple(o.rule(), o.at()))
                        .toList());
    }
}
