package org.zonewright.intake.device;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.intake.source.DeviceDescription;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.NumberText;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Reads an electronic data sheet (The CIP Networks Library, volume 1, chapter 7): its section `[Device]`. Mutable;
/// one thread; one file.
public final class EdsFile {
    private static final int MAX_STATEMENT = 4096;

    private final Map<String, String> device = new TreeMap<>();
    private final StringBuilder statement = new StringBuilder();
    private boolean inDevice;
    private int line;

    private EdsFile() {}

    /// True if the start of a file is that of a data sheet.
    public static boolean recognises(String start) {
        return start.indexOf('\0') < 0
                && start.contains("[File]")
                && start.contains("[Device]")
                && start.contains("VendCode");
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.EDS, Basis.DOCUMENTED);
        EdsFile eds = new EdsFile();
        String digest = LogFile.lines(file, into, eds::line);
        eds.describe(into);
        return into.finish(digest);
    }

    /// A statement ends with a semicolon and may run over several lines; `$` starts a remark.
    private void line(String text, int number) {
        int remark = text.indexOf('$');
        String plain = (remark < 0 ? text : text.substring(0, remark)).strip();
        if (plain.startsWith("[")) {
            inDevice = plain.equalsIgnoreCase("[Device]");
            line = inDevice ? number : line;
            statement.setLength(0);
            return;
        }
        if (!inDevice || statement.length() > MAX_STATEMENT) {
            return;
        }
        statement.append(plain);
        if (plain.endsWith(";")) {
            statement();
            statement.setLength(0);
        }
    }

    private void statement() {
        int equals = statement.indexOf("=");
        if (equals > 0 && device.size() < 64) {
            String value =
                    statement.substring(equals + 1, statement.length() - 1).strip();
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            device.put(
                    statement.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    quoted ? value.substring(1, value.length() - 1) : value);
        }
    }

    private void describe(Gathering into) {
        long vendor = NumberText.whole(device.getOrDefault("vendcode", ""), -1);
        long product = NumberText.whole(device.getOrDefault("prodcode", ""), -1);
        if (vendor < 0 || product < 0) {
            into.leftOut("device", "no-identity");
            return;
        }
        Map<Attribute, String> ids = Map.of(
                new Attribute("cip.vendor-id"), Long.toString(vendor),
                new Attribute("cip.product-code"), Long.toString(product));
        Map<Attribute, String> names = new TreeMap<>();
        name("vendname", Attribute.VENDOR, names);
        name("prodname", Attribute.MODEL, names);
        name("prodtypestr", new Attribute("eds.device-type"), names);
        name("catalog", new Attribute("eds.catalog-number"), names);
        into.describes(new DeviceDescription("eds", ids, names, into.at(line)));
        into.taken("device");
        into.show(ids + " = " + names);
    }

    private void name(String key, Attribute attribute, Map<Attribute, String> names) {
        String value = device.getOrDefault(key, "");
        if (!value.isBlank()) {
            names.put(attribute, value);
        }
    }
}
