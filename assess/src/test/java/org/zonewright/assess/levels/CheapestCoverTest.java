package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.MeasureId;

/// Protects the advice on what to buy: nothing cheaper closes the same, what a measure needs is paid for once, and a
/// choice that is not certain to be the cheapest says so.
class CheapestCoverTest {
    private static Measure measure(String id, Optional<String> cost, String... needs) {
        String others =
                List.of(needs).stream().map(need -> ", { id: " + need + " }").collect(Collectors.joining());
        return Documents.plant("measures: [ { id: " + id
                        + cost.map(price -> ", cost: " + price).orElse("") + ", needs: [ "
                        + String.join(", ", needs) + " ] }" + others + " ]\n")
                .measures()
                .getFirst();
    }

    private static Measure costs(String id, int cost, String... needs) {
        return measure(id, Optional.of("" + cost), needs);
    }

    private static Optional<CheapestCover.Choice> find(
            int open, Map<String, List<Integer>> closes, Measure... measures) {
        return CheapestCover.find(
                open, List.of(measures), one -> closes.getOrDefault(one.id().value(), List.of()));
    }

    private static List<String> chosen(Optional<CheapestCover.Choice> choice) {
        return choice.orElseThrow().measures().stream().map(MeasureId::value).toList();
    }

    private static void costs(Optional<CheapestCover.Choice> choice, int cost) {
        assertThat(choice.orElseThrow().cost()).isEqualByComparingTo("" + cost);
    }

    @Test
    void nothingOpenOrNothingThatClosesAllIsNoChoice() {
        assertThat(find(0, Map.of("a", List.of()), costs("a", 1))).isEmpty();
        assertThat(find(2, Map.of("a", List.of(0)), costs("a", 1))).isEmpty();
        assertThat(find(1, Map.of("a", List.of(0)))).isEmpty();
        assertThat(chosen(find(1, Map.of("a", List.of(0)), costs("a", 1)))).containsExactly("a");
    }

    @Test
    void theCheapestSetWinsWhereverItStands() {
        Map<String, List<Integer>> closes =
                Map.of("a", List.of(0), "b", List.of(1), "both", List.of(0, 1), "rest", List.of(2));
        Optional<CheapestCover.Choice> two =
                find(3, closes, costs("both", 10), costs("a", 4), costs("b", 5), costs("rest", 1));
        assertThat(chosen(two)).containsExactly("a", "b", "rest");
        costs(two, 10);
        Optional<CheapestCover.Choice> one =
                find(3, closes, costs("a", 4), costs("b", 5), costs("rest", 1), costs("both", 8));
        assertThat(chosen(one)).containsExactly("rest", "both");
        costs(one, 9);
        assertThat(one.orElseThrow().isExact()).isTrue();
        assertThat(one.orElseThrow().isPriced()).isTrue();
    }

    @Test
    void ofTwoSetsOfOneCostTheSmallerAndThenTheEarlierIsTaken() {
        Map<String, List<Integer>> closes =
                Map.of("a", List.of(0), "b", List.of(1), "both", List.of(0, 1), "same", List.of(0, 1));
        assertThat(chosen(find(2, closes, costs("a", 4), costs("b", 5), costs("both", 9))))
                .containsExactly("both");
        assertThat(chosen(find(2, closes, costs("both", 9), costs("a", 4), costs("b", 5))))
                .containsExactly("both");
        assertThat(chosen(find(2, closes, costs("same", 9), costs("both", 9)))).containsExactly("same");
    }

    @Test
    void whatAMeasureNeedsComesWithItAndIsPaidOnce() {
        Map<String, List<Integer>> closes = Map.of("a", List.of(0), "b", List.of(1), "alone", List.of(0, 1));
        Optional<CheapestCover.Choice> shared =
                find(2, closes, costs("base", 10), costs("a", 1, "base"), costs("b", 1, "base"), costs("alone", 13));
        assertThat(chosen(shared)).containsExactly("base", "a", "b");
        costs(shared, 12);
        Optional<CheapestCover.Choice> alone =
                find(2, closes, costs("base", 10), costs("a", 1, "base"), costs("b", 1, "base"), costs("alone", 11));
        assertThat(chosen(alone)).containsExactly("alone");
        Optional<CheapestCover.Choice> circle =
                find(1, Map.of("a", List.of(0)), costs("a", 1, "b"), costs("b", 2, "a"));
        assertThat(chosen(circle)).containsExactly("a", "b");
        costs(circle, 3);
        assertThat(chosen(find(1, Map.of("a", List.of(0)), costs("a", 1, "elsewhere"))))
                .as("what it needs is in place or in no document")
                .containsExactly("a");
        Optional<CheapestCover.Choice> needed =
                find(2, Map.of("a", List.of(0), "base", List.of(1)), costs("a", 1, "base"), costs("base", 2));
        assertThat(chosen(needed)).as("what comes with it closes too").containsExactly("a", "base");
        costs(needed, 3);
    }

    @Test
    void aMeasureWithoutACostCountsAsFreeAndTheTotalSaysSo() {
        Map<String, List<Integer>> closes = Map.of("a", List.of(0), "b", List.of(0));
        Optional<CheapestCover.Choice> free = find(1, closes, costs("a", 1), measure("b", Optional.empty()));
        assertThat(chosen(free)).containsExactly("b");
        costs(free, 0);
        assertThat(free.orElseThrow().isPriced()).isFalse();
    }

    @Test
    void amongMoreThanTwentyThatHelpTheOneThatClosesMostForItsCostIsTakenAgainAndAgain() {
        List<Measure> measures = new ArrayList<>();
        Map<String, List<Integer>> closes = new HashMap<>();
        for (int i = 0; i < 19; i++) {
            measures.add(costs("m" + i, 100 + i));
            closes.put("m" + i, List.of(0));
        }
        measures.add(costs("pair", 30));
        closes.put("pair", List.of(0, 1));
        assertThat(find(2, closes, measures.toArray(Measure[]::new))
                        .orElseThrow()
                        .isExact())
                .as("twenty are still tried out")
                .isTrue();
        measures.add(costs("third", 5, "base"));
        closes.put("third", List.of(2));
        measures.add(costs("base", 2));
        measures.add(costs("useless", 1));
        Optional<CheapestCover.Choice> choice = find(3, closes, measures.toArray(Measure[]::new));
        assertThat(choice.orElseThrow().isExact()).isFalse();
        assertThat(chosen(choice)).containsExactly("pair", "third", "base");
        costs(choice, 37);
    }

    @Test
    void amongManyThatAreWorthTheSameTheFirstIsTakenAndOneThatIsFreeBeforeAll() {
        List<Measure> measures = new ArrayList<>();
        Map<String, List<Integer>> closes = new HashMap<>();
        for (int i = 0; i < 22; i++) {
            measures.add(costs("m" + i, 7));
            closes.put("m" + i, List.of(0));
        }
        assertThat(chosen(find(1, closes, measures.toArray(Measure[]::new)))).containsExactly("m0");
        measures.add(costs("free", 0));
        closes.put("free", List.of(0));
        assertThat(chosen(find(1, closes, measures.toArray(Measure[]::new)))).containsExactly("free");
        assertThat(find(2, closes, measures.toArray(Measure[]::new)))
                .as("all together leave one open")
                .isEmpty();
    }
}
