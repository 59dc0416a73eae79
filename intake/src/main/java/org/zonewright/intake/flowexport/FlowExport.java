package org.zonewright.intake.flowexport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.facts.Basis;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Reads a file of export messages. A message that breaks off ends the reading; flows before it hold. Mutable; one
/// thread; one file.
public final class FlowExport {
    static final int NETFLOW_5 = 5;
    static final int NETFLOW_9 = 9;
    static final int IPFIX = 10;

    private static final int HEADER_5 = 24;
    private static final int RECORD_5 = 48;
    private static final int MAX_RECORDS_5 = 30;
    private static final int HEADER_9 = 20;
    private static final int HEADER_IPFIX = 16;
    private static final int MAX_TEMPLATES = 4096;
    private static final int MAX_FIELDS = 512;

    private static final int TEMPLATES_9 = 0;
    private static final int OPTIONS_9 = 1;
    private static final int TEMPLATES_IPFIX = 2;
    private static final int OPTIONS_IPFIX = 3;
    private static final int FIRST_DATA_SET = 256;
    private static final int ENTERPRISE_BIT = 0x8000;
    private static final long WAY_BACK = 29305; // RFC 5103

    private record TemplateKey(int version, long domain, int id) {}

    private final Gathering into;
    private final FlowTable flows;
    private final Map<TemplateKey, Template> templates = new HashMap<>();
    private int message;

    private FlowExport(Gathering into) {
        this.into = into;
        this.flows = new FlowTable(into);
    }

    /// True if the file starts with a message whose header can be right.
    public static boolean recognises(byte[] start) {
        if (start.length < HEADER_IPFIX) {
            return false;
        }
        Bytes bytes = new Bytes(start, 0, start.length);
        int second = bytes.u16(2);
        return switch (bytes.u16(0)) {
            case NETFLOW_5 ->
                second >= 1
                        && second <= MAX_RECORDS_5
                        && start.length >= HEADER_5 + RECORD_5
                        && isTime(bytes.u32(8))
                        && (start.length < HEADER_5 + RECORD_5 * second + 2
                                || bytes.u16(HEADER_5 + RECORD_5 * second) == NETFLOW_5);
            case NETFLOW_9 ->
                second >= 1
                        && second <= 1000
                        && start.length >= HEADER_9 + 4
                        && isTime(bytes.u32(8))
                        && isSet(bytes, HEADER_9);
            case IPFIX ->
                second >= HEADER_IPFIX + 4
                        && isTime(bytes.u32(4))
                        && start.length >= HEADER_IPFIX + 4
                        && isSet(bytes, HEADER_IPFIX);
            default -> false;
        };
    }

    /// Between 1990 and 2100.
    private static boolean isTime(long seconds) {
        return seconds > 631_152_000L && seconds < 4_102_444_800L;
    }

    private static boolean isSet(Bytes bytes, int at) {
        int id = bytes.u16(at);
        return bytes.u16(at + 2) >= 4 && (id <= OPTIONS_IPFIX || id >= FIRST_DATA_SET);
    }

    /// Reads a file; `sensor` is whose eyes it is.
    public static SourceReading read(Path file, String sensor) {
        Gathering into = new Gathering(file.toString(), sensor, SourceFormat.FLOW_EXPORT, Basis.OBSERVED);
        FlowExport export = new FlowExport(into);
        String digest = LogFile.bytes(file, into, export::messages);
        export.flows.finish();
        return into.finish(digest);
    }

