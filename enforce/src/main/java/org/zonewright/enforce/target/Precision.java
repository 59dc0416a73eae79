package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.base.Text;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Permit;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.id.FlowId;

/// What a target cannot hold of a flow's approval, said for each flow.
public final class Precision {
    private Precision() {}

    /// One statement about one flow. `loses` where the target lets through more than the approval says.
    public record Statement(FlowId flow, boolean loses, Text text) {}

    /// All statements, in the order of the permits; none about a flow that the target holds whole.
    public static List<Statement> of(Target target, ConduitPolicy policy) {
        List<Statement> all = new ArrayList<>();
        for (Permit permit : policy.permits()) {
            functions(target, permit, all);
            if (target == Target.CISCO_IOS) {
                add(permit, true, Text.of("enforce.precision.stateless", permit.id()), all);
            }
            boolean known = permit.service().isAny()
                    || permit.service().protocol().getAsInt() == Service.TCP
                    || permit.service().protocol().getAsInt() == Service.UDP;
            if (target == Target.ZEEK && !known) {
                String name = new Transport(permit.service().protocol().getAsInt()).id();
                add(permit, true, Text.of("enforce.precision.no-connection", permit.id(), name), all);
            }
            permit.notes().forEach(note -> add(permit, false, note, all));
        }
        return all;
    }

    private static void add(Permit permit, boolean loses, Text text, List<Statement> all) {
        Statement statement = new Statement(permit.flow().id(), loses, text);
        if (!all.contains(statement)) {
            all.add(statement);
        }
    }

    private static void functions(Target target, Permit permit, List<Statement> all) {
        if (!permit.functions().bounded() || target == Target.CSV) {
            return;
        }
        String protocol = permit.protocol().orElse("");
        boolean overTcp = permit.service().protocol().orElse(0) == Service.TCP;
        boolean tells = target.tellsFunctions(protocol) && (overTcp || target == Target.ZEEK);
        if (!tells) {
            add(permit, true, Text.of("enforce.precision.port-only", permit.id(), target.id()), all);
            return;
        }
        if (!permit.functions().ambiguous().isEmpty()) {
            String codes = String.join(", ", permit.functions().ambiguous());
            add(permit, true, Text.of("enforce.precision.ambiguous", permit.id(), codes), all);
        }
        if (target == Target.SURICATA) {
            otherPort(permit, protocol, all);
            switch (protocol) {
                case "modbus" -> add(permit, true, Text.of("enforce.precision.modbus", permit.id()), all);
                case "s7comm" -> add(permit, true, Text.of("enforce.precision.s7comm", permit.id()), all);
                case "iec104" -> add(permit, true, Text.of("enforce.precision.iec104", permit.id()), all);
                case "enip", "cip", "ethernet-ip" ->
                    add(permit, true, Text.of("enforce.precision.cip", permit.id()), all);
                default -> {
                    // DNP3 is told apart whole.
                }
            }
        }
    }

    /// Suricata looks for these protocols on the ports of its configuration, and rules on their functions tell nothing
    /// elsewhere (its shipped suricata.yaml, `detection-ports`).
    private static void otherPort(Permit permit, String protocol, List<Statement> all) {
        int usual =
                switch (protocol) {
                    case "modbus" -> 502;
                    case "dnp3" -> 20_000;
                    case "enip", "cip", "ethernet-ip" -> 44_818;
                    default -> -1;
                };
        PortSet ports = permit.service().destination();
        if (usual >= 0 && !ports.equals(PortSet.of(usual))) {
            add(
                    permit,
                    true,
                    Text.of("enforce.precision.detection-port", permit.id(), protocol, Integer.toString(usual), ports),
                    all);
        }
    }
}
