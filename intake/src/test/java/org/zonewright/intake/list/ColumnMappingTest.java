package org.zonewright.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;

/// A person's word about a list comes before every guess, and a slip of the pen is named with the line.
class ColumnMappingTest {
    private static ColumnMapping mapping(String text) {
        return ColumnMapping.parse("assets.csv.mapping", text);
    }

    @Test
    void settingsAndColumnsArePutToUse() {
        ColumnMapping mapping = mapping("""
                # the list of the north station
                heading-row = 2
                delimiter = |
                date-format = MM/dd/yyyy
                realm = station
                sensor = list-north

                [columns]
                Net = Name = name
                Where = ip
                Since = commissioned
                Price = ignore
                D = plant.cost-centre
                """);
        assertThat(mapping.problems()).isEmpty();
        AssetListReading reading = Lists.read("""
                Name|IP|x|
                Net = Name|Where|Since|Cost|Price
                plc|10.0.0.1|02/29/2024|17|99
                hmi|10.0.0.2|30.1.2024|18|98
                """, mapping);
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.0.1=plc", "10.0.0.2=hmi");
        assertThat(Lists.values(reading, "list.commissioned"))
                .containsExactly("10.0.0.1=2024-02-29", "10.0.0.2=30.1.2024");
        assertThat(Lists.values(reading, "plant.cost-centre")).containsExactly("10.0.0.1=17", "10.0.0.2=18");
        assertThat(Lists.kinds(reading)).containsExactly("list.bad-date", "list.rows-above-headings");
        IdentityFact first = reading.contribution().identities().getFirst();
        assertThat(first.vantage().sensor()).isEqualTo("list-north");
        assertThat(first.vantage().networkInterface()).isEqualTo("station");
        assertThat(reading.contribution().source().file()).isEqualTo(Lists.FILE);
        assertThat(reading.preview().sheets().getFirst().columns())
                .extracting(column -> column.label() + " = " + column.use().display())
                .containsExactly(
                        "Net = Name = name",
                        "Where = ip",
                        "Since = commissioned",
                        "Cost = plant.cost-centre",
                        "Price = ignore");
    }

    @Test
    void aListWithoutHeadingsIsReadByLetters() {
        AssetListReading reading =
                Lists.read("plc,10.0.0.1\nhmi,10.0.0.2\n", mapping("heading-row = 0\n[columns]\nA = name\nB = ip\n"));
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.0.1=plc", "10.0.0.2=hmi");
        assertThat(reading.preview().counts().usable()).isEqualTo(2);
    }

    @Test
    void aMappedColumnComesBeforeOneThatIsRecognised() {
        AssetListReading reading = Lists.read(
                "Name;IP;Vendor;Marke neu\na;10.0.0.1;old;new\n", mapping("[columns]\nMarke neu = vendor\n"));
        assertThat(Lists.values(reading, Attribute.VENDOR)).containsExactly("10.0.0.1=new");
        assertThat(Lists.values(reading, "list.vendor")).containsExactly("10.0.0.1=old");
    }

    @Test
    void slipsAreNamedWithLineAndNearestWord() {
        ColumnMapping mapping = mapping("""
                head-row = 2
                delimiter = xyz
                nonsense
                [columns]
                Name = nmae
                """);
        assertThat(mapping.problems().stream()
                        .map(problem ->
                                problem.kind().id() + " " + problem.where().display() + " "
                                        + problem.message().arguments()))
                .containsExactly(
                        "list.mapping-setting assets.csv.mapping:1:1 [head-row, heading-row]",
                        "list.mapping-value assets.csv.mapping:2:1 [delimiter, xyz]",
                        "list.mapping-line assets.csv.mapping:3:1 [nonsense]",
                        "list.mapping-field assets.csv.mapping:5:1 [nmae, name]");
    }

    @Test
    void columnsAndSheetsThatAreNotThereAreNamed() {
        String list = "Name;IP\na;10.0.0.1\n";
        assertThat(Lists.kinds(Lists.read(list, mapping("[columns]\nName = name\nGone = serial\n"))))
                .containsExactly("list.mapping-column");
        assertThat(Lists.kinds(Lists.read(list, mapping("sheet = Other\n")))).containsExactly("list.no-such-sheet");
    }
}
