package org.zonewright.report.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.zonewright.facts.ChildAddress;
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
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Network;
import org.zonewright.facts.inventory.PurdueHint;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.facts.inventory.Role;

/// Two controllers' worth of discovery for tests: a SCADA server that reads and writes a PLC, and a spare drive that
/// is only documented.
public final class SmallPlant {
    public static final String FILE = "tap-1.pcapng";
    public static final VantagePoint TAP = new VantagePoint(FILE, "", List.of(10));
    static final Instant START = Instant.parse("2026-11-20T08:00:00.000250Z");
    static final Instant END = Instant.parse("2026-11-20T09:30:00.123456789Z");

    enum Kind implements ProblemKind {
        TRUNCATED;

        @Override
        public String id() {
            return "capture.truncated-record";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    }

    private SmallPlant() {}

    public static SourceRef frame(long number) {
        return new SourceRef.InCapture(FILE, number, number * 100);
    }

    static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }

    static IdentityFact fact(String subject, Attribute attribute, String value, Basis basis) {
        return new IdentityFact(TAP, address(subject), attribute, value, "modbus", Confidence.HIGH, basis, frame(7));
    }

    public static Discovery discovery() {
        return discovery("SCADA-Süd", "Pumpe Ö1");
    }

    public static Discovery discovery(String scadaName, String plcName) {
        Asset scada = new Asset(
                "station/10.0.1.5",
                "station",
                List.of(address("10.0.1.5"), address("00:1b:1b:01:02:03")),
                List.of(new AssignedRole(
                        Role.HMI_SCADA, Confidence.MEDIUM, Reason.of(Text.of("polls {0} controllers", 1), frame(4)))),
                Optional.of(new PurdueHint(2, Reason.of(Text.of("a SCADA server")))),
                List.of("modbus"),
                Optional.of(START),
                Optional.of(END),
                List.of(Basis.OBSERVED),
                List.of(
                        fact("10.0.1.5", Attribute.NAME, scadaName, Basis.OBSERVED),
                        fact("10.0.1.5", Attribute.ACCOUNT, "eva.larsen", Basis.OBSERVED)),
                List.of());
        Asset plc = new Asset(
                "station/10.0.1.7",
                "station",
                List.of(address("10.0.1.7")),
                List.of(new AssignedRole(
                        Role.CONTROLLER, Confidence.HIGH, Reason.of(Text.of("answers Modbus"), frame(5)))),
                Optional.of(new PurdueHint(1, Reason.of(Text.of("a controller")))),
                List.of("modbus"),
                Optional.of(START),
                Optional.of(END),
                List.of(Basis.OBSERVED, Basis.DOCUMENTED),
                List.of(
                        fact("10.0.1.7", Attribute.NAME, plcName, Basis.DOCUMENTED),
                        fact("10.0.1.7", Attribute.VENDOR, "Siemens", Basis.OBSERVED),
                        fact("10.0.1.7", Attribute.MODEL, "6ES7 315-2EH14-0AB0", Basis.OBSERVED),
                        fact("10.0.1.7", Attribute.SERIAL, "S C-X4U421302009", Basis.OBSERVED)),
                List.of(new ChildAsset(
                        "station/10.0.1.7/modbus.unit/5",
                        new ChildAddress(new Attribute("modbus.unit"), "5"),
                        Confidence.MEDIUM,
                        Reason.of(Text.of("unit {0} answers at {1}", 5, "10.0.1.7"), frame(8)),
                        List.of(
                                fact("10.0.1.7", Attribute.NAME, "Meter-Nord", Basis.OBSERVED),
                                fact("10.0.1.7", Attribute.MODEL, "PM5560", Basis.OBSERVED)))),
                List.of());
        Asset spare = new Asset(
                "station/10.0.1.9",
                "station",
                List.of(address("10.0.1.9")),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(Basis.DOCUMENTED),
                List.of(),
                List.of());
        Inventory inventory = new Inventory(
                List.of(new Realm("station", List.of(TAP), Reason.of(Text.of("one capture point, VLAN 10")))),
                List.of(new Network("station", "10.0.1.0/24", true, Reason.of(Text.of("a guess")))),
                List.of(scada, plc, spare),
                List.of(polling(), hello()),
                List.of());
        CaptureSummary capture = new CaptureSummary(
                FILE,
                "pcapng",
                List.of("Ethernet"),
                1234,
                567_890,
                Optional.of(START),
                Optional.of(END),
                CaptureSummary.Quality.NONE);
        Problem problem = new Problem(
                Kind.TRUNCATED,
                Severity.WARNING,
                frame(81),
                Text.of("record says {0} bytes", 1514),
                Text.of("frames before it were read"));
        return new Discovery(List.of(capture), inventory, List.of(problem));
    }

    private static Conversation polling() {
        return new Conversation(
                "station",
                "station/10.0.1.5",
                "station/10.0.1.7",
                address("10.0.1.5"),
                address("10.0.1.7"),
                Transport.TCP,
                OptionalInt.of(502),
                "modbus",
                ProtocolEvidence.CONTENT,
                DirectionEvidence.HANDSHAKE,
                Outcome.ESTABLISHED,
                2,
                60,
                61,
                6000,
                7000,
                START,
                END,
                List.of(
                        use("modbus", "3", "read holding registers", FunctionClass.READ, 50),
                        use("modbus", "16", "write multiple registers", FunctionClass.WRITE, 2),
                        use("enip", "0x006f", "", FunctionClass.UNKNOWN, 1),
                        use("modbus", "43", "encapsulated interface", FunctionClass.DIAGNOSE, 0)),
                frame(3));
    }

    private static FunctionUse use(String protocol, String code, String name, FunctionClass cls, long requests) {
        return new FunctionUse(
                new Function(protocol, code, name, cls), OptionalInt.of(1), true, requests, requests, 0, frame(4));
    }

    private static Conversation hello() {
        return new Conversation(
                "station",
                "station/10.0.1.5",
                "",
                address("00:1b:1b:01:02:03"),
                address("01:80:c2:00:00:0e"),
                Transport.ETHERNET,
                OptionalInt.empty(),
                "",
                ProtocolEvidence.NONE,
                DirectionEvidence.FIRST_PACKET,
                Outcome.ONE_WAY,
                1,
                3,
                0,
                300,
                0,
                START,
                END,
                List.of(),
                frame(1));
    }
}
