package org.zonewright.intake.flowexport;

import java.util.List;

/// How the records of one set are laid out: fields in order. `options` describe the exporter and are no flows.
record Template(List<Field> fields, boolean options) {
    static final int VARIABLE = 0xffff;

    /// A field: its element, its length in bytes ([#VARIABLE] if each value says its own), and whose element it is
    /// (0 for the registry's; 29305 for the way back of RFC 5103).
    record Field(int element, int length, long enterprise) {}

    Template {
        fields = List.copyOf(fields);
    }

    /// The least bytes a record can have.
    int leastLength() {
        int length = 0;
        for (Field field : fields) {
            length += field.length() == VARIABLE ? 1 : field.length();
        }
        return length;
    }
}
