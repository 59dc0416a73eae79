package org.zonewright.intake.suricata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.NumberText;

/// Reads events of control protocols: `modbus` and `enip`, one a transaction, `dnp3`, one a message or a transaction.
/// Mutable; one thread; one file.
final class ControlEvents {
    private static final Attribute UNIT = new Attribute("modbus.unit");
    private static final Attribute LINK_ADDRESS = new Attribute("dnp3.address");
    private static final int FIRST_RESERVED_ADDRESS = 0xfff0;
    private static final int TIME_GROUP = 50;
    private static final int INDICATIONS_GROUP = 80;
    private static final int WRITE = 2;
    private static final int MAX_OPEN = 100_000;

    private static final Map<String, String> COMMANDS = Map.of(
            "nop", "0x0000",
            "listservices", "0x0004",
            "listidentity", "0x0063",
            "listinterfaces", "0x0064",
            "registersession", "0x0065",
            "unregistersession", "0x0066",
            "sendrrdata", "0x006f",
            "sendunitdata", "0x0070",
            "indicatestatus", "0x0072");

    private final Map<String, Function> asked = new HashMap<>();

    static void modbus(EveEvent event) {
        LogRecord record = event.record();
        boolean request = record.has("modbus.request.function_raw");
        boolean response = record.has("modbus.response.function_raw");
        String side = request ? "modbus.request." : "modbus.response.";
        long code = record.number(side + "function_raw", -1);
        if (code < 0 || code > 0xff) {
            event.leftOut("function");
            return;
        }
        int unit = Math.clamp(record.number(side + "unit_id", -1), -1, Integer.MAX_VALUE);
        boolean refused =
                record.has("modbus.response.exception.raw") || record.number("modbus.response.function_raw", 0) > 0x80;
        Function function = event.names().plain("modbus", Long.toString(code & 0x7f));
        event.message(
                "modbus",
                new Conversations.Message(function, unit, true, request ? 1 : 0, response ? 1 : 0, refused ? 1 : 0));
        if (response && unit >= 0) {
            event.identity(event.server(), UNIT, Integer.toString(unit), "modbus", Confidence.HIGH);
        }
        event.taken();
    }

    /// Up to version 6 a message stands alone with its type, from 7 on a request with its response.
    void dnp3(EveEvent event) {
        LogRecord record = event.record();
        boolean any = false;
        if (record.has("dnp3.request.type")) {
            any = request(event, "dnp3.request.");
        } else if (record.text("dnp3.type").filter("request"::equals).isPresent()) {
            any = request(event, "dnp3.");
        }
        if (record.has("dnp3.response.type")) {
            any |= response(event, "dnp3.response.");
        } else if (record.text("dnp3.type")
                .filter(type -> type.endsWith("response"))
                .isPresent()) {
            any |= response(event, "dnp3.");
        }
        if (any) {
            event.taken();
        } else {
            event.leftOut("function");
        }
    }

    private boolean request(EveEvent event, String prefix) {
        LogRecord record = event.record();
        address(event, prefix + "src", event.client(), Confidence.HIGH);
        address(event, prefix + "dst", event.server(), Confidence.MEDIUM);
        long code = record.number(prefix + "application.function_code", -1);
        if (code < 0 || code >= 129) {
            return false;
        }
        Function function = function(event, (int) code, record.number(prefix + "application.objects[0].group", -1));
        if (asked.size() >= MAX_OPEN) {
            asked.clear();
        }
        asked.put(flow(event), function);
        event.message("dnp3", Conversations.Message.request(function, -1, true));
        return true;
    }

    /// A write to the clock or to the indications is no write to the process.
    private static Function function(EveEvent event, int code, long group) {
        List<Function> meanings = event.names().meanings("dnp3", Integer.toString(code));
        FunctionClass wanted = group == TIME_GROUP
                ? FunctionClass.TIME
                : group == INDICATIONS_GROUP ? FunctionClass.SESSION : FunctionClass.WRITE;
        return code != WRITE
                ? meanings.getFirst()
                : meanings.stream()
                        .filter(meaning -> meaning.functionClass() == wanted)
                        .findFirst()
                        .orElse(meanings.getFirst());
    }

    private boolean response(EveEvent event, String prefix) {
        LogRecord record = event.record();
        address(event, prefix + "src", event.server(), Confidence.HIGH);
        boolean unsolicited = record.text(prefix + "type")
                .filter(type -> type.startsWith("unsolicited"))
                .isPresent();
        Function function = asked.get(flow(event));
        if (unsolicited || function == null) {
            return false;
        }
        asked.remove(flow(event));
        boolean refused = record.texts(prefix + "iin.indicators").stream().anyMatch(ControlEvents::isRefusal);
        event.message("dnp3", Conversations.Message.answer(function, -1, true, refused));
        return true;
    }

    private static boolean isRefusal(String indicator) {
        String word = indicator.toLowerCase(Locale.ROOT);
        return word.contains("no_func_code") || word.contains("obj_unknown") || word.contains("param_error");
    }

    private static String flow(EveEvent event) {
        return event.client() + " " + event.clientPort() + " " + event.server() + " " + event.serverPort();
    }

    private static void address(EveEvent event, String field, Address subject, Confidence confidence) {
        long address = event.record().number(field, -1);
        if (address >= 0 && address < FIRST_RESERVED_ADDRESS) {
            event.identity(subject, LINK_ADDRESS, Long.toString(address), "dnp3", confidence);
        }
    }

    static void enip(EveEvent event) {
        LogRecord record = event.record();
        Optional<String> code =
                record.anyText("enip.request.command", "enip.response.command").flatMap(ControlEvents::command);
        if (code.isEmpty()) {
            event.leftOut("function");
            return;
        }
        boolean response = record.has("enip.response.command");
        boolean refused = response
                && record.text("enip.response.status")
                        .filter(status -> !status.equalsIgnoreCase("success"))
                        .isPresent();
        event.message(
                "enip",
                new Conversations.Message(
                        event.names().plain("enip", code.get()),
                        -1,
                        true,
                        record.has("enip.request.command") ? 1 : 0,
                        response ? 1 : 0,
                        refused ? 1 : 0));
        identity(event);
        event.taken();
    }

    private static Optional<String> command(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .chars()
                .filter(character -> character >= 'a' && character <= 'z')
                .forEach(character -> letters.append((char) character));
        return Optional.ofNullable(COMMANDS.get(letters.toString()));
    }

    private static void identity(EveEvent event) {
        String of = "enip.response.identity.";
        event.record()
                .text(of + "vendor_id")
                .filter(vendor -> !vendor.startsWith("unknown-"))
                .ifPresent(vendor -> event.identity(event.server(), Attribute.VENDOR, vendor, "cip", Confidence.HIGH));
        event.tell(event.server(), Attribute.FIRMWARE, of + "revision", "cip", Confidence.HIGH);
        event.tell(event.server(), Attribute.MODEL, of + "product_name", "cip", Confidence.HIGH);
        event.tell(event.server(), new Attribute("cip.product-code"), of + "product_code", "cip", Confidence.HIGH);
        event.record()
                .text(of + "serial")
                .flatMap(serial -> NumberText.hex(serial, 8))
                .ifPresent(serial -> event.identity(event.server(), Attribute.SERIAL, serial, "cip", Confidence.HIGH));
    }
}
