package org.zonewright.standard.catalogue;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with a catalogue file, or with a document that refers to catalogues.
public enum CatalogueProblem implements ProblemKind {
    /// The file is no YAML document of the expected form.
    UNREADABLE("catalogue.unreadable"),
    /// A key stands twice in one mapping.
    DUPLICATE_KEY("catalogue.duplicate-key"),
    /// A key that this kind of entry does not have.
    UNKNOWN_KEY("catalogue.unknown-key"),
    /// A key that is needed is missing or empty.
    MISSING_KEY("catalogue.missing-key"),
    /// A value is not of the expected kind or range.
    WRONG_VALUE("catalogue.wrong-value"),
    /// Two entries of one list have the same id.
    DUPLICATE_ID("catalogue.duplicate-id"),
    /// A text is no requirement id in any spelling known.
    UNREADABLE_ID("catalogue.unreadable-id"),
    /// An enhancement has a lower level than the requirement it enhances.
    LEVEL_BELOW_PARENT("catalogue.level-below-parent"),
    /// A list is not as long as the file itself says.
    WRONG_COUNT("catalogue.wrong-count"),
    /// An entry refers to one that does not exist.
    UNKNOWN_REFERENCE("catalogue.unknown-reference"),
    /// A relation is told in two places and they differ.
    CONTRADICTION("catalogue.contradiction"),
    /// A document names a catalogue that is not in the product.
    UNKNOWN_CATALOGUE("catalogue.unknown-catalogue"),
    /// A document is pinned to a version of a catalogue that is not in the product.
    UNKNOWN_VERSION("catalogue.unknown-version"),
    /// A document names a requirement that no catalogue has.
    UNKNOWN_ID("catalogue.unknown-id");

    private final String id;

    CatalogueProblem(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /// All are errors: a catalogue is used whole or not at all, and a document's reference must not be guessed.
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
