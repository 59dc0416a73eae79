package org.zonewright.plant.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zonewright.plant.Samples;
import org.zonewright.plant.tree.Node;

/// Whatever is edited, in whatever layout: every line the edit does not touch is still there, in order, and the
/// result says what the edit means (the editor refuses what does not).
class PlantEditorPropertyTest {
    private static final PlantEditor EDITOR = new PlantEditor(PlantYaml.plain());
    private static final List<String> VALUES = List.of(
            "zones[bay-1].owner",
            "zones[station].owner",
            "site.name",
            "conduits[scada-bay-1].flows[f1].purpose",
            "conduits[0].flows[2].to.cidr",
            "suc.threat-environment",
            "risk.scenarios[s-1].because",
            "evidence[e-4].note",
            "assets[rtu-1].connectivity.forwards",
            "zones[bay-1].specification.physical-boundary");
    private static final List<String> LISTS = List.of(
            "zones",
            "conduits",
            "conduits[scada-bay-1].flows",
            "conduits[usb-office].flows",
            "assets",
            "evidence",
            "acceptances",
            "nat",
            "identity",
            "risk.initial");
    private static final List<String> REMOVABLE = List.of(
            "zones[bay-1]",
            "zones[station]",
            "zones[office]",
            "conduits[scada-bay-1].flows[f1]",
            "conduits[scada-bay-1].flows[f4]",
            "conduits[scada-bay-1]",
            "assets[meter-3]",
            "assets[ied-7]",
            "nat[0]",
            "nat[1]",
            "identity[0]",
            "evidence[e-5]",
            "measures[m-0]",
            "site.note",
            "zones[bay-1].note",
            "zones[bay-1].decision.floor",
            "suc.threat-environment");

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> words = Arbitraries.of(" abÄß:#-{}[],&*!|>'\"%@`?~\\\n\t7é漢🏭"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(letters -> String.join("", letters));
        Arbitrary<Edit> puts =
                Combinators.combine(Arbitraries.of(VALUES), words).as((path, word) -> Edit.put(path, word));
        Arbitrary<Edit> adds = Combinators.combine(
                        Arbitraries.of(LISTS), words, Arbitraries.integers().between(0, 9))
                .as((path, word, number) -> Edit.add(
                        path,
                        Node.map(
                                Node.entry("id", Node.text("new-" + number)),
                                Node.entry("note", Node.text(word)),
                                Node.entry("list", Node.list(List.of(Node.text(word), Node.map()))))));
        Arbitrary<Edit> removes = Arbitraries.of(REMOVABLE).map(Edit::remove);
        return Arbitraries.oneOf(puts, adds, removes);
    }

    @Property(tries = 400)
    void untouchedLinesRemainAndTheResultSaysWhatTheEditMeans(@ForAll("edits") Edit edit, @ForAll boolean windows) {
        String source = windows ? Samples.FULL.replace("\n", "\r\n") : Samples.FULL;
        PlantEditor.Edited edited = EDITOR.apply("plant.yaml", source, List.of(edit));
        assertThat(edited.refused()).isEmpty();
        List<String> before = List.of(source.split("(?<=\n)"));
        List<String> after = List.of(edited.text().split("(?<=\n)"));
        int kept = commonLines(before, after);
        int touched = edit instanceof Edit.Remove ? 64 : 3;
        assertThat(before.size() - kept).isLessThanOrEqualTo(touched);
        assertThat(changedInOnePlace(before, after)).isTrue();
    }

    @Property(tries = 60)
    void severalEditsOneAfterTheOtherAreAllMade(@ForAll("edits") Edit one, @ForAll("edits") Edit two) {
        PlantEditor.Edited both = EDITOR.apply("plant.yaml", Samples.FULL, List.of(one, two));
        PlantEditor.Edited first = EDITOR.apply("plant.yaml", Samples.FULL, List.of(one));
        PlantEditor.Edited second = EDITOR.apply("plant.yaml", first.text(), List.of(two));
        assertThat(both.text()).isEqualTo(second.text());
        assertThat(both.refused()).allMatch(problem -> problem.kind().id().equals("plant.no-such-path"));
    }

    /// The lines at the start and at the end that both have.
    private static int commonLines(List<String> one, List<String> other) {
        int head = 0;
        int most = Math.min(one.size(), other.size());
        while (head < most && one.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return head + tail;
    }

    /// True if the texts differ in one run of lines, and by no more lines than that run has.
    private static boolean changedInOnePlace(List<String> before, List<String> after) {
        List<String> left = new ArrayList<>(before);
        left.removeAll(after);
        return before.size() - commonLines(before, after) >= left.size();
    }
}
