package org.zonewright.intake.source;

/// The kinds of files that are read beside captures and asset lists, told apart by what they hold.
public enum SourceFormat {
    ZEEK("zeek"),
    SURICATA("suricata-eve"),
    FLOW_EXPORT("flow-export"),
    NMAP("nmap"),
    NESSUS("nessus"),
    SWITCH_TABLE("switch-table"),
    NETBOX("netbox"),
    SCL("scl"),
    GSDML("gsdml"),
    EDS("eds");

    private final String id;

    SourceFormat(String id) {
        this.id = id;
    }

    /// The word in previews; its name for people is the text `source.format.` and this word.
    public String id() {
        return id;
    }
}
