package org.zonewright.intake.list;

import java.util.Arrays;
import java.util.Optional;
import org.zonewright.facts.Attribute;

/// What a column of an asset list can say of a device. The id is the word in mapping files and in `headings.txt`.
///
/// Fields of an asset become that attribute of a fact; hints for decisions, which are people's to make (zone, owner,
/// criticality), become `list.<id>`.
public enum ListField {
    NAME("name", Attribute.NAME),
    /// A plant designation; the name where no column is one.
    TAG("tag", NAME),
    IP("ip"),
    MAC("mac"),
    MASK("mask"),
    GATEWAY("gateway", Attribute.GATEWAY),
    /// The network that makes the address unambiguous, by name or as prefix.
    NETWORK("network"),
    VLAN("vlan"),
    VENDOR("vendor", Attribute.VENDOR),
    MODEL("model", Attribute.MODEL),
    /// A type designation or a kind of device; the model where no column is one and the cell names no role.
    TYPE("type", MODEL),
    /// An order number; the model where neither a model nor a type is a column.
    ORDER_NUMBER("order-number", MODEL),
    FIRMWARE("firmware", Attribute.FIRMWARE),
    HARDWARE("hardware", Attribute.HARDWARE),
    OPERATING_SYSTEM("operating-system", Attribute.OPERATING_SYSTEM),
    SERIAL("serial", Attribute.SERIAL),
    DESCRIPTION("description", Attribute.DESCRIPTION),
    LOCATION("location", Attribute.LOCATION),
    ROLE("role"),
    ZONE("zone"),
    OWNER("owner"),
    CONTACT("contact"),
    CRITICALITY("criticality"),
    SAFETY("safety"),
    PROTOCOLS("protocols"),
    COMMISSIONED("commissioned"),
    SUPPORT_END("support-end"),
    CHECKED("checked"),
    REMARKS("remarks");

    private final String id;
    private final String attributeId;
    private final Optional<ListField> standsInFor;

    ListField(String id) {
        this.id = id;
        this.attributeId = "list." + id;
        this.standsInFor = Optional.empty();
    }

    ListField(String id, Attribute attribute) {
        this.id = id;
        this.attributeId = attribute.id();
        this.standsInFor = Optional.empty();
    }

    ListField(String id, ListField standsInFor) {
        this.id = id;
        this.attributeId = "list." + id;
        this.standsInFor = Optional.of(standsInFor);
    }

    public static Optional<ListField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    /// The attribute of the facts that the field's values become.
    public Attribute attribute() {
        return new Attribute(attributeId);
    }

    /// The field that this one takes the place of where a list has no column for it.
    public Optional<ListField> standsInFor() {
        return standsInFor;
    }

    /// True if several columns of one list may each say it.
    boolean isRepeatable() {
        return switch (this) {
            case NAME, IP, MAC, DESCRIPTION, PROTOCOLS, REMARKS -> true;
            default -> false;
        };
    }

    /// True if only a description of equipment has such a column.
    boolean isTechnical() {
        return switch (this) {
            case VENDOR, MODEL, TYPE, ORDER_NUMBER, FIRMWARE, HARDWARE, OPERATING_SYSTEM, SERIAL -> true;
            default -> false;
        };
    }
}
