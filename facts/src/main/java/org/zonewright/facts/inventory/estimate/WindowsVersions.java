package org.zonewright.facts.inventory.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Windows by the version number of its kernel and the build, as protocols give them, and the names under which those
/// were sold (Microsoft, "Operating System Version" and the release histories). A number stands for a client and a
/// server; which of them it is, is not told.
final class WindowsVersions {
    static final String FAMILY = "Windows";

    private static final Pattern WINDOWS = Pattern.compile("windows|\\bwin(?:32|64)\\b|microsoft-(?:iis|httpapi)");
    private static final Pattern KERNEL =
            Pattern.compile("windows(?:-nt)?(?: nt| version)?[ /](4|5|6|10)\\.(\\d)(?!\\.?\\d)");
    private static final Pattern BUILD =
            Pattern.compile("\\b(1381|2195|2600|3790|600[0-2]|760[01]|9200|9600|1\\d{4}|2\\d{4})\\b");
    private static final Pattern WEB_SERVER = Pattern.compile("microsoft-iis/(\\d+\\.\\d)");

    private static final Pattern SAID_BUILD = Pattern.compile("build (\\d{4,5})\\b");

    private record Sold(String name, String kernel) {}

    /// Names in texts without numbers; the longer before those they begin with.
    private static final List<Sold> SOLD_AS = List.of(
            new Sold("server 2003", "5.2"),
            new Sold("server 2008 r2", "6.1"),
            new Sold("server 2008", "6.0"),
            new Sold("server 2012 r2", "6.3"),
            new Sold("server 2012", "6.2"),
            new Sold("server 20", "10.0"),
            new Sold("windows 2000", "5.0"),
            new Sold("windows xp", "5.1"),
            new Sold("windows vista", "6.0"),
            new Sold("windows 7", "6.1"),
            new Sold("windows 8.1", "6.3"),
            new Sold("windows 8", "6.2"),
            new Sold("windows 1", "10.0"));

    private static final Map<String, String> KERNEL_OF_BUILD = Map.of(
            "1381", "4.0", "2195", "5.0", "2600", "5.1", "3790", "5.2", "7600", "6.1", "7601", "6.1", "9200", "6.2",
            "9600", "6.3");
    private static final Map<String, String> KERNEL_OF_WEB_SERVER = Map.of(
            "5.0", "5.0", "5.1", "5.1", "6.0", "5.2", "7.0", "6.0", "7.5", "6.1", "8.0", "6.2", "8.5", "6.3", "10.0",
            "10.0");
    private static final Map<String, String> NAMES = Map.of(
            "4.0", "Windows NT 4.0",
            "5.0", "Windows 2000",
            "5.1", "Windows XP",
            "5.2", "Windows Server 2003 or XP x64",
            "6.0", "Windows Vista or Server 2008",
            "6.1", "Windows 7 or Server 2008 R2",
            "6.2", "Windows 8 or Server 2012",
            "6.3", "Windows 8.1 or Server 2012 R2");

    /// The names of 10.0 from a build on.
    private static final NavigableMap<Integer, String> TEN = new TreeMap<>(Map.of(
            0, "Windows 10 or later",
            10240, "Windows 10",
            14393, "Windows 10 or Server 2016",
            14394, "Windows 10",
            17763, "Windows 10 or Server 2019",
            17764, "Windows 10",
            20348, "Windows Server 2022",
            22000, "Windows 11",
            26100, "Windows 11 or Server 2025"));

    private WindowsVersions() {}

    /// The version in a text that speaks of Windows: `6.1`, `6.1.7601`, or empty for some Windows.
    static Optional<String> in(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        if (!text.contains("win") && !text.contains("microsoft-")) {
            return Optional.empty(); // found out before a pattern is tried, since most are none
        }
        if (!WINDOWS.matcher(text).find() || text.contains("windows ce")) {
            return Optional.empty();
        }
        Matcher kernel = KERNEL.matcher(text);
        if (kernel.find()) {
            Matcher build = SAID_BUILD.matcher(text);
            return Optional.of(kernel.group(1) + "." + kernel.group(2) + (build.find() ? "." + build.group(1) : ""));
        }
        Matcher build = BUILD.matcher(text);
        if (build.find()) {
            String number = build.group(1);
            String ofBuild = number.startsWith("600") ? "6.0" : KERNEL_OF_BUILD.getOrDefault(number, "10.0");
            return Optional.of(ofBuild + "." + number);
        }
        Matcher server = WEB_SERVER.matcher(text);
        return Optional.of(server.find() ? KERNEL_OF_WEB_SERVER.getOrDefault(server.group(1), "") : kernelOfName(text));
    }

    private static String kernelOfName(String text) {
        return SOLD_AS.stream()
                .filter(sold -> text.contains(sold.name()))
                .findFirst()
                .map(Sold::kernel)
                .orElse("");
    }

    /// The name under which a version was sold, with its build.
    static String name(String version) {
        if (version.isEmpty()) {
            return FAMILY;
        }
        int second = version.indexOf('.', version.indexOf('.') + 1);
        String kernel = second < 0 ? version : version.substring(0, second);
        String build = second < 0 ? "" : version.substring(second + 1);
        String name = kernel.equals("10.0")
                ? TEN.floorEntry(build.isEmpty() ? 0 : Integer.parseInt(build)).getValue()
                : NAMES.getOrDefault(kernel, FAMILY + " " + kernel);
        return build.isEmpty() ? name : name + " (build " + build + ")";
    }
}
