package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.zonewright.assess.indication.Indication;
import org.zonewright.assess.vantage.Vantage;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.report.html.AssessmentReport;

/// What was not seen, and which protocols ask for a check, as the page shows them.
final class Observations {
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

    /// One line a row of the table and zone.
    static List<org.zonewright.report.html.Indication> indications(
            List<Indication> indications, UnaryOperator<String> zoneName) {
        return indications.stream()
                .map(indication -> new org.zonewright.report.html.Indication(
                        indication.row(),
                        indication.reason().text(),
                        indication.requirements().stream().map(String::valueOf).toList(),
                        List.of(zoneName.apply(indication.zone())),
                        indication.exchanges(),
                        indication.cannotSee()))
                .toList();
    }
}
