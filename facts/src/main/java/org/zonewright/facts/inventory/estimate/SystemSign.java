package org.zonewright.facts.inventory.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// What one fact gives away of an operating system: its family, a version as a key to compare by (empty for "some"),
/// and
/// how sure that is. Product names and versions are the makers'.
record SystemSign(String family, String version, Confidence confidence, IdentityFact fact)
        implements Comparable<SystemSign> {
    private static final Attribute USER_AGENT = new Attribute("http.user-agent");
    private static final Attribute DHCP_CLASS = new Attribute("dhcp.vendor-class");

    /// Words that speak of a family. Their pattern is made and tried only where the text has `word`, in lower case,
    /// without which it cannot fit: most texts have none. Mutable, in that the pattern is kept; safe for any
    /// thread.
    private static final class Line {
        private final String word;
        private final String regex;
        private final String family;
        private volatile @Nullable Pattern pattern;

        Line(String word, String regex, String family) {
            this.word = word;
            this.regex = regex;
            this.family = family;
        }

        /// Finds it in a text, which is given in lower case too.
        Optional<Matcher> in(String text, String lower) {
            if (!lower.contains(word)) {
                return Optional.empty();
            }
            Pattern made = pattern;
            if (made == null) {
                made = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
                pattern = made;
            }
            Matcher matcher = made.matcher(text);
            return matcher.find() ? Optional.of(matcher) : Optional.empty();
        }
    }

    /// The first line that fits decides; its first group is the version, if it has one.
    private static final List<Line> LINES = List.of(
            new Line("windows ce", "Windows CE[ /]?(\\d[\\d.]*)?", "Windows CE"),
            new Line("cisco ios", "Cisco IOS[ -]XE.{0,80}?Version ([\\w.()]+)", "Cisco IOS XE"),
            new Line("cisco i", "Cisco (?:IOS|Internetwork Operating System).{0,80}?Version ([\\w.()]+)", "Cisco IOS"),
            new Line("cisco i", "Cisco (?:IOS|Internetwork Operating System)", "Cisco IOS"),
            new Line("nx-os", "NX-OS.{0,80}?Version ([\\w.()]+)", "Cisco NX-OS"),
            new Line("junos ", "JUNOS ([\\w.-]+)", "Junos"),
            new Line("hios", "\\bHiOS\\b", "HiOS"),
            new Line("routeros", "RouterOS ?(\\d[\\d.]*)?", "RouterOS"),
            new Line("fortios", "FortiOS ?v?(\\d[\\d.]*)?", "FortiOS"),
            new Line("vxworks", "VxWorks[ /]?(\\d[\\d.]*)?", "VxWorks"),
            new Line("qnx", "\\bQNX[ /]?(\\d[\\d.]*)?", "QNX"),
            new Line("freertos", "FreeRTOS", "FreeRTOS"),
            new Line("threadx", "ThreadX", "ThreadX"),
            new Line("ecos", "\\beCos\\b", "eCos"),
            new Line("android-dhcp-", "android-dhcp-(\\d[\\d.]*)", "Android"),
            new Line("android", "Android ?(\\d[\\d.]*)?", "Android"),
            new Line("openssh", "OpenSSH\\S* Ubuntu", "Linux (Ubuntu)"),
            new Line("(ubuntu)", "\\(Ubuntu\\)", "Linux (Ubuntu)"),
            new Line("openssh", "OpenSSH\\S* (?:Debian|Raspbian)", "Linux (Debian)"),
            new Line("bian)", "\\((?:Debian|Raspbian)\\)", "Linux (Debian)"),
            new Line("(", "\\((?:CentOS|Red Hat)[^)]*\\)", "Linux (Red Hat)"),
            new Line("linux", "\\bLinux[ /](?:\\S+ )?(\\d+\\.\\d+)", "Linux"),
            new Line("linux", "\\bLinux\\b", "Linux"),
            new Line("udhcp", "^udhcp", "Linux"),
            new Line("freebsd", "FreeBSD[ /-]?(\\d[\\d.]*)?", "FreeBSD"),
            new Line("os x", "Mac ?OS X", "macOS"),
            new Line("darwin/", "Darwin/", "macOS"),
            new Line("sunos", "SunOS", "Solaris"),
            new Line("solaris", "Solaris", "Solaris"),
            new Line("aix", "\\bAIX\\b", "AIX"),
            new Line("unix", "^Unix$", "Unix"),
            new Line("samba", "Samba", "Unix"));

    /// A banner that hints at a family without a name for it.
    private static final String DROPBEAR = "dropbear";

    static Optional<SystemSign> of(IdentityFact fact) {
        Optional<Confidence> standing = standing(fact);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        String text = fact.value();
        Optional<String> windows = WindowsVersions.in(text);
        if (windows.isPresent()) {
            return Optional.of(new SystemSign(WindowsVersions.FAMILY, windows.get(), standing.get(), fact));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (Line line : LINES) {
            Optional<Matcher> found = line.in(text, lower);
            if (found.isPresent()) {
                Matcher matcher = found.get();
                String version = matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : "";
                return Optional.of(new SystemSign(line.family, version, standing.get(), fact));
            }
        }
        return lower.contains(DROPBEAR)
                ? Optional.of(new SystemSign("Linux", "", Confidence.LOW, fact))
                : Optional.empty();
    }

    /// How far words in this place can be trusted to speak of the system they run on; empty where they never do. A
    /// browser may run elsewhere, and a banner is that of a program.
    private static Optional<Confidence> standing(IdentityFact fact) {
        Attribute attribute = fact.attribute();
        if (attribute.equals(Attribute.OPERATING_SYSTEM)) {
            return Optional.of(fact.confidence());
        }
        if (attribute.equals(USER_AGENT) || attribute.equals(DHCP_CLASS)) {
            return Optional.of(weaker(Confidence.MEDIUM, fact.confidence()));
        }
        if (attribute.equals(Attribute.DESCRIPTION)) {
            return Optional.of(
                    switch (fact.method()) {
                        case "snmp", "lldp", "cdp" -> fact.confidence();
                        default -> weaker(Confidence.MEDIUM, fact.confidence());
                    });
        }
        return Optional.empty();
    }

    private static Confidence weaker(Confidence one, Confidence other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// The surest first, of equally sure ones the most exact.
    @Override
    public int compareTo(SystemSign other) {
        int order = other.confidence.compareTo(confidence);
        order = order != 0 ? order : Integer.compare(other.version.length(), version.length());
        order = order != 0 ? order : family.compareTo(other.family);
        order = order != 0 ? order : version.compareTo(other.version);
        return order != 0 ? order : fact.compareTo(other.fact);
    }

    boolean isMoreExactThan(SystemSign other) {
        int order = Integer.compare(version.length(), other.version.length());
        order = order != 0 ? order : Integer.compare(family.length(), other.family.length());
        return (order != 0 ? order : confidence.compareTo(other.confidence)) > 0;
    }

    /// The usual name.
    String name() {
        if (family.equals(WindowsVersions.FAMILY)) {
            return WindowsVersions.name(version);
        }
        return version.isEmpty() ? family : family + " " + version;
    }

    /// True if both may be of one system: one family, and no different versions.
    boolean agreesWith(SystemSign other) {
        boolean oneFamily = family.equals(other.family)
                || (isLinux() && other.isLinux() && (family.equals("Linux") || other.family.equals("Linux")))
                || (family.equals("Unix") && !other.family.equals(WindowsVersions.FAMILY))
                || (other.family.equals("Unix") && !family.equals(WindowsVersions.FAMILY));
        return oneFamily && (version.startsWith(other.version) || other.version.startsWith(version));
    }

    private boolean isLinux() {
        return family.startsWith("Linux");
    }
}
