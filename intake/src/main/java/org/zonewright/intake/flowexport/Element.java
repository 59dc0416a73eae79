package org.zonewright.intake.flowexport;

/// The information elements that are read (IANA, IP Flow Information Export; NetFlow 9 has the same numbers for
/// them).
final class Element {
    static final int OCTETS = 1;
    static final int PACKETS = 2;
    static final int PROTOCOL = 4;
    static final int TCP_FLAGS = 6;
    static final int SOURCE_PORT = 7;
    static final int SOURCE_IPV4 = 8;
    static final int DESTINATION_PORT = 11;
    static final int DESTINATION_IPV4 = 12;
    static final int LAST_UPTIME = 21; // milliseconds since the exporter started
    static final int FIRST_UPTIME = 22;
    static final int SOURCE_IPV6 = 27;
    static final int DESTINATION_IPV6 = 28;
    static final int SAMPLING_INTERVAL = 34;
    static final int SOURCE_MAC = 56;
    static final int VLAN = 58;
    static final int DESTINATION_MAC = 80;
    static final int TOTAL_OCTETS = 85;
    static final int TOTAL_PACKETS = 86;
    static final int START_SECONDS = 150;
    static final int END_SECONDS = 151;
    static final int START_MILLISECONDS = 152;
    static final int END_MILLISECONDS = 153;
    static final int BIFLOW_DIRECTION = 239;
    static final int DOT1Q_VLAN = 243;
    static final int SAMPLING_PACKETS = 305;

    private Element() {}
}
