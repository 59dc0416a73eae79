package org.zonewright.report.assurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.zonewright.assess.RequirementState;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.report.assurance.RiskGrid.Axis;
import org.zonewright.report.assurance.RiskGrid.Spot;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// Levels, gaps and risk for the tests of pictures and pages; every word that data could hold goes through `data`.
public final class SampleAssurance {
    private static final String[] STEPS = {"Improbable", "Possible", "Probable", "Frequent"};
    private static final String[] IMPACTS = {"Negligible", "Marginal", "Critical", "Catastrophic"};

    private final UnaryOperator<String> data;

    private SampleAssurance(UnaryOperator<String> data) {
        this.data = data;
    }

    public static Assurance waterworks(UnaryOperator<String> data) {
        return new SampleAssurance(data).assurance();
    }

    /// Many places with long names, every state among them.
    public static List<LevelRow> many(int places) {
        return IntStream.range(0, places)
                .mapToObj(i -> row(
                        new PlaceName(
                                i % 5 == 4 ? PlaceName.Kind.CONDUIT : PlaceName.Kind.ZONE,
                                "zone-with-a-very-long-identifier-number-" + i,
                                "Filter hall " + i + ", Wasseraufbereitung Süd with an extraordinarily long name"),
                        IntStream.range(0, 7)
                                .mapToObj(fr -> cell((i + fr) % 5, fr % 4, Math.min(4, fr % 4 + (i + fr) % 3), fr == 2))
                                .toList()))
                .toList();
    }

    /// A matrix of this size with so many scenarios, all in one cell and moved to another.
    public static RiskGrid crowded(int scenarios, boolean descending) {
        Axis likelihood = new Axis(List.of(STEPS), descending);
        Axis impact = new Axis(List.of(IMPACTS), descending);
        List<List<Integer>> cells = IntStream.range(0, 4)
                .mapToObj(l -> IntStream.range(0, 4)
                        .mapToObj(i -> Math.max(0, Math.min(3, (likelihood.severity(l) + impact.severity(i)) / 2)))
                        .toList())
                .toList();
        List<RiskScenario> all = IntStream.range(0, scenarios)
                .mapToObj(i -> new RiskScenario(
                        "s-" + i,
                        "Scenario " + i,
                        zone("cell", "Cell"),
                        new Spot(3, 3),
                        i % 3 == 0 ? Optional.empty() : Optional.of(new Spot(i % 4, i % 3)),
                        Optional.of(SecurityLevel.SL2),
                        List.of(FoundationalRequirement.IAC),
                        Optional.empty()))
                .toList();
        return new RiskGrid("crowded", likelihood, impact, List.of("low", "medium", "high", "critical"), 1, cells, all);
    }

    static LevelCell cell(int target, int achieved, int atMost, boolean contradicted) {
        return new LevelCell(
                target == 0 ? Optional.empty() : Optional.of(level(target)),
                level(achieved),
                level(atMost),
                level(achieved),
                achieved % 2 == 0 ? Optional.empty() : Optional.of(level(Math.min(4, achieved + 1))),
                "SR 1.1 RE(1)",
                contradicted);
    }

    static LevelRow row(PlaceName place, List<LevelCell> cells) {
        return new LevelRow(place, cells);
    }

    private static SecurityLevel level(int number) {
        return SecurityLevel.ofNumber(number).orElseThrow();
    }

    private static PlaceName zone(String id, String name) {
        return new PlaceName(PlaceName.Kind.ZONE, id, name);
    }

    private String d(String value) {
        return data.apply(value);
    }

    private Text t(String sentence) {
        return new Text("sample", List.of(d(sentence)));
    }

