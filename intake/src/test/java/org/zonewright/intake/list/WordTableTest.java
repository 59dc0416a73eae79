package org.zonewright.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.inventory.Role;

/// The tables are data: a typing slip in them must fail here and not in a plant.
class WordTableTest {
    private static final WordTable HEADINGS = WordTable.load("headings.txt");
    private static final WordTable ROLES = WordTable.load("roles.txt");

    @Test
    void everyMeaningOfAHeadingIsAField() {
        assertThat(HEADINGS.meanings()).allSatisfy(meaning -> assertThat(
                        meaning.startsWith("!") || ListField.of(meaning).isPresent())
                .as(meaning)
                .isTrue());
        assertThat(HEADINGS.meanings())
                .containsAll(
                        Arrays.stream(ListField.values()).map(ListField::id).toList());
    }

    @Test
    void everyMeaningOfARoleWordIsARole() {
        assertThat(ROLES.meanings())
                .allSatisfy(meaning ->
                        assertThat(Arrays.stream(Role.values()).map(Role::id)).contains(meaning));
    }

    /// Headings without a foreign letter are compared in a shorter way, which must lead to the same key.
    @Test
    void aHeadingHasTheKeyItWouldHaveBesideAForeignLetter() {
        String signs = "aZ09 ()[]-_./";
        Random random = new Random(62443);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder heading = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                heading.append(signs.charAt(random.nextInt(signs.length())));
                heading.append("x".repeat(random.nextInt(20) == 0 ? 95 + random.nextInt(12) : 0));
            }
            String text = heading.toString();
            assertThat(HeadingText.key(text) + "e").as(text).isEqualTo(HeadingText.key(text + "é"));
        }
    }

    @Test
    void spellingsOfOneHeadingAreOne() {
        for (String heading : new String[] {"IP-Adresse", "ip_adresse", "IP Adresse (LAN)", "IP\nAdresse"}) {
            assertThat(HEADINGS.meaning(heading)).as(heading).hasValue("ip");
        }
        assertThat(HEADINGS.meaning("Hersteller / Manufacturer")).hasValue("vendor");
        assertThat(HEADINGS.meaning("Gerät")).hasValue("name");
        assertThat(HEADINGS.meaning("GERAET")).hasValue("name");
        assertThat(HEADINGS.meaning("Kostenstelle")).isEmpty();
    }
}
