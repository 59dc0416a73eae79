package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Transport;

/// The same facts give the same inventory, in whatever order files, sensors and rows came.
class OrderTest {
    private record Step(int file, int kind, int one, int two) {}

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            steps.add(new Step(random.nextInt(5), random.nextInt(6), 1 + random.nextInt(8), 1 + random.nextInt(8)));
        }
        return steps;
    }

    private static String ip(int host) {
        return "10.0." + host % 3 + "." + host;
    }

    private static String mac(int station) {
        return "00:1b:1b:00:00:0" + station;
    }

    /// Frame numbers come from the step, so that the order of writing cannot show.
    private static void write(Observation into, Step step) {
        into.vlan(step.kind() % 2 == 0 ? new Integer[0] : new Integer[] {10})
                .time(step.file() * 10L, step.file() * 10L + 5)
                .frame(step.kind() * 100L + step.one() * 10L + step.two());
        switch (step.kind()) {
            case 0, 1 -> into.sends(mac(step.one()), ip(step.one()), step.two() > 6 ? 1 : 0);
            case 2 -> into.claims(mac(step.one()), ip(step.two()), "arp");
            case 3 -> into.middle(Transport.TCP, ip(step.one()) + ":50000", ip(step.two()) + ":50001", "");
            case 4 ->
                into.tcp(ip(step.one()), ip(step.two()) + ":502", "modbus").asking("3", FunctionClass.READ, 3);
            default -> into.says(ip(step.one()), Attribute.NAME, "station-" + step.two(), "netbios");
        }
    }

    private static Inventory resolve(List<Step> steps, List<Integer> files) {
        List<Contribution> contributions = new ArrayList<>();
        for (int file : files) {
            Observation capture =
                    file == 4 ? Observation.list("list.csv") : Observation.capture("file-" + file + ".pcap");
            steps.stream().filter(step -> step.file() == file).forEach(step -> write(capture, step));
            contributions.add(capture.build());
        }
        return InventoryResolver.resolve(Facts.of(contributions), IdentityRules.NONE);
    }

    @Test
    void anyOrderGivesTheSameInventory() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Step> steps = steps(random);
            List<Integer> files = new ArrayList<>(List.of(0, 1, 2, 3, 4));
            Inventory expected = resolve(steps, files);
            Resolved.check(expected);
            Collections.shuffle(steps, random);
            Collections.shuffle(files, random);
            Inventory shuffled = resolve(steps, files);
            String as = "seed " + seed;
            assertThat(shuffled.realms()).as(as).isEqualTo(expected.realms());
            assertThat(shuffled.assets()).as(as).isEqualTo(expected.assets());
            assertThat(shuffled.conversations()).as(as).isEqualTo(expected.conversations());
            assertThat(shuffled).as(as).isEqualTo(expected);
        }
    }
}
