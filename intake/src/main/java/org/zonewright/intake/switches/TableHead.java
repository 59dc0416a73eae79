package org.zonewright.intake.switches;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line that names a table's columns, which stand two or more spaces apart; columns of one word also one.
record TableHead(List<String> columns, boolean arp) {
    private static final Pattern COLUMN = Pattern.compile("\\S+(?: \\S+)*");
    private static final Pattern KNOWN = Pattern.compile(
            "vlan id|vlan|mac address|mac addr|hardware address|hardware addr|hw address|ip address|address|type|ports?"
                    + "|interface|ifindex|status|protocol|age \\(min\\)|age|mapping|secure|ntfy|learn",
            Pattern.CASE_INSENSITIVE);

    TableHead {
        columns = List.copyOf(columns);
    }

    /// True if a line is such a head.
    static boolean isHead(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean mac = lower.contains("mac address")
                || lower.contains("mac addr")
                || lower.contains("hardware addr")
                || lower.contains("hw address");
        boolean place = lower.contains("port") || lower.contains("interface") || lower.contains("vlan");
        boolean list = lower.indexOf(',') >= 0 || lower.indexOf(';') >= 0 || lower.indexOf('\t') >= 0;
        return mac && place && !list && lower.length() < 200 && !lower.contains("show ");
    }

    static TableHead of(String line) {
        List<String> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(line);
        while (column.find()) {
            Matcher known = KNOWN.matcher(column.group());
            int before = columns.size();
            while (known.find()) {
                columns.add(known.group().toLowerCase(Locale.ROOT));
            }
            if (columns.size() == before) {
                columns.add(column.group().toLowerCase(Locale.ROOT));
            }
        }
        String lower = line.toLowerCase(Locale.ROOT);
        boolean arp = lower.contains("hardware addr")
                || lower.contains("hw address")
                || lower.contains("ip address")
                || lower.startsWith("protocol");
        return new TableHead(columns, arp);
    }

    /// The place of the first column of one of these names.
    OptionalInt column(String... names) {
        for (int i = 0; i < columns.size(); i++) {
            for (String name : names) {
                if (columns.get(i).equals(name)) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }
}