    private Assurance assurance() {
        PlaceName cellA = zone(d("cell-a"), d("Cell A, raw water"));
        PlaceName safety = zone(d("safety"), d("Safety"));
        PlaceName control = zone(d("operations"), d("Control room"));
        PlaceName line = new PlaceName(PlaceName.Kind.CONDUIT, d("operations-cell-a"), d("operations-cell-a"));
        List<LevelRow> levels = List.of(
                levels(
                        control,
                        "2 0 0 !SR 1.5",
                        "2 0 1 SR 2.5",
                        "2 0 2 SR 3.2",
                        "1 0 0 !SR 4.1",
                        "2 0 0 SR 5.2",
                        "2 2 4 SR 6.1 RE(1)",
                        "2 2 4 SR 7.1 RE(2)"),
                levels(
                        cellA,
                        "2 1 1 SR 1.1 RE(1)",
                        "2 1 1 !SR 2.1 RE(1)",
                        "2 1 2 SR 3.4",
                        "1 0 0 SR 4.1",
                        "2 0 0 SR 5.2",
                        "1 1 4 SR 6.2",
                        "2 0 4 SR 7.1"),
                levels(
                        safety,
                        "3 2 4 SR 1.2 RE(1)",
                        "3 2 2 SR 2.7",
                        "3 3 4 SR 3.3 RE(2)",
                        "1 1 4 SR 4.1 RE(1)",
                        "3 3 4 SR 5.1 RE(3)",
                        "2 1 4 SR 6.2",
                        "3 1 1 SR 7.3 RE(1)"),
                levels(
                        zone(d("office"), d("Office")),
                        "0 0 4 ",
                        "0 0 4 ",
                        "0 0 4 ",
                        "0 0 4 ",
                        "0 0 4 ",
                        "0 0 4 ",
                        "0 0 4 "),
                levels(
                        line,
                        "2 0 4 SR 1.1",
                        "2 0 4 SR 2.1",
                        "2 0 4 SR 3.1",
                        "1 0 4 SR 4.1",
                        "2 2 4 SR 5.1 RE(2)",
                        "2 0 4 SR 6.1",
                        "2 0 4 SR 7.1"));
        return new Assurance(
                levels,
                List.of(
                        gap(
                                control,
                                FoundationalRequirement.IAC,
                                2,
                                0,
                                GapRow.Kind.CONFIGURATION,
                                "SR 1.5",
                                RequirementState.CONTRADICTED,
                                "sw-core",
                                "Core switch managed by ssh alone: 400"),
                        gap(
                                cellA,
                                FoundationalRequirement.IAC,
                                2,
                                1,
                                GapRow.Kind.CAPABILITY,
                                "SR 1.1 RE(1)",
                                RequirementState.NOT_MET,
                                "hmi-a",
                                "Panel with personal logins: 9 500"),
                        gap(
                                cellA,
                                FoundationalRequirement.RA,
                                2,
                                0,
                                GapRow.Kind.EVIDENCE,
                                "SR 7.1",
                                RequirementState.NO_EVIDENCE,
                                "",
                                "Test it again: the last test has expired")),
                List.of(new Contradiction(
                        d("telnet-answered"),
                        control,
                        d("PLC-A1"),
                        List.of(d("SR 1.5"), d("SR 4.1")),
                        List.of(d("e-o-accounts"), d("e-o-confidential")),
                        new Reason(
                                t("sw-core answered telnet, after evidence said that management is encrypted"),
                                List.of(new SourceRef.InCapture(d("tap-core.pcapng"), 417, -1)),
                                List.of()))),
                Optional.of(risk(cellA, safety, control)),
                List.of(
                        new StepRow(d("ZCR 1.1"), d("Identify the SUC"), StepRow.State.DONE, List.of(), ""),
                        new StepRow(
                                d("ZCR 3.4"),
                                d("Separate temporarily connected devices"),
                                StepRow.State.PARTIAL,
                                List.of(t("A zone for service laptops")),
                                d("M. Berg")),
                        new StepRow(
                                d("ZCR 3.5"),
                                d("Separate wireless devices"),
                                StepRow.State.NOT_APPLICABLE,
                                List.of(),
                                d("M. Berg")),
                        new StepRow(
                                d("ZCR 7.1"),
                                d("Attain approval"),
                                StepRow.State.MISSING,
                                List.of(t("The approval is of revision 2026-04")),
                                "")),
                List.of(
                        coverage(
                                "NIS2",
                                "Art. 21(2)(c)",
                                "Business continuity",
                                CoverageRow.Verdict.SUPPORTS,
                                "e-a-island"),
                        coverage("NIS2", "Art. 21(2)(d)", "Supply chain", CoverageRow.Verdict.NO_EVIDENCE),
                        coverage("NIS2", "Art. 23", "Reporting", CoverageRow.Verdict.OUTSIDE)));
    }

