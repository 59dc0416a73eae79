package org.zonewright.intake.zeek;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.zonewright.facts.Basis;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Reads the logs of one folder, which are one sensor's view: what a log says of a connection goes with what the
/// others say of it. Each file stays a source of its own. Mutable; one thread; one folder.
public final class ZeekLogs {
    /// Logs whose connections are of one protocol, which names the connection in every log.
    private static final Map<String, String> PROTOCOLS = Map.ofEntries(
            Map.entry("modbus", "modbus"),
            Map.entry("modbus_detailed", "modbus"),
            Map.entry("dnp3", "dnp3"),
            Map.entry("s7comm", "s7comm"),
            Map.entry("enip", "enip"),
            Map.entry("cip", "cip"),
            Map.entry("cip_identity", "enip"),
            Map.entry("bacnet", "bacnet"),
            Map.entry("bacnet_discovery", "bacnet"),
            Map.entry("opcua_binary", "opcua"));

    private final ZeekFolder folder = new ZeekFolder();
    private final String sensor;
    private final FunctionNames names;

    /// `sensor` is what the folder is called.
    public ZeekLogs(String sensor, FunctionNames names) {
        this.sensor = sensor;
        this.names = names;
    }

    /// True if the start of a file is that of a log: a head, or JSON objects with Zeek's fields.
    public static boolean recognises(String start) {
        if (start.startsWith("#separator ") || start.contains("\n#separator ")) {
            return start.contains("#path") || start.contains("#fields");
        }
        return start.startsWith("{")
                && start.contains("\"ts\":")
                && (start.contains("\"id.orig_h\"") || start.contains("\"_path\"") || start.contains("\"uid"));
    }

    /// Reads the files, in the order given.
    public List<SourceReading> read(List<Path> files) {
        SequencedMap<Path, String> kinds = new LinkedHashMap<>();
        files.forEach(file -> kinds.put(file, kindOf(file)));
        kinds.forEach((file, kind) -> {
            if (PROTOCOLS.containsKey(kind)) {
                learn(file, kind);
            }
        });
        Map<Path, SourceReading> readings = new LinkedHashMap<>();
        order(kinds).forEach(file -> readings.put(file, read(file, kinds.getOrDefault(file, ""))));
        return files.stream().map(readings::get).toList();
    }

    /// Connections first, since they know the VLANs; then logs with unit ids before those without.
    private static List<Path> order(SequencedMap<Path, String> kinds) {
        List<Path> order = new ArrayList<>();
        for (String first : List.of(ConnectionLog.PATH, "modbus_detailed")) {
            kinds.forEach((file, kind) -> {
                if (kind.equals(first)) {
                    order.add(file);
                }
            });
        }
        kinds.keySet().stream().filter(file -> !order.contains(file)).forEach(order::add);
        return order;
    }

    /// The kind that the file's head or first record says, else its name up to the first dot.
    private String kindOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        ZeekLine lines = new ZeekLine(dot < 0 ? name : name.substring(0, dot));
        String[] kind = {""};
        Gathering aside = new Gathering(file.toString(), sensor, SourceFormat.ZEEK, Basis.OBSERVED);
        LogFile.firstLines(file, aside, (text, number) -> {
            if (lines.isHead(text)) {
                lines.head(text);
            } else if (kind[0].isEmpty()) {
                kind[0] = lines.row(text, number).map(lines::pathOf).orElse("");
            }
        });
        return plain(kind[0].isEmpty() ? lines.path() : kind[0]);
    }

    /// A record for the preview: fields that may hold a secret are not shown.
    private static String shown(LogRecord record, String path) {
        return path
                + " "
                + record.anyText("id.orig_h", "client_addr", "host", "mac").orElse("?")
                + record.text("id.resp_h").map(to -> " > " + to).orElse("")
                + record.anyText(
                                "func", "fc_request", "function_name", "cip_service", "pdu_service", "service", "query")
                        .map(what -> " " + what)
                        .orElse("");
    }

    /// Plug-ins changed hyphens to underscores between versions.
    private static String plain(String kind) {
        return kind.replace('-', '_');
    }

    private void learn(Path file, String kind) {
        Gathering aside = new Gathering(file.toString(), sensor, SourceFormat.ZEEK, Basis.OBSERVED);
        ZeekLine lines = new ZeekLine(kind);
        LogFile.lines(file, aside, (text, number) -> {
            if (lines.isHead(text)) {
                lines.head(text);
            } else {
                lines.row(text, number)
                        .flatMap(record -> record.text("uid"))
                        .ifPresent(uid -> folder.carries(uid, PROTOCOLS.getOrDefault(kind, kind)));
            }
        });
    }

    private SourceReading read(Path file, String kind) {
        Gathering into = new Gathering(file.toString(), sensor, SourceFormat.ZEEK, Basis.OBSERVED);
        ZeekLine lines = new ZeekLine(kind);
        ZeekKinds kinds = new ZeekKinds();
        String digest = LogFile.lines(file, into, (text, number) -> {
            if (lines.isHead(text)) {
                lines.head(text);
                return;
            }
            Optional<LogRecord> record = lines.row(text, number);
            if (record.isEmpty()) {
                into.leftOut(plain(lines.path()), "unreadable");
                into.log()
                        .report(
                                IntakeProblem.SOURCE_BAD_ROW,
                                into.at(number),
                                text.startsWith("{")
                                        ? "not one JSON object"
                                        : "not the " + lines.width() + " cells that the head names");
                return;
            }
            into.show(shown(record.get(), plain(lines.pathOf(record.get()))));
            kinds.read(record.get(), plain(lines.pathOf(record.get())), into, folder, names);
        });
        return into.finish(digest);
    }
}