    private void messages(InputStream stored) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stored, 4);
        byte[] header = in.readNBytes(4);
        while (header.length == 4) {
            message++;
            int version = ((header[0] & 0xff) << 8) | (header[1] & 0xff);
            int second = ((header[2] & 0xff) << 8) | (header[3] & 0xff);
            boolean more =
                    switch (version) {
                        case NETFLOW_5 -> netflow5(in, header, second);
                        case NETFLOW_9 -> netflow9(in, header);
                        case IPFIX -> ipfix(in, header, second);
                        default -> false;
                    };
            if (!more) {
                damaged("message " + message + " is none of NetFlow 5, NetFlow 9 or IPFIX, or breaks off");
                return;
            }
            header = in.readNBytes(4);
        }
        if (header.length > 0) {
            damaged("the last message breaks off");
        }
    }

    private void damaged(String what) {
        into.log().report(IntakeProblem.SOURCE_DAMAGED, into.at(0), what);
    }

    private static byte[] rest(InputStream in, byte[] header, int length) throws IOException {
        byte[] whole = Arrays.copyOf(header, length);
        int read = in.readNBytes(whole, 4, length - 4);
        return read == length - 4 ? whole : new byte[0];
    }

    private boolean netflow5(InputStream in, byte[] header, int count) throws IOException {
        if (count > MAX_RECORDS_5) {
            return false;
        }
        byte[] whole = rest(in, header, HEADER_5 + count * RECORD_5);
        if (whole.length == 0) {
            return false;
        }
        Bytes bytes = new Bytes(whole, 0, whole.length);
        Clock clock = Clock.sinceStart(bytes.u32(4), bytes.u32(8), bytes.u32(12));
        flows.sampled(bytes.u16(22) & 0x3fff);
        for (int i = 0; i < count; i++) {
            flows.add(Netflow5.record(bytes.part(HEADER_5 + i * RECORD_5, RECORD_5)), clock, message);
        }
        return true;
    }

    /// The header counts records, not bytes, and not all exporters count alike: sets are read until what follows begins
    /// like a message, which no set does.
    private boolean netflow9(PushbackInputStream in, byte[] header) throws IOException {
        byte[] head = rest(in, header, HEADER_9);
        if (head.length == 0) {
            return false;
        }
        Bytes bytes = new Bytes(head, 0, HEADER_9);
        Clock clock = Clock.sinceStart(bytes.u32(4), bytes.u32(8), 0);
        long domain = bytes.u32(16);
        byte[] setHead = in.readNBytes(4);
        while (setHead.length == 4) {
            Bytes start = new Bytes(setHead, 0, 4);
            if (start.u16(0) > OPTIONS_9 && start.u16(0) < FIRST_DATA_SET) {
                in.unread(setHead);
                return true;
            }
            byte[] set = start.u16(2) < 4 ? new byte[0] : rest(in, setHead, start.u16(2));
            if (set.length == 0) {
                return false;
            }
            set(new Bytes(set, 0, set.length), NETFLOW_9, domain, clock);
            setHead = in.readNBytes(4);
        }
        return setHead.length == 0;
    }

    private boolean ipfix(InputStream in, byte[] header, int length) throws IOException {
        if (length < HEADER_IPFIX) {
            return false;
        }
        byte[] whole = rest(in, header, length);
        if (whole.length == 0) {
            return false;
        }
        Bytes bytes = new Bytes(whole, 0, length);
        Clock clock = Clock.exported(bytes.u32(4));
        long domain = bytes.u32(12);
        int at = HEADER_IPFIX;
        while (at + 4 <= length) {
            int size = bytes.u16(at + 2);
            if (size < 4 || at + size > length) {
                return false;
            }
            set(bytes.part(at, size), IPFIX, domain, clock);
            at += size;
        }
        return true;
    }

    /// Reads one set. A set that does not fit its template is left out.
    private void set(Bytes set, int version, long domain, Clock clock) {
        int id = set.u16(0);
        try {
            if (id == (version == IPFIX ? TEMPLATES_IPFIX : TEMPLATES_9)) {
                templates(set, version, domain);
                return;
            }
            if (id == (version == IPFIX ? OPTIONS_IPFIX : OPTIONS_9)) {
                options(set, version, domain);
                return;
            }
            Template template = templates.get(new TemplateKey(version, domain, id));
            if (template == null) {
                into.leftOut("flow-set", "no-template");
                return;
            }
            records(set, template, clock);
        } catch (Bytes.Cut e) {
            into.leftOut("flow-set", "unreadable");
            into.log()
                    .report(
                            IntakeProblem.SOURCE_BAD_ROW,
                            into.at(0),
                            "set " + id + " of message " + message + " is shorter than it says");
        }
    }

    private void templates(Bytes set, int version, long domain) {
        int at = 4;
        while (at + 4 <= set.length() && set.u16(at) >= FIRST_DATA_SET) {
            int id = set.u16(at);
            int fields = set.u16(at + 2);
            List<Template.Field> read = new ArrayList<>();
            at = fields(set, at + 4, fields, version, read);
            keep(new TemplateKey(version, domain, id), new Template(read, false));
        }
    }

    private int fields(Bytes set, int start, int count, int version, List<Template.Field> into) {
        if (count > MAX_FIELDS) {
            throw new Bytes.Cut();
        }
        int at = start;
        for (int i = 0; i < count; i++) {
            int element = set.u16(at);
            boolean own = version == IPFIX && (element & ENTERPRISE_BIT) != 0;
            long enterprise = own ? set.u32(at + 4) : 0;
            into.add(new Template.Field(own ? element & ~ENTERPRISE_BIT : element, set.u16(at + 2), enterprise));
            at += own ? 8 : 4;
        }
        return at;
    }

    private void options(Bytes set, int version, long domain) {
        if (version == IPFIX) {
            optionsIpfix(set, domain);
        } else {
            options9(set, domain);
        }
    }

    private void optionsIpfix(Bytes set, long domain) {
        int at = 4;
        while (at + 6 <= set.length() && set.u16(at) >= FIRST_DATA_SET) {
            int id = set.u16(at);
            List<Template.Field> read = new ArrayList<>();
            at = fields(set, at + 6, set.u16(at + 2), IPFIX, read);
            keep(new TemplateKey(IPFIX, domain, id), new Template(read, true));
        }
    }

    /// Scope and options are counted in bytes.
    private void options9(Bytes set, long domain) {
        int at = 4;
        while (at + 6 <= set.length() && set.u16(at) >= FIRST_DATA_SET) {
            int id = set.u16(at);
            int scope = set.u16(at + 2) / 4;
            List<Template.Field> read = new ArrayList<>();
            int next = fields(set, at + 6, scope + set.u16(at + 4) / 4, NETFLOW_9, read);
            List<Template.Field> own = new ArrayList<>();
            for (int i = 0; i < read.size(); i++) {
                Template.Field field = read.get(i);
                own.add(i < scope ? new Template.Field(field.element(), field.length(), -1) : field);
            }
            keep(new TemplateKey(NETFLOW_9, domain, id), new Template(own, true));
            at = next;
        }
    }

    private void keep(TemplateKey key, Template template) {
        if (templates.size() < MAX_TEMPLATES || templates.containsKey(key)) {
            templates.put(key, template);
        }
    }

    private void records(Bytes set, Template template, Clock clock) {
        int least = template.leastLength();
        int at = 4;
        while (least > 0 && at + least <= set.length()) {
            FlowRecord record = new FlowRecord();
            for (Template.Field field : template.fields()) {
                int size = field.length();
                if (size == Template.VARIABLE) {
                    size = set.u8(at);
                    at++;
                    if (size == 255) {
                        size = set.u16(at);
                        at += 2;
                    }
                }
                Bytes value = set.part(at, size);
                if (field.enterprise() == 0 || field.enterprise() == WAY_BACK) {
                    record.put(field.element(), value, field.enterprise() == WAY_BACK);
                }
                at += size;
            }
            if (template.options()) {
                flows.options(record);
            } else {
                flows.add(record, clock, message);
            }
        }
    }
}
