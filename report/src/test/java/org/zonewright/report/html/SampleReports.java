package org.zonewright.report.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.zonewright.assess.conformance.TruthCase;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemKind;
import org.zonewright.base.Reason;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.PurdueHint;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.facts.inventory.Role;
import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.assurance.SampleAssurance;
import org.zonewright.report.drawing.AssetKind;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.drawing.ConduitLine.State;
import org.zonewright.report.drawing.PurdueBand;
import org.zonewright.report.drawing.SampleDrawings;
import org.zonewright.report.drawing.TitleBlock;
import org.zonewright.report.drawing.ZoneBox;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.reach.ReachSheet;
import org.zonewright.report.truth.TruthSheet;
import org.zonewright.report.truth.TruthView;

/// Reports for tests. Every string that could come from a capture, a list or a document goes through `data`, so that
/// a test can put anything there.
final class SampleReports {
    private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
    private static final String[] NAMES = {
        "SCADA-A",
        "SCADA-B",
        "EWS-01",
        "historian",
        "PLC-A1",
        "HMI-A",
        "FU-Pumpe-1",
        "PLC-B1",
        "SIS-1",
        "PC-VERWALTUNG-07"
    };

    private final UnaryOperator<String> data;

    private SampleReports(UnaryOperator<String> data) {
        this.data = data;
    }

    static AssessmentReport waterworks() {
        AssessmentReport report = new SampleReports(UnaryOperator.identity()).report();
        return new AssessmentReport(
                report.header(),
                report.findings(),
                report.blindSpots(),
                report.inventory(),
                report.zoneOfAsset(),
                Optional.of(SampleDrawings.waterworks()),
                report.zones(),
                report.matrix(),
                report.conduits(),
                report.indications(),
                report.captures(),
                report.problems(),
                report.questions(),
                report.assurance(),
                report.truth(),
                report.reach(),
                false);
    }

    static AssessmentReport with(UnaryOperator<String> data) {
        return new SampleReports(data).report();
    }

