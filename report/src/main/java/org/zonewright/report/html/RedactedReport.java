package org.zonewright.report.html;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.drawing.ZoneBox;
import org.zonewright.report.drawing.ZoneDrawing;

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

    /// The report as others may see it, under the same pseudonyms as everything else that `redaction` is applied to.
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
                report.header(),
                report.findings().stream().map(this::finding).toList(),
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
                report.matrix(),
                report.conduits().stream().map(this::conduit).toList(),
                report.indications().stream().map(this::indication).toList(),
                report.captures(),
                report.problems().stream().map(redaction::apply).toList(),
                report.questions().stream()
                        .map(question -> new AssessmentReport.Question(
                                redaction.apply(question.question()), redaction.words(question.about())))
                        .toList(),
                true);
    }

    private Finding finding(Finding finding) {
        return new Finding(
                key(finding.id()),
                finding.level(),
                redaction.apply(finding.title()),
                redaction.words(finding.place()),
                redaction.apply(finding.reason()),
                finding.clauses(),
                redaction.apply(finding.action()),
                finding.accepted().map(redaction::apply));
    }

    /// A key is a kind and, after a colon, what it is about.
    private String key(String id) {
        int about = id.indexOf(':') + 1;
        return id.substring(0, about) + redaction.words(id.substring(about));
    }

    private ZoneSheet zone(ZoneSheet zone) {
        return new ZoneSheet(
                zone.id(),
                redaction.words(zone.name()),
                zone.function(),
                zone.owner(),
                zone.target(),
                zone.assets(),
                zone.rules(),
                redaction.apply(zone.reason()));
    }

    private ConduitSheet conduit(ConduitSheet conduit) {
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
                conduit.id(),
                redaction.words(conduit.name()),
                redaction.words(conduit.from()),
                redaction.words(conduit.to()),
                conduit.state(),
                redaction.words(conduit.enforcedBy()),
                conduit.owner(),
                flows);
    }

    private Indication indication(Indication indication) {
        return new Indication(
                indication.protocol(),
                redaction.apply(indication.what()),
                indication.requirements(),
                indication.places().stream().map(redaction::words).toList(),
                indication.conversations(),
                redaction.apply(indication.cannotSee()));
    }

    private ZoneDrawing drawing(ZoneDrawing drawing) {
        return new ZoneDrawing(
                drawing.block(),
                drawing.suc(),
                drawing.zones().stream().map(this::box).toList(),
                drawing.conduits().stream().map(this::line).toList(),
                drawing.notes().stream().map(redaction::words).toList());
    }

    private ZoneBox box(ZoneBox zone) {
        return new ZoneBox(
                zone.id(),
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
                zone.parent(),
                zone.badges(),
                redaction.words(zone.reason()));
    }

    private ConduitLine line(ConduitLine conduit) {
        return new ConduitLine(
                conduit.id(),
                redaction.words(conduit.name()),
                conduit.from(),
                conduit.to(),
                conduit.initiator(),
                conduit.traffic(),
                conduit.state(),
                conduit.enforcement(),
                conduit.owner(),
                redaction.words(conduit.reason()));
    }
}
