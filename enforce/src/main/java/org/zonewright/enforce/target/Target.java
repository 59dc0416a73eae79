package org.zonewright.enforce.target;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What rules can be written for. `id` is the word on the command line; `drops` is false for what only watches.
public enum Target {
    NFTABLES("nftables", true),
    IPTABLES("iptables", true),
    SURICATA("suricata", true),
    PFSENSE("pfsense", true),
    OPNSENSE("opnsense", true),
    FORTIGATE("fortigate", true),
    CISCO_ASA("cisco-asa", true),
    CISCO_IOS("cisco-ios", true),
    ZEEK("zeek", false),
    CSV("csv", true);

    /// Protocols over TCP of which Suricata's rules tell functions apart, by keyword or by byte.
    private static final Set<String> SURICATA_FUNCTIONS =
            Set.of("modbus", "dnp3", "enip", "cip", "ethernet-ip", "s7comm", "iec104");

    private static final Set<String> ZEEK_FUNCTIONS = Set.of("modbus", "dnp3");

    private final String id;
    private final boolean drops;

    Target(String id, boolean drops) {
        this.id = id;
        this.drops = drops;
    }

    public String id() {
        return id;
    }

    public boolean drops() {
        return drops;
    }

    /// True if rules for it tell the functions of a protocol apart.
    public boolean tellsFunctions(String protocol) {
        return switch (this) {
            case SURICATA -> SURICATA_FUNCTIONS.contains(protocol);
            case ZEEK -> ZEEK_FUNCTIONS.contains(protocol);
            case CSV -> true; // people read it
            case NFTABLES, IPTABLES, PFSENSE, OPNSENSE, FORTIGATE, CISCO_ASA, CISCO_IOS -> false;
        };
    }

    public static Optional<Target> of(String word) {
        return Arrays.stream(values()).filter(target -> target.id.equals(word)).findFirst();
    }
}
