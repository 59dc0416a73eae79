package org.zonewright.intake.switches;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.ListedStation;
import org.zonewright.intake.source.LogFile;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Reads a file with such tables. Mutable; one thread; one file.
public final class SwitchTables {
    private static final String METHOD = "switch-table";
    private static final Attribute PORT = new Attribute("switch.port");
    private static final Attribute VLAN = new Attribute("switch.vlan");
    private static final Pattern PROMPT = Pattern.compile("^\\(?([A-Za-z][A-Za-z0-9._-]{0,62})\\)? ?[#>] ?\\S.*");
    private static final Pattern INTERFACE =
            Pattern.compile("(?i)(?:[a-z]{1,20}-?\\d+(?:[/.:]\\d+)*|\\d+(?:/\\d+){1,3}|p\\d+(?:\\.\\d+)?)");
    private static final Pattern EIGHT_PAIRS = Pattern.compile("[0-9a-fA-F]{2}(?:[:-][0-9a-fA-F]{2}){7}");
    private static final Pattern THREE_QUADS = Pattern.compile("[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4}");
    private static final Pattern VLAN_INTERFACE = Pattern.compile("(?i)vlan ?(\\d{1,4})");
    private static final List<String> OWN =
            List.of("self", "management", "mgmt", "cpu", "router", "switch", "system", "igmp", "gmrp", "sup-eth1(r)");

    private final Gathering into;
    private Optional<TableHead> head = Optional.empty();
    private String device = "";

    private SwitchTables(Gathering into) {
        this.into = into;
    }

    /// True if the start of a file has the head of such a table with an entry below.
    public static boolean recognises(String start) {
        if (start.indexOf('\0') >= 0) {
            return false;
        }
        boolean headSeen = false;
        for (String line : (Iterable<String>) start.lines().limit(2000)::iterator) {
            headSeen |= TableHead.isHead(line);
            if (headSeen && words(line).stream().anyMatch(word -> mac(word).isPresent())) {
                return true;
            }
        }
        return false;
    }

    /// Reads a file.
    public static SourceReading read(Path file) {
        Gathering into = new Gathering(file.toString(), file.toString(), SourceFormat.SWITCH_TABLE, Basis.DOCUMENTED);
        String digest = LogFile.lines(file, into, new SwitchTables(into)::line);
        return into.finish(digest);
    }

    private void line(String text, int number) {
        Matcher prompt = PROMPT.matcher(text.strip());
        if (prompt.matches()) {
            device = prompt.group(1);
            head = Optional.empty();
        } else if (TableHead.isHead(text)) {
            head = Optional.of(TableHead.of(text.strip()));
        } else if (head.isPresent() && !text.isBlank() && text.chars().anyMatch(Character::isLetterOrDigit)) {
            entry(head.get(), text, number);
        }
    }

    private void entry(TableHead table, String text, int number) {
        List<String> words = words(text);
        Optional<MacAddress> mac =
                words.stream().flatMap(word -> mac(word).stream()).findFirst();
        String kind = table.arp() ? "arp" : "mac";
        boolean incomplete = text.toLowerCase(Locale.ROOT).contains("incomplete");
        if (mac.isEmpty()) {
            if (incomplete) {
                into.leftOut(kind, "incomplete");
            }
            return; // totals, rules and remarks
        }
        into.show(text.strip());
        if (!mac.get().isStation()) {
            into.leftOut(kind, "group");
        } else if (words.stream().map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(OWN::contains)) {
            into.leftOut(kind, "own");
        } else {
            ListedStation station = new ListedStation(METHOD, number);
            station.address(mac.get(), number);
            words.stream()
                    .flatMap(word -> Address.parse(word).stream())
                    .filter(Ipv4Address.class::isInstance)
                    .findFirst()
                    .ifPresent(ip -> station.address(ip, number));
            place(table, words, number, station);
            station.tell(into.vantage(), into);
            into.taken(kind);
        }
    }

    private void place(TableHead table, List<String> words, int number, ListedStation station) {
        Optional<String> port = port(table, words);
        Optional<Integer> vlan = vlan(table, words, port);
        if (!table.arp()) {
            port.ifPresent(name ->
                    station.value(PORT, (device.isEmpty() ? "" : device + " ") + name, Confidence.MEDIUM, number));
        }
        vlan.ifPresent(id -> station.value(VLAN, Integer.toString(id), Confidence.MEDIUM, number));
    }

    /// The word under its heading where a line has a word a column, else the last that looks like a port.
    private static Optional<String> port(TableHead table, List<String> words) {
        OptionalInt column = table.column("ports", "port", "interface");
        if (column.isPresent() && words.size() == table.columns().size()) {
            return Optional.of(words.get(column.getAsInt()));
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            if (INTERFACE.matcher(words.get(i)).matches() && mac(words.get(i)).isEmpty()) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> vlan(TableHead table, List<String> words, Optional<String> port) {
        OptionalInt column = table.column("vlan", "vlan id");
        if (column.isPresent() && column.getAsInt() < words.size()) {
            Optional<Integer> id = number(words.get(column.getAsInt()));
            return id.isPresent()
                    ? id
                    : words.stream().flatMap(word -> number(word).stream()).findFirst();
        }
        Optional<String> withPairs = words.stream()
                .filter(word -> EIGHT_PAIRS.matcher(word).matches())
                .findFirst();
        if (withPairs.isPresent()) {
            String pairs = withPairs.get();
            return Optional.of(Integer.parseInt(pairs.substring(0, 2) + pairs.substring(3, 5), 16) & 0xfff);
        }
        Matcher named = VLAN_INTERFACE.matcher(port.orElse(""));
        return named.matches() ? number(named.group(1)) : Optional.empty();
    }

    private static Optional<Integer> number(String word) {
        boolean digits = !word.isEmpty() && word.length() < 5 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(word)).filter(id -> id > 0 && id < 4095) : Optional.empty();
    }

    /// A MAC address; one of eight pairs has its VLAN in front.
    private static Optional<MacAddress> mac(String word) {
        String pairs = THREE_QUADS.matcher(word).matches() ? pairs(word) : word;
        String address = EIGHT_PAIRS.matcher(pairs).matches() ? pairs.substring(6) : pairs;
        boolean separated = address.indexOf(':') > 0 || address.indexOf('-') > 0;
        return separated && Address.parse(address).orElse(null) instanceof MacAddress mac
                ? Optional.of(mac)
                : Optional.empty();
    }

    /// `001b.1b12.3456` as `00:1b:1b:12:34:56`.
    private static String pairs(String quads) {
        StringBuilder pairs = new StringBuilder();
        for (int at : new int[] {0, 2, 5, 7, 10, 12}) {
            pairs.append(pairs.isEmpty() ? "" : ":").append(quads, at, at + 2);
        }
        return pairs.toString();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(line);
        while (tokens.hasMoreTokens() && words.size() < 32) {
            String word = tokens.nextToken();
            if (!word.equals("*") && !word.equals("+")) {
                words.add(word);
            }
        }
        return words;
    }
}