    static AssessmentReport empty() {
        return new AssessmentReport(
                new AssessmentReport.Header("", Text.of("nothing read"), "", AT, "Zonewright", List.of(), List.of()),
                List.of(),
                List.of(),
                new Inventory(List.of(), List.of(), List.of(), List.of(), List.of()),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(Assurance.NOTHING),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private String d(String value) {
        return data.apply(value);
    }

    /// A sentence whose argument is data, as the texts of other modules make them.
    private Text t(String sentence) {
        return new Text("sample", List.of(d(sentence)));
    }

    private SourceRef frame(long number) {
        return new SourceRef.InCapture(d("tap-station.pcapng"), number, -1);
    }

    private Reason reason(String top, String... below) {
        List<Reason> because = new ArrayList<>();
        for (String line : below) {
            because.add(
                    Reason.of(t(line), frame(417), new SourceRef.InDocument(d("plant.yaml"), 88, 5, d("conduits[3]"))));
        }
        return new Reason(t(top), List.of(new SourceRef.InStandard(d("iec62443-3-3"), d("SR 5.1"))), because);
    }

    private AssessmentReport report() {
        AssessmentReport.Header header = new AssessmentReport.Header(
                d("Wasserwerk Süd, Örebro"),
                t("Candidate partitioning, input to ZCR 3.1; ZCR 1.1 and 2.1 outstanding"),
                d("confidential"),
                AT,
                d("Zonewright 0.1.0"),
                List.of(d("iec62443-3-3 0.1.0"), d("iec62443-4-2 0.1.0")),
                List.of(
                        new AssessmentReport.Input(d("tap-station.pcapng"), t("capture"), d("sha256:4f2a…b7")),
                        new AssessmentReport.Input(d("assets-2026.xlsx"), t("asset list"), d("sha256:91c0…2e"))));
        return new AssessmentReport(
                header,
                findings(),
                blindSpots(),
                inventory(),
                Map.of(d("station/10.0.1.5"), d("Operations")),
                Optional.of(drawing()),
                zones(),
                matrix(),
                conduits(),
                indications(),
                captures(),
                problems(),
                List.of(
                        new AssessmentReport.Question(t("Which assets serve safety or protection?"), ""),
                        new AssessmentReport.Question(
                                t("Is there a cellular modem or a vendor's dial-in at this site?"), d("Cell A")),
                        new AssessmentReport.Question(
                                t("Are USB ports of the engineering station in use?"), d("EWS-01"))),
                Optional.of(SampleAssurance.waterworks(data)),
                Optional.of(truth()),
                Optional.of(reach()),
                false);
    }

    private TruthView truth() {
        TruthSheet.Row hole = new TruthSheet.Row(
                TruthCase.STANDING_HOLE,
                "",
                d("PC-VERWALTUNG-07"),
                d("PLC-A1"),
                d("modbus tcp/502"),
                "",
                1,
                reason("let through and used without approval", "fw-1 lets it through by rule 7"));
        TruthSheet.Row flow = new TruthSheet.Row(
                TruthCase.IN_ORDER,
                d("f-1"),
                d("SCADA"),
                d("PLC-A1"),
                d("modbus tcp/502"),
                d("write (6)"),
                3,
                reason("ok"));
        TruthSheet table = new TruthSheet(
                d("scada-cell"),
                d("Operations – cell A"),
                List.of(d("fw-1")),
                List.of(flow, hole),
                List.of(reason("no vantage")));
        TruthSheet unknown =
                new TruthSheet(d("a>b"), d("A → B"), List.of(), List.of(), List.of(reason("no configuration of fw-2")));
        return new TruthView(
                List.of(table, unknown),
                List.of(d("Office → Safety")),
                Map.of(TruthCase.STANDING_HOLE, 1, TruthCase.IN_ORDER, 1, TruthCase.NOT_ASSESSABLE, 1),
                List.of(reason("guessed by its name")));
    }

    private ReachSheet reach() {
        return new ReachSheet(
                List.of(d("No configuration is known.")),
                List.of(new ReachSheet.Row(d("Office"), 5, 7, 2, d("withdraw f1 of office-cell-a (8 points)"))),
                0,
                List.of(new ReachSheet.Way(
                        d("ef-dose is in reach of external: 1 step at least, difficulty 1."),
                        List.of(d("Office → PLC-A1 modbus tcp/502")),
                        d("What keeps it from ef-dose: withdraw f1 of office-cell-a (8 points)"))));
    }

    private List<Finding> findings() {
        return List.of(
                new Finding(
                        d("F-01"),
                        Finding.Level.CRITICAL,
                        t("An office computer writes to controller PLC-A1"),
                        d("Office → Cell A"),
                        reason(
                                "Established Modbus/TCP traffic that no conduit allows",
                                "PC-VERWALTUNG-07 sent 14 requests Write Multiple Registers and got answers",
                                "No conduit between Office and Cell A is declared"),
                        List.of(d("SR 5.1"), d("SR 2.1"), d("ZCR 3.2")),
                        t("Stop it at the firewall of Cell A; find out who runs the program on PC-VERWALTUNG-07."),
                        Optional.empty()),
                new Finding(
                        d("F-02"),
                        Finding.Level.HIGH,
                        t("A vendor's temporary laptop programs PLC-A1"),
                        d("Vendor → Cell A"),
                        reason(
                                "S7comm program download from an address outside the plant",
                                "Job 0x1a Request download, answered"),
                        List.of(d("ZCR 3.4"), d("SR 1.13")),
                        t("Lead vendor access through the jump host in the DMZ."),
                        Optional.empty()),
                new Finding(
                        d("F-03"),
                        Finding.Level.MEDIUM,
                        t("Telnet to switch sw-a"),
                        d("Operations → Cell A"),
                        reason(
                                "Cleartext management session, established",
                                "Login prompt seen; account names are not stored"),
                        List.of(d("SR 4.1")),
                        t("Use SSH; close port 23."),
                        Optional.of(t("Accepted by head of operations until 2027-03-31"))),
                new Finding(
                        d("F-04"),
                        Finding.Level.LOW,
                        t("Declared flow not observed in this window"),
                        d("Cell A – Cell B"),
                        reason("No packet between the cells in 90 minutes"),
                        List.of(),
                        t("Look for longer, or remove the flow."),
                        Optional.empty()));
    }

    private List<AssessmentReport.BlindSpot> blindSpots() {
        return List.of(
                new AssessmentReport.BlindSpot(
                        t("Traffic inside Cell B"),
                        t("Mirror port of switch sw-b, all VLANs, at least one shift."),
                        List.of(t("Only its router was seen: 4 addresses answer from one MAC address."))),
                new AssessmentReport.BlindSpot(
                        t("Serial devices behind gateway IO-B2"),
                        t("None can be put there: import the gateway's project export."),
                        List.of()));
    }

    private Inventory inventory() {
        List<Asset> assets = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            Address address = Address.parse("10.0.1." + (5 + i)).orElseThrow();
            VantagePoint tap = new VantagePoint(d("tap-station.pcapng"), "", List.of(10));
            List<IdentityFact> facts = new ArrayList<>();
            facts.add(new IdentityFact(
                    tap, address, Attribute.NAME, d(NAMES[i]), "dhcp", Confidence.HIGH, Basis.OBSERVED, frame(3)));
            facts.add(new IdentityFact(
                    tap, address, Attribute.VENDOR, d("Siemens"), "oui", Confidence.MEDIUM, Basis.OBSERVED, frame(3)));
            facts.add(new IdentityFact(
                    tap,
                    address,
                    Attribute.MODEL,
                    d("6ES7 315-2EH14"),
                    "s7comm",
                    Confidence.HIGH,
                    Basis.OBSERVED,
                    frame(3)));
            facts.add(new IdentityFact(
                    tap, address, Attribute.FIRMWARE, d("3.2.6"), "s7comm", Confidence.HIGH, Basis.OBSERVED, frame(3)));
            facts.add(new IdentityFact(
                    tap,
                    address,
                    Attribute.SERIAL,
                    d("S C-X4U4"),
                    "s7comm",
                    Confidence.HIGH,
                    Basis.OBSERVED,
                    frame(3)));
            boolean written = i == 8;
            assets.add(new Asset(
                    d("station/10.0.1." + (5 + i)),
                    d("station"),
                    List.of(address, Address.parse("00:1b:1b:00:00:0" + i).orElseThrow()),
                    written
                            ? List.of()
                            : List.of(new AssignedRole(
                                    i < 2 ? Role.HMI_SCADA : Role.CONTROLLER,
                                    Confidence.MEDIUM,
                                    reason("Polls three controllers"))),
                    written ? Optional.empty() : Optional.of(new PurdueHint(i < 2 ? 2 : 1, reason("Answers Modbus"))),
                    List.of(d("modbus"), d("s7comm")),
                    written ? Optional.empty() : Optional.of(AT.minusSeconds(5400)),
                    written ? Optional.empty() : Optional.of(AT),
                    written
                            ? List.of(Basis.DOCUMENTED)
                            : i % 3 == 0 ? List.of(Basis.OBSERVED, Basis.DOCUMENTED) : List.of(Basis.OBSERVED),
                    facts,
                    List.of()));
        }
        List<Conversation> conversations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            conversations.add(new Conversation(
                    d("station"),
                    d("station/10.0.1.5"),
                    d("station/10.0.1." + (8 + i)),
                    Address.parse("10.0.1.5").orElseThrow(),
                    Address.parse("10.0.1." + (8 + i)).orElseThrow(),
                    Transport.TCP,
                    OptionalInt.of(502),
                    d("modbus"),
                    ProtocolEvidence.CONTENT,
                    DirectionEvidence.HANDSHAKE,
                    Outcome.ESTABLISHED,
                    2,
                    12_000 - i * 977L,
                    11_800,
                    960_000,
                    1_240_000,
                    AT.minusSeconds(5000),
                    AT,
                    List.of(new FunctionUse(
                            new Function(d("modbus"), d("3"), d("read"), FunctionClass.READ),
                            OptionalInt.of(1),
                            true,
                            5000,
                            5000,
                            0,
                            frame(9))),
                    frame(8)));
        }
        return new Inventory(
                List.of(new Realm(d("station"), List.of(), reason("One capture point"))),
                List.of(),
                assets,
                conversations,
                List.of());
    }

