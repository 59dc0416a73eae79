package org.zonewright.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.drawing.TitleBlock;
import org.zonewright.report.drawing.ZoneBox;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.truth.TruthSheet;
import org.zonewright.report.truth.TruthView;

/// A report with the names and addresses of its inventory replaced in every sentence, table and picture.
public final class RedactedReport {
    private final Redaction redaction;

    private RedactedReport(Redaction redaction) {
        this.redaction = redaction;
    }

    /// The report as others may see it.
    public static AssessmentReport of(AssessmentReport report) {
        return of(report, Redaction.of(report.inventory()));
    }

    /// The report as others may see it, under the pseudonyms of a redaction of its inventory.
    public static AssessmentReport of(AssessmentReport report, Redaction redaction) {
        return new RedactedReport(redaction).report(report);
    }

    /// A drawing under the same pseudonyms as the redacted report.
    public static ZoneDrawing drawing(ZoneDrawing drawing, Redaction redaction) {
        return new RedactedReport(redaction).drawing(drawing);
    }

    private AssessmentReport report(AssessmentReport report) {
        Map<String, String> zones = new TreeMap<>();
        report.zoneOfAsset().forEach((asset, zone) -> zones.put(redaction.assetId(asset), redaction.words(zone)));
        return new AssessmentReport(
                header(report.header()),
                numbered(report.findings(), this::finding),
                report.blindSpots().stream()
                        .map(spot -> new AssessmentReport.BlindSpot(
                                redaction.apply(spot.missing()),
                                redaction.apply(spot.nextTap()),
                                spot.why().stream().map(redaction::apply).toList()))
                        .toList(),
                redaction.apply(report.inventory()),
                zones,
                report.drawing().map(this::drawing),
                report.zones().stream().map(this::zone).toList(),
                report.matrix().stream().map(this::cell).toList(),
                numbered(report.conduits(), this::conduit),
                report.indications().stream().map(this::indication).toList(),
                report.captures(),
                report.problems().stream().map(redaction::apply).toList(),
                report.questions().stream()
                        .map(question -> new AssessmentReport.Question(
                                redaction.apply(question.question()), redaction.words(question.about())))
                        .toList(),
                report.assurance().map(new RedactedAssurance(redaction)::of),
                report.truth().map(this::truth),
                report.reach().map(sheet -> sheet.with(redaction::words)),
                true);
    }

    private AssessmentReport.Header header(AssessmentReport.Header header) {
        return new AssessmentReport.Header(
                header.site(),
                header.subtitle(),
                header.classification(),
                header.at(),
                header.product(),
                header.catalogues(),
                header.inputs().stream()
                        .map(input ->
                                new AssessmentReport.Input(redaction.file(input.file()), input.kind(), input.digest()))
                        .toList());
    }

    private TruthView truth(TruthView view) {
        return new TruthView(
                numbered(view.sheets(), this::sheet),
                view.closed().stream().map(redaction::words).toList(),
                view.counts(),
                view.notes().stream().map(redaction::apply).toList());
    }

    private TruthSheet sheet(TruthSheet sheet, int number) {
        String id = "table-" + number;
        List<TruthSheet.Row> rows = sheet.rows().stream()
                .map(row -> new TruthSheet.Row(
                        row.truth(),
                        row.flow().isEmpty() ? "" : redaction.words(row.flow()),
                        redaction.words(row.from()),
                        redaction.words(row.to()),
                        row.service(),
                        row.functions(),
                        row.exchanges(),
                        redaction.apply(row.reason())))
                .toList();
        return new TruthSheet(
                id,
                sheet.name().equals(sheet.id()) ? id : redaction.words(sheet.name()),
                sheet.devices().stream().map(redaction::words).toList(),
                rows,
                sheet.missing().stream().map(redaction::apply).toList());
    }

