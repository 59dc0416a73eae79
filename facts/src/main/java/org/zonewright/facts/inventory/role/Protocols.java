package org.zonewright.facts.inventory.role;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Groups of protocols by what a station that answers them is.
final class Protocols {
    private Protocols() {}

    private static Set<String> named(String names) {
        return Set.copyOf(Arrays.asList(names.split(" ", -1)));
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /// Answered by programmable and remote controllers.
    static final Set<String> CONTROLLER =
            named("ads bacnet bsap cip crimson dnp3 egd enip ff-hse fins fox ge-srtp genisys iec104 "
                    + "melsec melsoft modbus pcworx proconos roc s7comm s7comm-plus saia umas");

    /// Answered or sent by intelligent devices near the process: protection, meters, sensors, room devices.
    static final Set<String> FIELD = named("c1222 c37118 dlms goose hart-ip knx lon mms sv");

    /// What stations that control something ask for.
    static final Set<String> CONTROLLING = with(CONTROLLER, FIELD);

    /// What a station that translates may be asked in.
    static final Set<String> UPWARD = with(CONTROLLER, named("opcua mms"));

    /// Sent in cycles between a controller and its field devices.
    static final Set<String> CYCLIC = named("ethercat powerlink profinet-rt");

    /// Those whose functions load or start programs only by an engineering tool. In telecontrol (DNP3, IEC 104) a
    /// master restarts and configures stations in daily work.
    static final Set<String> ENGINEERED = named(
            "ads cip crimson enip fins fox ge-srtp melsec melsoft modbus pcworx proconos s7comm " + "s7comm-plus umas");

    /// Spoken by engineering tools alone.
    static final Set<String> ENGINEERING_TOOL = named("crimson melsoft pcworx proconos umas");

    static final Set<String> DATABASE = named("mysql oracle postgresql tds");

    /// A person or tool takes over a station.
    static final Set<String> REMOTE_SESSION = named("rdp ssh telnet vnc winrm");

    static final Set<String> TUNNEL = named("ike l2tp openvpn pptp wireguard");

    /// Asked by ordinary computers.
    static final Set<String> OFFICE =
            named("dhcp dns http imap kerberos ldap mdns netbios pop3 rdp smb smtp ssdp ssh tls");
}