    private ZoneDrawing drawing() {
        TitleBlock block = new TitleBlock(
                d("site"), d("title"), d("subtitle"), d("rev"), d("conf"), AT, d("product"), List.of(d("source")));
        List<ZoneBox> zones = new ArrayList<>();
        for (String id : List.of("z1", "z2")) {
            zones.add(new ZoneBox(
                    id,
                    d("Zone"),
                    d("control"),
                    d("owner"),
                    PurdueBand.CONTROL,
                    true,
                    d("SL-T"),
                    1,
                    List.of(new ZoneBox.AssetMark(d("asset"), AssetKind.CONTROLLER, true, d("tip"))),
                    Optional.empty(),
                    List.of(),
                    d("reason")));
        }
        ConduitLine line = new ConduitLine(
                d("c"),
                d("conduit"),
                "z1",
                "z2",
                ConduitLine.Initiator.FROM,
                d("modbus"),
                State.APPROVED,
                ConduitLine.Enforcement.FIREWALL,
                d("owner"),
                d("reason"));
        return new ZoneDrawing(block, d("suc"), zones, List.of(line), List.of(d("note")));
    }

    private List<ZoneSheet> zones() {
        List<ZoneSheet> zones = new ArrayList<>();
        for (String name : List.of("Office", "DMZ", "Operations", "Cell A", "Cell B", "Safety")) {
            zones.add(new ZoneSheet(
                    d(name),
                    d(name),
                    d("control"),
                    name.equals("DMZ") ? "" : d("Process engineering"),
                    d("SL-T {2 2 0 1 3 1 3}"),
                    5,
                    List.of(d("ZCR 3.2")),
                    reason("One subnet, and its stations talk mostly to each other", "10.0.1.0/24 from DHCP")));
        }
        return zones;
    }

