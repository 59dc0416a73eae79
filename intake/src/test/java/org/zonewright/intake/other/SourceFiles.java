package org.zonewright.intake.other;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.zonewright.base.Problem;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Files in a folder, read as the product reads them, and what they gave as lines of text.
public final class SourceFiles {
    /// Every code is known and reads.
    public static final FunctionNames NAMES =
            (protocol, code) -> List.of(new Function(protocol, code, "known", FunctionClass.READ));

    private final Path folder;

    public SourceFiles(Path folder) {
        this.folder = folder;
    }

    public Path write(String name, String... lines) {
        return write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public Path write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? folder : parent);
            return Files.write(file, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path pack(String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads the files together; a file that no reader takes is missing in the result.
    public static List<SourceReading> read(Path... files) {
        try {
            Map<Path, SourceFormat> found = new LinkedHashMap<>();
            for (Path file : files) {
                OtherSources.recognise(file).ifPresent(format -> found.put(file, format));
            }
            return new OtherSources(NAMES).read(found);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `10.0.0.1 name plc-1 (dns)`, sorted.
    public static List<String> facts(SourceReading reading) {
        return reading.contribution().identities().stream()
                .map(SourceFiles::text)
                .toList();
    }

    private static String text(IdentityFact fact) {
        String vlans = fact.vantage().vlanPath();
        return fact.subject() + " " + fact.attribute().id() + " " + fact.value() + " (" + fact.method() + ")"
                + (vlans.isEmpty() ? "" : " vlan " + vlans);
    }

    /// `10.0.0.5:40001 > 10.0.0.1:502 tcp modbus 5/4 established`, each with its functions below.
    public static List<String> conversations(SourceReading reading) {
        List<String> lines = new ArrayList<>();
        ConversationTable.Cursor row = reading.contribution().conversations().cursor();
        while (row.next()) {
            String vlans = row.vantage().vlanPath();
            lines.add(row.a() + ":" + row.portA() + " > " + row.b() + ":" + row.portB() + " " + row.transport() + " "
                    + row.protocol() + " " + row.packetsA() + "/" + row.packetsB() + " "
                    + row.outcome().id() + (vlans.isEmpty() ? "" : " vlan " + vlans));
            while (row.nextFunction()) {
                lines.add("  " + row.function().protocol() + " "
                        + row.function().code()
                        + (row.unit() < 0 ? "" : " unit " + row.unit()) + " " + row.requests() + "/" + row.answers()
                        + "/" + row.refusals() + (row.byA() ? "" : " by b") + " line " + row.functionFrame());
            }
        }
        return lines;
    }

    /// `source.bad-row conn.log:9`, with the file's name alone.
    public static List<String> problems(SourceReading reading) {
        return reading.contribution().problems().stream()
                .map((Problem problem) -> problem.kind().id()
                        + " "
                        + problem.where().display().replaceAll(".*/", "")
                        + " " + problem.message().arguments())
                .toList();
    }
}
