package org.zonewright.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.ZoneId;

/// A document of thousands of zones is asked for zones by id all the time; the index that answers must say what
/// walking the list said.
class ItemListTest {
    private static final Zone FIRST = Zone.of(new ZoneId("cell"), ZoneFunction.CONTROL);
    private static final Zone SECOND = Zone.of(new ZoneId("cell"), ZoneFunction.DMZ);
    private static final Zone OTHER = Zone.of(new ZoneId("office"), ZoneFunction.ENTERPRISE);

    private static Plant plant(Zone... zones) {
        return Plant.of(Site.of(new SiteId("works"))).withZones(List.of(zones));
    }

    @Test
    void ofTwoItemsWithOneIdTheFirstIsFound() {
        Plant plant = plant(FIRST, SECOND, OTHER);
        assertThat(plant.zone(new ZoneId("cell"))).containsSame(FIRST);
        assertThat(plant.zone(new ZoneId("office"))).containsSame(OTHER);
        assertThat(plant.zone(new ZoneId("nowhere"))).isEmpty();
    }

    @Test
    void aChangedListIsAskedAnew() {
        Plant before = plant(FIRST);
        assertThat(before.zone(new ZoneId("office"))).isEmpty();
        assertThat(before.withZones(List.of(OTHER)).zone(new ZoneId("office"))).containsSame(OTHER);
        assertThat(before.withAssets(List.of()).zone(new ZoneId("cell"))).containsSame(FIRST);
    }

    @Test
    void itIsEqualToAnyListOfTheSameItems() {
        assertThat(plant(FIRST, OTHER).zones()).isEqualTo(List.of(FIRST, OTHER));
        assertThat(List.of(FIRST, OTHER)).isEqualTo(plant(FIRST, OTHER).zones());
        assertThat(plant(FIRST, OTHER)).isEqualTo(plant(FIRST, OTHER)).hasSameHashCodeAs(plant(FIRST, OTHER));
        assertThat(plant(FIRST, OTHER)).isNotEqualTo(plant(OTHER, FIRST));
    }
}
