package org.zonewright.facts.inventory.estimate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// What one fact gives away of an operating system: its family, a version as a key to compare by (empty for "some"),
/// and
/// how sure that is. Product names and versions are the makers'.
record SystemSign(String family, String version, Confidence confidence, IdentityFact fact) {
    private static final Attribute USER_AGENT = new Attribute("http.user-agent");
    private static final Attribute DHCP_CLASS = new Attribute("dhcp.vendor-class");

    private record Line(Pattern pattern, String family) {}

    private static Line line(String regex, String family) {
        return new Line(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), family);
    }

    /// The first line that fits decides; its first group is the version, if it has one.
    private static final List<Line> LINES = List.of(
            line("Windows CE[ /]?(\\d[\\d.]*)?", "Windows CE"),
            line("Cisco IOS[ -]XE.{0,80}?Version ([\\w.()]+)", "Cisco IOS XE"),
            line("Cisco (?:IOS|Internetwork Operating System).{0,80}?Version ([\\w.()]+)", "Cisco IOS"),
            line("Cisco (?:IOS|Internetwork Operating System)", "Cisco IOS"),
            line("NX-OS.{0,80}?Version ([\\w.()]+)", "Cisco NX-OS"),
            line("JUNOS ([\\w.-]+)", "Junos"),
            line("\\bHiOS\\b", "HiOS"),
            line("RouterOS ?(\\d[\\d.]*)?", "RouterOS"),
            line("FortiOS ?v?(\\d[\\d.]*)?", "FortiOS"),
            line("VxWorks[ /]?(\\d[\\d.]*)?", "VxWorks"),
            line("\\bQNX[ /]?(\\d[\\d.]*)?", "QNX"),
            line("FreeRTOS", "FreeRTOS"),
            line("ThreadX", "ThreadX"),
            line("\\beCos\\b", "eCos"),
            line("android-dhcp-(\\d[\\d.]*)", "Android"),
            line("Android ?(\\d[\\d.]*)?", "Android"),
            line("OpenSSH\\S* Ubuntu", "Linux (Ubuntu)"),
            line("\\(Ubuntu\\)", "Linux (Ubuntu)"),
            line("OpenSSH\\S* (?:Debian|Raspbian)", "Linux (Debian)"),
            line("\\((?:Debian|Raspbian)\\)", "Linux (Debian)"),
            line("\\((?:CentOS|Red Hat)[^)]*\\)", "Linux (Red Hat)"),
            line("\\bLinux[ /](?:\\S+ )?(\\d+\\.\\d+)", "Linux"),
            line("\\bLinux\\b", "Linux"),
            line("^udhcp", "Linux"),
            line("FreeBSD[ /-]?(\\d[\\d.]*)?", "FreeBSD"),
            line("Mac ?OS X|Darwin/", "macOS"),
            line("SunOS|Solaris", "Solaris"),
            line("\\bAIX\\b", "AIX"),
            line("^Unix$|Samba", "Unix"));

    /// A banner that hints at a family without a name for it.
    private static final Pattern DROPBEAR = Pattern.compile("dropbear", Pattern.CASE_INSENSITIVE);

    static Optional<SystemSign> of(IdentityFact fact) {
        Optional<Confidence> standing = standing(fact);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        String text = fact.value();
        Optional<SystemSign> windows = WindowsVersions.in(text)
                .map(version -> new SystemSign(WindowsVersions.FAMILY, version, standing.get(), fact));
        if (windows.isPresent()) {
            return windows;
        }
        for (Line line : LINES) {
            Matcher matcher = line.pattern().matcher(text);
            if (matcher.find()) {
                String version = matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : "";
                return Optional.of(new SystemSign(line.family(), version, standing.get(), fact));
            }
        }
        return DROPBEAR.matcher(text).find()
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
