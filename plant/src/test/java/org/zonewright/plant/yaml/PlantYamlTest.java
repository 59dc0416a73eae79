package org.zonewright.plant.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.Samples;

/// The document goes through hands and tools for years; what is read must be written again without loss.
class PlantYamlTest {
    @Test
    void theFullDocumentIsReadWithoutAProblem() {
        PlantReading reading = PlantYaml.plain().read("plant.yaml", Samples.FULL);
        assertThat(Samples.problems(reading)).isEmpty();
        assertThat(reading.plant()).isPresent();
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Plant plant = Samples.whole(Samples.FULL);
        String written = PlantYaml.write(plant);
        assertThat(Samples.whole(written)).isEqualTo(plant);
        assertThat(PlantYaml.write(Samples.whole(written))).isEqualTo(written);
    }

    @Test
    void aVectorMayStandAsItIsPublishedEvenWithoutQuotes() {
        String quoted = "target: \"{2 2 0 1 3 1 3}\"";
        assertThat(Samples.FULL).contains(quoted);
        for (String spelling : new String[] {"{2 2 0 1 3 1 3}", "{ 2 2 0 1 3 1 3 }", "{2, 2, 0, 1, 3, 1, 3}"}) {
            assertThat(Samples.whole(Samples.FULL.replace(quoted, "target: " + spelling)))
                    .isEqualTo(Samples.whole(Samples.FULL));
        }
    }
}