    private CoverageRow coverage(
            String framework, String id, String title, CoverageRow.Verdict verdict, String... evidence) {
        List<String> ids = new ArrayList<>();
        for (String one : evidence) {
            ids.add(d(one));
        }
        return new CoverageRow(framework, d(id), d(title), verdict, ids, t("Own opinion: partly"));
    }

    private GapRow gap(
            PlaceName place,
            FoundationalRequirement concern,
            int target,
            int achieved,
            GapRow.Kind kind,
            String requirement,
            RequirementState state,
            String asset,
            String step) {
        String where = asset.isEmpty() ? "" : d(asset);
        return new GapRow(place, concern, level(target), level(achieved), kind, d(requirement), state, where, t(step));
    }

    /// Cells as `target achieved atMost limiting`; a `!` before the requirement says contradicted.
    private LevelRow levels(PlaceName place, String... cells) {
        List<LevelCell> all = new ArrayList<>();
        for (String cell : cells) {
            int target = cell.charAt(0) - '0';
            boolean contradicted = cell.charAt(6 - 1) == ' ' && cell.length() > 6 && cell.charAt(6) == '!';
            String limiting = cell.substring(contradicted ? 7 : 6);
            all.add(new LevelCell(
                    target == 0 ? Optional.empty() : Optional.of(level(target)),
                    level(cell.charAt(2) - '0'),
                    level(cell.charAt(4) - '0'),
                    level(cell.charAt(2) - '0'),
                    target == 3 ? Optional.empty() : Optional.of(SecurityLevel.SL2),
                    limiting.isEmpty() ? "" : d(limiting),
                    contradicted));
        }
        return row(place, all);
    }

    private RiskGrid risk(PlaceName cellA, PlaceName safety, PlaceName control) {
        List<String> likelihoods = new ArrayList<>();
        List<String> impacts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            likelihoods.add(d(STEPS[i]));
            impacts.add(d(IMPACTS[i]));
        }
        return new RiskGrid(
                d("Matrix of Lindenau Water"),
                new Axis(likelihoods, false),
                new Axis(impacts, false),
                List.of(d("low"), d("medium"), d("high"), d("critical")),
                1,
                List.of(List.of(0, 0, 1, 1), List.of(0, 1, 1, 2), List.of(1, 1, 2, 3), List.of(1, 2, 3, 3)),
                List.of(
                        scenario("s-a-setpoint", "Set points written from the office", cellA, 2, 2, 1, 2),
                        scenario("s-a-malware", "Malware stops the panel and the controller", cellA, 2, 2, 1, 2),
                        scenario("s-s-logic", "Logic of the trip is changed", safety, 1, 3, 0, 3),
                        scenario("s-s-flood", "Trip controller is flooded", safety, 1, 3, 0, 3),
                        scenario("s-s-unseen", "Intrusion goes unseen", safety, 1, 2, 1, 2),
                        scenario("s-o-ransom", "Ransomware comes in from the office", control, 3, 1, 1, 1),
                        scenario("s-o-support", "Remote support is abused", control, 2, 2, 2, 2)));
    }

    private RiskScenario scenario(String id, String name, PlaceName place, int l, int i, int l2, int i2) {
        Optional<RiskScenario.Accepted> accepted = id.equals("s-o-support")
                ? Optional.of(new RiskScenario.Accepted(d("A. Lindner"), d("2027-02-28")))
                : Optional.empty();
        return new RiskScenario(
                d(id),
                d(name),
                place,
                new Spot(l, i),
                Optional.of(new Spot(l2, i2)),
                Optional.of(SecurityLevel.SL2),
                List.of(FoundationalRequirement.IAC, FoundationalRequirement.UC),
                accepted);
    }
}
