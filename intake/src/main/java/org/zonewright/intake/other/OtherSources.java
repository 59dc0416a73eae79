package org.zonewright.intake.other;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.device.EdsFile;
import org.zonewright.intake.device.GsdmlFile;
import org.zonewright.intake.flowexport.FlowExport;
import org.zonewright.intake.netbox.NetboxExport;
import org.zonewright.intake.scan.NessusReport;
import org.zonewright.intake.scan.NmapReport;
import org.zonewright.intake.scl.SclFile;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.intake.suricata.EveLog;
import org.zonewright.intake.switches.SwitchTables;
import org.zonewright.intake.zeek.ZeekLogs;

/// Tells other sources apart by what they hold, and reads them. The only place that lists their readers.
public final class OtherSources {
    private final FunctionNames names;

    /// `names` says what function codes mean.
    public OtherSources(FunctionNames names) {
        this.names = names;
    }

    /// What a file is, by its first 64 KiB; nothing where it is none of these.
    public static Optional<SourceFormat> recognise(Path file) throws IOException {
        byte[] start = LogFile.start(file);
        if (FlowExport.recognises(start)) {
            return Optional.of(SourceFormat.FLOW_EXPORT);
        }
        if (LogFile.isBinary(start)) {
            return Optional.empty();
        }
        String text = new String(start, StandardCharsets.UTF_8);
        if (ZeekLogs.recognises(text)) {
            return Optional.of(SourceFormat.ZEEK);
        }
        if (EveLog.recognises(text)) {
            return Optional.of(SourceFormat.SURICATA);
        }
        return byText(text);
    }

    private static Optional<SourceFormat> byText(String text) {
        if (NmapReport.recognises(text)) {
            return Optional.of(SourceFormat.NMAP);
        }
        if (NessusReport.recognises(text)) {
            return Optional.of(SourceFormat.NESSUS);
        }
        if (SclFile.recognises(text)) {
            return Optional.of(SourceFormat.SCL);
        }
        if (GsdmlFile.recognises(text)) {
            return Optional.of(SourceFormat.GSDML);
        }
        if (EdsFile.recognises(text)) {
            return Optional.of(SourceFormat.EDS);
        }
        if (NetboxExport.recognises(text)) {
            return Optional.of(SourceFormat.NETBOX);
        }
        if (SwitchTables.recognises(text)) {
            return Optional.of(SourceFormat.SWITCH_TABLE);
        }
        return Optional.empty();
    }

    /// Reads the files, each of the format found; one reading a file. The logs of one folder are read together.
    public List<SourceReading> read(Map<Path, SourceFormat> files) {
        Map<String, List<Path>> folders = new LinkedHashMap<>();
        List<SourceReading> readings = new ArrayList<>();
        files.forEach((file, format) -> {
            switch (format) {
                case ZEEK ->
                    folders.computeIfAbsent(sensor(file), any -> new ArrayList<>())
                            .add(file);
                case SURICATA -> readings.add(EveLog.read(file, sensor(file) + "/eve", names));
                case FLOW_EXPORT -> readings.add(FlowExport.read(file, sensor(file) + "/flows"));
                case NMAP -> readings.add(NmapReport.read(file));
                case NESSUS -> readings.add(NessusReport.read(file));
                case SCL -> readings.add(SclFile.read(file));
                case NETBOX -> readings.add(NetboxExport.read(file));
                case SWITCH_TABLE -> readings.add(SwitchTables.read(file));
                case GSDML -> readings.add(GsdmlFile.read(file));
                case EDS -> readings.add(EdsFile.read(file));
            }
        });
        folders.forEach((sensor, logs) -> readings.addAll(new ZeekLogs(sensor, names).read(logs)));
        return readings;
    }

    /// Logs of one folder are one sensor's, which is called as the folder is.
    private static String sensor(Path file) {
        Path folder = file.getParent();
        return folder == null ? "zeek" : folder.toString();
    }
}
