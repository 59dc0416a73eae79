package org.zonewright.report.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;

/// A screen is narrow: what is cut there must still tell one device from the next.
class TerminalTextTest {
    @Test
    void anAddressThatIsCutKeepsItsEnd() {
        assertThat(TextTable.shortened("192.168.10.105", 9)).isEqualTo("…8.10.105");
        assertThat(TextTable.shortened("00:0c:29:f7:85:99", 9)).isEqualTo("…f7:85:99");
        assertThat(TextTable.shortened("2001:db8::17", 7)).isEqualTo("…b8::17");
    }

    @Test
    void aNameThatIsCutKeepsItsBeginning() {
        assertThat(TextTable.shortened("vendor-laptop-4711", 9)).isEqualTo("vendor-l…");
    }

    @Test
    void noLineIsWiderThanTheScreenWhereTheSolidColumnsAllowIt() {
        TextTable table = new TextTable(Set.of(0));
        table.add(List.of("ADDRESS", "NAME", "DEVICE"));
        table.add(List.of("192.168.10.105", "a name that is rather long", "a maker with a long name and a model"));
        StringBuilder out = new StringBuilder();

        table.write(out, 40);

        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        assertThat(out).contains("192.168.10.105");
    }

    @Test
    void aMakerThatItsModelNamesIsNotNamedTwice() {
        assertThat(line("Cisco", "cisco WS-CE500-24TT")).isEqualTo("cisco WS-CE500-24TT");
        assertThat(line("ABB", "ABBA 1")).isEqualTo("ABB ABBA 1");
        assertThat(line("ABB", "")).isEqualTo("ABB");
        assertThat(line("", "ACS580")).isEqualTo("ACS580");
        assertThat(line("", "")).isEmpty();
    }

    private static String line(String vendor, String model) {
        Map<Attribute, String> values = Map.of(Attribute.VENDOR, vendor, Attribute.MODEL, model);
        return MakeAndModel.of(
                attribute -> Optional.ofNullable(values.get(attribute)).filter(value -> !value.isEmpty()));
    }
}
