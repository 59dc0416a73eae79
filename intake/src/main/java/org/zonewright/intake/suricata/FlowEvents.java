package org.zonewright.intake.suricata;

import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.NumberText;

/// Reads `flow` events: one a flow when it ends. Bytes are those of the packets as Suricata counted them.
final class FlowEvents {
    private static final int SYN = 2;
    private static final int RST = 4;

    private FlowEvents() {}

    static void read(EveEvent event) {
        LogRecord record = event.record();
        long first = event.time("flow.start").or(() -> event.time("timestamp")).orElse(-1L);
        if (first < 0) {
            event.leftOut("time");
            return;
        }
        long last = event.time("flow.end").orElse(first);
        Conversations.Volume volume = new Conversations.Volume(
                record.number("flow.pkts_toserver", 0),
                record.number("flow.pkts_toclient", 0),
                record.number("flow.bytes_toserver", 0),
                record.number("flow.bytes_toclient", 0),
                first,
                Math.max(first, last));
        long toServer = flags(record, "tcp.tcp_flags_ts");
        long toClient = flags(record, "tcp.tcp_flags_tc");
        boolean handshake = event.transport().equals(Transport.TCP) && (toServer & SYN) != 0 && (toClient & SYN) != 0;
        Conversations.Ends ends =
                event.ends(event.protocol(record.text("app_proto").orElse("")));
        if (handshake) {
            ends = new Conversations.Ends(
                    ends.vantage(), ends.transport(), ends.a(), ends.b(), -1, ends.portB(), ends.protocol());
        }
        event.into()
                .conversations()
                .add(
                        ends,
                        volume,
                        handshake ? DirectionEvidence.HANDSHAKE : DirectionEvidence.FIRST_PACKET,
                        outcome(event, volume, toServer, toClient),
                        record.line());
        event.taken();
    }

    /// Flags are two hexadecimal digits.
    private static long flags(LogRecord record, String field) {
        return record.text(field).map(text -> NumberText.whole("0x" + text, 0)).orElse(0L);
    }

    private static Outcome outcome(EveEvent event, Conversations.Volume volume, long toServer, long toClient) {
        boolean both = volume.packetsA() > 0 && volume.packetsB() > 0;
        if (!event.transport().equals(Transport.TCP)) {
            return both ? Outcome.ESTABLISHED : Outcome.ONE_WAY;
        }
        if ((toServer & SYN) != 0 && (toClient & SYN) == 0) {
            return (toClient & RST) != 0 ? Outcome.REJECTED : Outcome.ATTEMPTED;
        }
        return both ? Outcome.ESTABLISHED : Outcome.ONE_WAY;
    }
}
