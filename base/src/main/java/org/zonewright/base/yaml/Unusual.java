package org.zonewright.base.yaml;

/// Thrown where a text has something that [PlainYaml] does not know.
final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusual() {
        super("left to a complete parser", null, false, false);
    }
}
