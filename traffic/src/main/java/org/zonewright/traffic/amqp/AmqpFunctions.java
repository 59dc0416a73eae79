package org.zonewright.traffic.amqp;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.UNKNOWN;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The methods of AMQP 0-9-1, written `60.40` (class and method), and the performatives of 1.0, written by their
/// names. What a published message does is up to the application, so it is not said.
final class AmqpFunctions {
    static final int CONNECTION = 10;
    static final int EXCHANGE = 40;
    static final int START = 10;
    static final int START_OK = 11;
    static final int OPEN = 0x10;
    static final int LAST_PERFORMATIVE = 0x18;

    private static final int UNBIND = 40;
    private static final int UNBIND_OK = 51;
    private static final int GET = 70;
    private static final int GET_EMPTY = 72;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(code(CONNECTION, START), new Meaning("Connection.Start", SESSION)),
            Map.entry(code(CONNECTION, 20), new Meaning("Connection.Secure", SESSION)),
            Map.entry(code(CONNECTION, 30), new Meaning("Connection.Tune", SESSION)),
            Map.entry(code(CONNECTION, 40), new Meaning("Connection.Open", SESSION)),
            Map.entry(code(CONNECTION, 50), new Meaning("Connection.Close", SESSION)),
            Map.entry(code(CONNECTION, 60), new Meaning("Connection.Blocked", SESSION)),
            Map.entry(code(CONNECTION, 70), new Meaning("Connection.Update Secret", SESSION)),
            Map.entry(code(20, 10), new Meaning("Channel.Open", SESSION)),
            Map.entry(code(20, 20), new Meaning("Channel.Flow", SESSION)),
            Map.entry(code(20, 40), new Meaning("Channel.Close", SESSION)),
            Map.entry(code(EXCHANGE, 10), new Meaning("Exchange.Declare", CONFIGURE)),
            Map.entry(code(EXCHANGE, 20), new Meaning("Exchange.Delete", CONFIGURE)),
            Map.entry(code(EXCHANGE, 30), new Meaning("Exchange.Bind", CONFIGURE)),
            Map.entry(code(EXCHANGE, UNBIND), new Meaning("Exchange.Unbind", CONFIGURE)),
            Map.entry(code(50, 10), new Meaning("Queue.Declare", CONFIGURE)),
            Map.entry(code(50, 20), new Meaning("Queue.Bind", CONFIGURE)),
            Map.entry(code(50, 30), new Meaning("Queue.Purge", CONFIGURE)),
            Map.entry(code(50, 40), new Meaning("Queue.Delete", CONFIGURE)),
            Map.entry(code(50, 50), new Meaning("Queue.Unbind", CONFIGURE)),
            Map.entry(code(60, 10), new Meaning("Basic.Qos", SESSION)),
            Map.entry(code(60, 20), new Meaning("Basic.Consume", READ)),
            Map.entry(code(60, 30), new Meaning("Basic.Cancel", SESSION)),
            Map.entry(code(60, 40), new Meaning("Basic.Publish", UNKNOWN)),
            Map.entry(code(60, 50), new Meaning("Basic.Return", UNKNOWN)),
            Map.entry(code(60, 60), new Meaning("Basic.Deliver", UNKNOWN)),
            Map.entry(code(60, GET), new Meaning("Basic.Get", READ)),
            Map.entry(code(60, 80), new Meaning("Basic.Ack", SESSION)),
            Map.entry(code(60, 90), new Meaning("Basic.Reject", SESSION)),
            Map.entry(code(60, 100), new Meaning("Basic.Recover Async", SESSION)),
            Map.entry(code(60, 110), new Meaning("Basic.Recover", SESSION)),
            Map.entry(code(60, 120), new Meaning("Basic.Nack", SESSION)),
            Map.entry(code(85, 10), new Meaning("Confirm.Select", SESSION)),
            Map.entry(code(90, 10), new Meaning("Tx.Select", SESSION)),
            Map.entry(code(90, 20), new Meaning("Tx.Commit", SESSION)),
            Map.entry(code(90, 30), new Meaning("Tx.Rollback", SESSION)));

    private AmqpFunctions() {}

    static int code(int classId, int method) {
        return (classId << 8) | method;
    }

    /// True if a method answers another one.
    static boolean isAnswer(int method) {
        return method % 10 == 1 || method == GET_EMPTY;
    }

    /// The method that an answer answers.
    static int asked(int classId, int method) {
        return classId == EXCHANGE && method == UNBIND_OK ? UNBIND : method - method % 10;
    }

    static Function describe(int code) {
        if (code >= OPEN && code <= LAST_PERFORMATIVE) {
            return performative(code);
        }
        String text = (code >>> 8) + "." + (code & 0xff);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("amqp", text, meaning);
    }

    private static Function performative(int code) {
        return switch (code) {
            case OPEN -> new Function("amqp", "open", "Open", SESSION);
            case 0x11 -> new Function("amqp", "begin", "Begin", SESSION);
            case 0x12 -> new Function("amqp", "attach", "Attach", SESSION);
            case 0x13 -> new Function("amqp", "flow", "Flow", SESSION);
            case 0x14 -> new Function("amqp", "transfer", "Transfer", UNKNOWN);
            case 0x15 -> new Function("amqp", "disposition", "Disposition", SESSION);
            case 0x16 -> new Function("amqp", "detach", "Detach", SESSION);
            case 0x17 -> new Function("amqp", "end", "End", SESSION);
            default -> new Function("amqp", "close", "Close", SESSION);
        };
    }
}
