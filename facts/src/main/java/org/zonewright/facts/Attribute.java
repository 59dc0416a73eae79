package org.zonewright.facts;

/// What an [IdentityFact] says of a station. The constants are the attributes that become fields of an asset;
/// protocols add their own with a prefix (`dnp3.address`, `profinet.device-id`).
public record Attribute(String id) implements Comparable<Attribute> {
    /// A host, station or device name.
    public static final Attribute NAME = new Attribute("name");
    /// The maker.
    public static final Attribute VENDOR = new Attribute("vendor");
    /// Product or order designation.
    public static final Attribute MODEL = new Attribute("model");
    /// Version of firmware or software.
    public static final Attribute FIRMWARE = new Attribute("firmware");
    public static final Attribute SERIAL = new Attribute("serial");
    /// Version of the hardware.
    public static final Attribute HARDWARE = new Attribute("hardware");
    /// Operating system or platform.
    public static final Attribute OPERATING_SYSTEM = new Attribute("operating-system");
    /// Free text a station gives of itself (system description, banner).
    public static final Attribute DESCRIPTION = new Attribute("description");
    /// Where the station says it stands, or its function in the plant.
    public static final Attribute LOCATION = new Attribute("location");
    /// A module or part of the station.
    public static final Attribute MODULE = new Attribute("module");
    /// A role the station announces (for example `router` by LLDP capabilities) or a document gives it; value is a
    /// word such as the id of an `inventory.Role`.
    public static final Attribute ANNOUNCED_ROLE = new Attribute("announced-role");
    /// An IP address that the subject owns; the subject is usually a MAC address (ARP, DHCP, DCP, LLDP).
    public static final Attribute OWNS_ADDRESS = new Attribute("owns-address");
    /// A network in CIDR notation that the subject belongs to (DHCP, router advertisement, DCP).
    public static final Attribute NETWORK = new Attribute("network");
    /// The router that the subject uses.
    public static final Attribute GATEWAY = new Attribute("gateway");
    /// The row of a list that speaks of the subject; subjects of one row are one device.
    public static final Attribute LIST_ROW = new Attribute("list.row");
    /// The name of a person's account; personal data.
    public static final Attribute ACCOUNT = new Attribute("account");

    public Attribute {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an attribute needs an id");
        }
    }

    /// True if the value names a person and is left out of redacted output.
    public boolean isPersonal() {
        return equals(ACCOUNT);
    }

    @Override
    public int compareTo(Attribute other) {
        return id.compareTo(other.id);
    }
}