    /// Keys and ids hold names and addresses: in redacted output they give way to numbers in the order of the list.
    private static <T> List<T> numbered(List<T> items, BiFunction<T, Integer, T> redacted) {
        List<T> result = new ArrayList<>();
        for (T item : items) {
            result.add(redacted.apply(item, result.size() + 1));
        }
        return result;
    }

    private MatrixCell cell(MatrixCell cell) {
        return new MatrixCell(
                redaction.words(cell.from()),
                redaction.words(cell.to()),
                cell.conversations(),
                cell.functions(),
                cell.state());
    }

    private Finding finding(Finding finding, int number) {
        return new Finding(
                "finding-" + number,
                finding.level(),
                redaction.apply(finding.title()),
                redaction.words(finding.place()),
                redaction.apply(finding.reason()),
                finding.clauses(),
                redaction.apply(finding.action()),
                finding.accepted().map(redaction::apply));
    }

    private ZoneSheet zone(ZoneSheet zone) {
        return new ZoneSheet(
                redaction.words(zone.id()),
                redaction.words(zone.name()),
                zone.function(),
                zone.owner(),
                zone.target(),
                zone.assets(),
                zone.rules(),
                redaction.apply(zone.reason()));
    }

    private ConduitSheet conduit(ConduitSheet conduit, int number) {
        List<ConduitSheet.Flow> flows = conduit.flows().stream()
                .map(flow -> new ConduitSheet.Flow(
                        redaction.words(flow.client()),
                        redaction.words(flow.server()),
                        flow.protocol(),
                        flow.service(),
                        flow.functions(),
                        redaction.apply(flow.verdict()),
                        flow.conversations(),
                        flow.lastSeen()))
                .toList();
        return new ConduitSheet(
                "conduit-" + number,
                conduit.name().equals(conduit.id()) ? "conduit-" + number : redaction.words(conduit.name()),
                redaction.words(conduit.from()),
                redaction.words(conduit.to()),
                conduit.state(),
                redaction.words(conduit.enforcedBy()),
                conduit.owner(),
                flows);
    }

    private Indication indication(Indication indication) {
        return new Indication(
                indication.rule(),
                indication.contradicts(),
                redaction.apply(indication.what()),
                indication.requirements(),
                indication.places().stream().map(redaction::words).toList(),
                indication.conversations(),
                redaction.apply(indication.cannotSee()));
    }

    private ZoneDrawing drawing(ZoneDrawing drawing) {
        TitleBlock block = drawing.block();
        return new ZoneDrawing(
                new TitleBlock(
                        block.site(),
                        block.title(),
                        block.subtitle(),
                        block.revision(),
                        block.classification(),
                        block.date(),
                        block.product(),
                        block.sources().stream().map(redaction::file).toList()),
                drawing.suc(),
                drawing.zones().stream().map(this::box).toList(),
                numbered(drawing.conduits(), this::line),
                drawing.notes().stream().map(redaction::words).toList());
    }

    private ZoneBox box(ZoneBox zone) {
        return new ZoneBox(
                redaction.words(zone.id()),
                redaction.words(zone.name()),
                zone.function(),
                zone.owner(),
                zone.band(),
                zone.inSuc(),
                zone.target(),
                zone.assetCount(),
                zone.assets().stream()
                        .map(asset -> new ZoneBox.AssetMark(
                                redaction.words(asset.label()),
                                asset.kind(),
                                asset.warning(),
                                redaction.words(asset.tooltip())))
                        .toList(),
                zone.parent().map(redaction::words),
                zone.badges(),
                redaction.words(zone.reason()));
    }

    private ConduitLine line(ConduitLine conduit, int number) {
        return new ConduitLine(
                "conduit-" + number,
                conduit.name().equals(conduit.id()) ? "conduit-" + number : redaction.words(conduit.name()),
                redaction.words(conduit.from()),
                redaction.words(conduit.to()),
                conduit.initiator(),
                conduit.traffic(),
                conduit.state(),
                conduit.enforcement(),
                conduit.owner(),
                redaction.words(conduit.reason()));
    }
}
