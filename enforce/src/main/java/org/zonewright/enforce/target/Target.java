package org.zonewright.enforce.target;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.zonewright.enforce.ConduitPolicy;

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

    /// True if rules that let through take the word from rules behind them, so that rules which only observe open
    /// what is judged. A table of nftables of its own, a sensor and a change request do not.
    public boolean opens() {
        return switch (this) {
            case IPTABLES, PFSENSE, OPNSENSE, FORTIGATE, CISCO_ASA, CISCO_IOS -> true;
            case NFTABLES, SURICATA, ZEEK, CSV -> false;
        };
    }

    /// True if a device that has read these rules alone stops what they do not name: where they judge a part, they
    /// are meant to stand before others, and say nothing of the rest.
    public boolean deniesRest() {
        return switch (this) {
            case PFSENSE, OPNSENSE, FORTIGATE, CISCO_ASA -> true;
            case NFTABLES, IPTABLES, SURICATA, CISCO_IOS, ZEEK, CSV -> false;
        };
    }

    /// True if the rules stand in force once they are read. A list that is bound to no interface yet does not.
    public boolean isBound(ConduitPolicy policy) {
        return switch (this) {
            case CISCO_IOS -> false;
            case CISCO_ASA -> policy.scope().everything();
            case NFTABLES, IPTABLES, SURICATA, PFSENSE, OPNSENSE, FORTIGATE, ZEEK, CSV -> true;
        };
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
