package org.zonewright.facts.inventory;

import java.util.Locale;

/// What a node does in the plant or the network.
public enum Role {
    CONTROLLER,
    /// A drive, an I/O station, a field device or an intelligent electronic device that is polled.
    FIELD_DEVICE,
    /// An operator panel or a SCADA server.
    HMI_SCADA,
    ENGINEERING_STATION,
    HISTORIAN,
    GATEWAY,
    SWITCH,
    ROUTER,
    WIRELESS_ACCESS,
    TIME_SERVER,
    NAME_SERVER,
    DIRECTORY_SERVER,
    DHCP_SERVER,
    LOG_SERVER,
    FILE_SERVER,
    REMOTE_ACCESS,
    PRINTER,
    WORKSTATION;

    private final String id =
            name().toLowerCase(Locale.ROOT).replace('_', '-'); // asked for with every fact and conversation

    /// The word in JSON and documents.
    public String id() {
        return id;
    }
}
