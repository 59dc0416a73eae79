package org.zonewright.intake.suricata;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zonewright.facts.Basis;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.JsonRecords;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Reads an event log, one JSON object a line. Mutable; one thread; one file.
public final class EveLog {
    private final Gathering into;
    private final FunctionNames names;
    private final Map<String, Consumer<EveEvent>> kinds = new HashMap<>();

    private EveLog(Gathering into, FunctionNames names) {
        this.into = into;
        this.names = names;
        ControlEvents control = new ControlEvents();
        kinds.put("flow", FlowEvents::read);
        kinds.put("modbus", ControlEvents::modbus);
        kinds.put("dnp3", control::dnp3);
        kinds.put("enip", ControlEvents::enip);
        kinds.put("dhcp", ServiceEvents::dhcp);
        kinds.put("tls", ServiceEvents::tls);
        kinds.put("ssh", ServiceEvents::ssh);
        kinds.put("http", ServiceEvents::http);
        kinds.put("dns", ServiceEvents::dns);
        kinds.put("smb", ServiceEvents::smb);
    }

    /// True if the start of a file is that of an event log.
    public static boolean recognises(String start) {
        return start.startsWith("{") && start.contains("\"event_type\":") && start.contains("\"timestamp\":");
    }

    /// Reads a file; `sensor` is whose eyes it is.
    public static SourceReading read(Path file, String sensor, FunctionNames names) {
        Gathering into = new Gathering(file.toString(), sensor, SourceFormat.SURICATA, Basis.OBSERVED);
        EveLog log = new EveLog(into, names);
        String digest = LogFile.lines(file, into, log::line);
        return into.finish(digest);
    }

    private void line(String text, int number) {
        if (text.isBlank()) {
            return;
        }
        Optional<LogRecord> record = JsonRecords.read(text, number);
        if (record.isEmpty()) {
            into.leftOut("event", "unreadable");
            into.log().report(IntakeProblem.SOURCE_BAD_ROW, into.at(number), "not one JSON object");
            return;
        }
        String type = record.get().text("event_type").orElse("event");
        // Other fields may hold a secret.
        into.show(type
                + record.get().text("src_ip").map(from -> " " + from).orElse("")
                + record.get().text("dest_ip").map(to -> " > " + to).orElse(""));
        Consumer<EveEvent> kind = kinds.get(type);
        if (kind == null) {
            into.unreadKind(type);
            return;
        }
        Optional<EveEvent> event = EveEvent.of(record.get(), type, into, names);
        if (event.isEmpty()) {
            into.leftOut(type, "address");
        } else {
            kind.accept(event.get());
        }
    }
}
