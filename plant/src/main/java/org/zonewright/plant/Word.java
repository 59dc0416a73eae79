package org.zonewright.plant;

import java.util.Locale;

/// An enum whose constants are words of the document: lower case, with dashes.
public interface Word {
    /// The constant's name, as every enum has it.
    String name();

    /// The word that stands in the document.
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
