package org.zonewright.standard;

import java.util.Locale;
import java.util.Optional;

/// What kind of component a requirement of IEC 62443-4-2 is for. A component may be of several types and then has to
/// meet the requirements of each.
public enum ComponentType {
    SOFTWARE_APPLICATION("SAR", "software application"),
    EMBEDDED_DEVICE("EDR", "embedded device"),
    HOST_DEVICE("HDR", "host device"),
    NETWORK_DEVICE("NDR", "network device");

    private final String code;
    private final String title;

    ComponentType(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /// The prefix of its own requirements: `SAR`, `EDR`, `HDR` or `NDR`.
    public String code() {
        return code;
    }

    /// The published name, such as "embedded device".
    public String title() {
        return title;
    }

    /// Reads a code in any case; empty for anything else.
    public static Optional<ComponentType> parse(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (ComponentType type : values()) {
            if (type.code.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
