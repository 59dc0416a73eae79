package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.assess.observation.Observation.Force;
import org.zonewright.assess.vantage.Vantage;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.report.html.AssessmentReport;
import org.zonewright.report.html.Indication;

/// What was not seen, and what the network says against requirements, as the page shows them.
final class Observations {
    private static final int MOST_STATIONS = 8;
    private static final Pattern COMMA = Pattern.compile(", ");

    private record Line(String rule, Force force, Optional<Subject> zone) {}

    private Observations() {}

    static List<AssessmentReport.BlindSpot> blindSpots(Vantage vantage) {
        return vantage.spots().stream()
                .map(spot -> new AssessmentReport.BlindSpot(spot.text(), spot.advice(), sentences(spot.reason())))
                .toList();
    }

    private static List<Text> sentences(Reason reason) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(reason.text());
        reason.because().forEach(below -> sentences.add(below.text()));
        return sentences;
    }

    /// One line a rule, its force and zone or conduit, in the order of the observations.
    static List<Indication> indications(List<Observation> observations, UnaryOperator<String> zoneName) {
        Map<Line, List<Observation>> lines = new LinkedHashMap<>();
        observations.forEach(
                one -> lines.computeIfAbsent(new Line(one.rule(), one.force(), one.zone()), any -> new ArrayList<>())
                        .add(one));
        return lines.entrySet().stream()
                .map(line -> indication(line.getKey(), line.getValue(), zoneName))
                .toList();
    }

    private static Indication indication(Line line, List<Observation> members, UnaryOperator<String> zoneName) {
        Observation first = members.getFirst();
        String place = line.zone().map(Subject::id).map(zoneName).orElse("?");
        long exchanges = members.stream().mapToLong(Observation::exchanges).sum();
        // The arguments of every rule's sentence are the station, how many there are, exchanges, details and place.
        Text sentence = Text.of(
                first.reason().text().key(), words(members, 0), members.size(), exchanges, words(members, 3), place);
        return new Indication(
                line.rule(),
                line.force() == Force.CONTRADICTS,
                sentence,
                first.requirements().stream().map(String::valueOf).toList(),
                List.of(place),
                exchanges,
                first.blind());
    }

    private static String words(List<Observation> members, int argument) {
        List<String> words = members.stream()
                .flatMap(one ->
                        COMMA.splitAsStream(one.reason().text().arguments().get(argument)))
                .distinct()
                .toList();
        String list = words.stream().limit(MOST_STATIONS).collect(Collectors.joining(", "));
        return words.size() > MOST_STATIONS ? list + ", …" : list;
    }
}