    private List<MatrixCell> matrix() {
        return List.of(
                new MatrixCell(d("Office"), d("DMZ"), 12, List.of(FunctionClass.READ), State.APPROVED),
                new MatrixCell(d("Office"), d("Cell A"), 1, List.of(FunctionClass.WRITE), State.UNDECLARED),
                new MatrixCell(
                        d("Operations"),
                        d("Cell A"),
                        3400,
                        List.of(FunctionClass.READ, FunctionClass.WRITE),
                        State.APPROVED),
                new MatrixCell(
                        d("Operations"),
                        d("Cell B"),
                        1200,
                        List.of(FunctionClass.READ, FunctionClass.OPERATE),
                        State.OBSERVED),
                new MatrixCell(d("Operations"), d("Operations"), 88, List.of(FunctionClass.SESSION), State.APPROVED),
                new MatrixCell(d("Cell B"), d("Cell A"), 0, List.of(), State.APPROVED_UNSEEN),
                new MatrixCell(d("DMZ"), d("Operations"), 4, List.of(FunctionClass.SESSION), State.REMOVAL_CANDIDATE));
    }

    private List<ConduitSheet> conduits() {
        return List.of(
                new ConduitSheet(
                        d("scada-cell-a"),
                        d("Operations to Cell A"),
                        d("Operations"),
                        d("Cell A"),
                        State.APPROVED,
                        d("fw-1"),
                        d("Telecontrol"),
                        List.of(
                                new ConduitSheet.Flow(
                                        d("SCADA-A"),
                                        d("PLC-A1"),
                                        d("modbus"),
                                        d("tcp/502"),
                                        List.of(FunctionClass.READ, FunctionClass.WRITE),
                                        t("in order"),
                                        3400,
                                        Optional.of(AT)),
                                new ConduitSheet.Flow(
                                        d("EWS-01"),
                                        d("PLC-A1"),
                                        d("s7comm"),
                                        d("tcp/102"),
                                        List.of(FunctionClass.PROGRAM),
                                        t("open, not observed in this window"),
                                        0,
                                        Optional.empty()))),
                new ConduitSheet(
                        d("u-1"),
                        d("Office to Cell A"),
                        d("Office"),
                        d("Cell A"),
                        State.UNDECLARED,
                        "",
                        "",
                        List.of()));
    }

    private List<Indication> indications() {
        return List.of(new Indication(
                d("modbus"),
                false,
                t("neither authenticates nor protects what it carries"),
                List.of(d("SR 1.2"), d("SR 3.1"), d("SR 4.1")),
                List.of(d("Operations to Cell A")),
                3401,
                t("whether a VPN or a locked cabinet protects the link")));
    }

    private List<CaptureSummary> captures() {
        return List.of(new CaptureSummary(
                d("tap-station.pcapng"),
                d("pcapng"),
                List.of(d("Ethernet")),
                1_204_233,
                345_000_112,
                Optional.of(AT.minusSeconds(5400)),
                Optional.of(AT),
                new CaptureSummary.Quality(0, 3, 120, 0, 44, 12, 0, 7, 1_204_233, 0)));
    }

    private List<Problem> problems() {
        ProblemKind kind = new ProblemKind() {
            @Override
            public String id() {
                return d("capture.truncated-record");
            }

            @Override
            public Severity severity() {
                return Severity.WARNING;
            }
        };
        return List.of(new Problem(
                kind,
                Severity.WARNING,
                frame(81_230),
                t("record says 1 514 bytes, 60 are left"),
                t("frames before it were read")));
    }
}
