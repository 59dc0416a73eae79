package org.zonewright.assess.indication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Scene;
import org.zonewright.base.Texts;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects what is said against a requirement: only what was answered, only where the table has reason, never SR 1.1
/// for a protocol between machines.
class IndicatorTest {
    private static Scene stations() {
        return new Scene().station("", "10.0.0.1").station("", "10.0.0.2");
    }

    private static List<String> rows(Scene scene) {
        return Indicator.indicate(scene.inventory(), asset -> Optional.of("zone")).stream()
                .map(Indication::row)
                .toList();
    }

    @Test
    void writingByModbusIndicatesMoreThanReading() {
        Scene reads = stations().talk("10.0.0.1", "10.0.0.2", "modbus tcp/502").asking("3", FunctionClass.READ, 9);
        assertThat(rows(reads)).containsExactly("modbus");
        Scene writes = reads.asking("6", FunctionClass.WRITE, 1);
        assertThat(rows(writes)).containsExactly("modbus-write", "modbus");
        Indication write = Indicator.indicate(writes.inventory(), asset -> Optional.of("zone"))
                .getFirst();
        assertThat(write.requirements())
                .extracting(RequirementId::toString)
                .containsExactly("SR 1.2", "SR 2.1 RE(1)", "SR 3.1 RE(1)");
        assertThat(write.assets()).containsExactly("plant/10.0.0.2");
    }

    @Test
    void refusedWritingIndicatesNothingAboutWriting() {
        Scene refused =
                stations().talk("10.0.0.1", "10.0.0.2", "modbus tcp/502").asking("6", FunctionClass.WRITE, 4, 4);
        assertThat(rows(refused)).containsExactly("modbus");
    }

    @Test
    void whatNobodyAnsweredIndicatesNothing() {
        Scene scene = stations().talk("10.0.0.1", "10.0.0.2", "telnet tcp/23").outcome(Outcome.ATTEMPTED);
        assertThat(rows(scene)).isEmpty();
    }

    @Test
    void secureAuthenticationOfDnp3IsHeeded() {
        Scene plain = stations().talk("10.0.0.1", "10.0.0.2", "dnp3 tcp/20000").asking("5", FunctionClass.OPERATE, 1);
        assertThat(rows(plain)).containsExactly("dnp3-write");
        assertThat(rows(plain.asking("32", FunctionClass.SESSION, 1))).isEmpty();
    }

    @Test
    void encryptedSnmpIsNotReadable() {
        assertThat(rows(stations().talk("10.0.0.1", "10.0.0.2", "snmp udp/161")))
                .isEmpty();
        assertThat(rows(stations().talk("10.0.0.1", "10.0.0.2", "snmp udp/161").asking("0", FunctionClass.READ, 1)))
                .containsExactly("snmp");
    }

    @Test
    void smbOneIsToldFromItsSuccessors() {
        assertThat(rows(stations()
                        .talk("10.0.0.1", "10.0.0.2", "smb tcp/445")
                        .asking("0x0072", FunctionClass.SESSION, 1)))
                .containsExactly("smb1");
        assertThat(rows(stations()
                        .talk("10.0.0.1", "10.0.0.2", "smb tcp/445")
                        .asking("0x0100", FunctionClass.SESSION, 1)))
                .isEmpty();
    }

    @Test
    void opcUaIsJudgedByThePolicyOfItsServer() {
        Attribute policy = new Attribute("opcua.security-policy");
        assertThat(rows(stations().says(policy, "None", "opcua").talk("10.0.0.1", "10.0.0.2", "opcua tcp/4840")))
                .containsExactly("opcua-none");
        assertThat(rows(stations()
                        .says(policy, "Basic256Sha256", "opcua")
                        .talk("10.0.0.1", "10.0.0.2", "opcua tcp/4840")))
                .isEmpty();
    }

    @Test
    void stationsOutsideTheSystemAreLeftOut() {
        Scene scene = stations().talk("10.0.0.1", "10.0.0.2", "telnet tcp/23");
        assertThat(Indicator.indicate(scene.inventory(), asset -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void everyRowNamesRequirementsOfTheCatalogueAndHasItsTexts() {
        assertThat(Indicator.version()).matches("\\d+\\.\\d+\\.\\d+");
        for (IndicationTable.Row row : IndicationTable.shipped().rows()) {
            assertThat(Texts.english().has("indication." + row.id()))
                    .as(row.id())
                    .isTrue();
            assertThat(Texts.english().has("indication." + row.id() + ".blind"))
                    .as(row.id())
                    .isTrue();
            assertThat(row.requirements()).as(row.id()).isNotEmpty().allSatisfy(id -> {
                assertThat(Catalogues.shipped().systems().find(id)).isPresent();
                assertThat(id.toString()).doesNotStartWith("SR 1.1 ").isNotEqualTo("SR 1.1");
            });
        }
    }
}
