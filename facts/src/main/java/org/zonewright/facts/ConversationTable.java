package org.zonewright.facts;

import java.util.List;
import org.zonewright.facts.memory.RowLog;

/// The conversations of one source: one row for each (vantage point, transport, both endpoints, ports, protocol),
/// each with the functions that were asked for in it.
///
/// Endpoint `a` is the side believed to have opened the conversation, with [DirectionEvidence] for it; rows whose
/// evidence is certain have their `a` port folded into [Cursor#flows()], the others keep both ports. Immutable once
/// built; rows are read through a [Cursor], which walks them without allocating. About 104 bytes a row and 40 a
/// function row, in memory or, beyond the builder's budget, in its temporary file.
public final class ConversationTable {
    private static final DirectionEvidence[] DIRECTIONS = DirectionEvidence.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ProtocolEvidence[] PROTOCOL_EVIDENCE = ProtocolEvidence.values();

    private final List<VantagePoint> vantages;
    private final List<Address> addresses;
    private final List<String> protocols;
    private final List<Function> functions;
    private final int size;
    private final RowLog rows; // of each: a ConversationRow, how many functions, and these

    /// A table of `size` rows; the lists are what they name by numbers.
    ConversationTable(
            List<VantagePoint> vantages,
            List<Address> addresses,
            List<String> protocols,
            List<Function> functions,
            int size,
            RowLog rows) {
        this.vantages = List.copyOf(vantages);
        this.addresses = List.copyOf(addresses);
        this.protocols = List.copyOf(protocols);
        this.functions = List.copyOf(functions);
        this.size = size;
        this.rows = rows;
    }

    public static ConversationTable empty() {
        return new ConversationTableBuilder().build();
    }

    public int size() {
        return size;
    }

    /// The points from which the rows were seen, each once.
    public List<VantagePoint> vantages() {
        return vantages;
    }

    /// A new cursor before the first row.
    public Cursor cursor() {
        return new Cursor();
    }

    /// Walks the rows in order. Mutable; one thread. The accessors describe the current row.
    public final class Cursor {
        private final RowLog.Reader reader = rows.reader();
        private final long[] row = new long[ConversationRow.ROW_WIDTH];
        private final long[] function = new long[ConversationRow.FUNCTION_WIDTH];
        private int rowsLeft = size;
        private long functionsLeft;

        private Cursor() {}

        /// Steps to the next row; false after the last one.
        public boolean next() {
            if (rowsLeft == 0) {
                return false;
            }
            reader.skip(functionsLeft * ConversationRow.FUNCTION_WIDTH);
            rowsLeft--;
            reader.next(row);
            functionsLeft = reader.next();
            return true;
        }

        public VantagePoint vantage() {
            return vantages.get(ConversationRow.high(row[ConversationRow.VANTAGE_TRANSPORT]));
        }

        public Transport transport() {
            return new Transport((int) row[ConversationRow.VANTAGE_TRANSPORT]);
        }

        public Address a() {
            return addresses.get(ConversationRow.high(row[ConversationRow.ADDRESSES]));
        }

        public Address b() {
            return addresses.get((int) row[ConversationRow.ADDRESSES]);
        }

        /// 0 to 65535, or -1 where the transport has no ports or many ports of `a` were folded into this row.
        public int portA() {
            return ConversationRow.high(row[ConversationRow.PORTS]);
        }

        /// 0 to 65535, or -1 where the transport has no ports.
        public int portB() {
            return (int) row[ConversationRow.PORTS];
        }

        /// The protocol's name, empty where it was not recognised.
        public String protocol() {
            return protocols.get(ConversationRow.high(row[ConversationRow.PROTOCOL_MARKS]));
        }

        public ProtocolEvidence protocolEvidence() {
            return PROTOCOL_EVIDENCE[
                    ConversationRow.mark(row[ConversationRow.PROTOCOL_MARKS], ConversationRow.NAMED_BY)];
        }

        public DirectionEvidence direction() {
            return DIRECTIONS[ConversationRow.mark(row[ConversationRow.PROTOCOL_MARKS], ConversationRow.DIRECTION)];
        }

        public Outcome outcome() {
            return OUTCOMES[ConversationRow.mark(row[ConversationRow.PROTOCOL_MARKS], ConversationRow.OUTCOME)];
        }

        public long packetsA() {
            return row[ConversationRow.PACKETS_A];
        }

        public long packetsB() {
            return row[ConversationRow.PACKETS_B];
        }

        /// Frame lengths on the wire, sent by `a`.
        public long bytesA() {
            return row[ConversationRow.BYTES_A];
        }

        public long bytesB() {
            return row[ConversationRow.BYTES_B];
        }

        /// Nanoseconds since 1970.
        public long firstNanos() {
            return row[ConversationRow.FIRST];
        }

        public long lastNanos() {
            return row[ConversationRow.LAST];
        }

        /// The first frame's number in its file, from 1.
        public long firstFrame() {
            return row[ConversationRow.FRAME];
        }

        /// How many transport connections are in this row.
        public long flows() {
            return row[ConversationRow.FLOWS];
        }

        /// Steps to the row's next function; false after the last one.
        public boolean nextFunction() {
            if (functionsLeft == 0) {
                return false;
            }
            functionsLeft--;
            reader.next(function);
            return true;
        }

        public Function function() {
            return functions.get(ConversationRow.high(function[ConversationRow.FUNCTION_UNIT]) >>> 1);
        }

        /// The unit or sub-device addressed, -1 where the protocol has none.
        public int unit() {
            return (int) function[ConversationRow.FUNCTION_UNIT];
        }

        /// True if endpoint `a` sent the requests.
        public boolean byA() {
            return (ConversationRow.high(function[ConversationRow.FUNCTION_UNIT]) & 1) == 0;
        }

        public long requests() {
            return function[ConversationRow.REQUESTS];
        }

        /// Answers seen, positive or negative.
        public long answers() {
            return function[ConversationRow.ANSWERS];
        }

        /// Negative answers among [#answers()].
        public long refusals() {
            return function[ConversationRow.REFUSALS];
        }

        /// The frame of the first request, from 1.
        public long functionFrame() {
            return function[ConversationRow.FUNCTION_FRAME];
        }
    }
}
