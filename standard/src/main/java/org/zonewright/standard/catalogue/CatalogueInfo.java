package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Optional;

/// What a catalogue says of itself.
///
/// `version` is the version of our file, to which an assessment is pinned; `subject` names the standard, act or data
/// set it catalogues, with its edition; `sources` are keys explained in `docs/standards.md`.
public record CatalogueInfo(
        CatalogueKey key,
        String version,
        Optional<String> subject,
        Optional<String> copyrightNote,
        List<String> sources) {
    public CatalogueInfo {
        sources = List.copyOf(sources);
    }

    static CatalogueInfo read(CatalogueNode root) {
        CatalogueKey key =
                root.choice("catalogue", CatalogueKey::parse, root.file().key().id());
        if (key != root.file().key()) {
            root.at("catalogue").wrongValue(key.id(), root.file().key().id());
        }
        return new CatalogueInfo(
                root.file().key(),
                root.text("catalogue_version"),
                root.textIfAny("standard").or(() -> root.textIfAny("act")).or(() -> root.textIfAny("source")),
                root.textIfAny("copyright_note"),
                root.textsIfAny("sources"));
    }
}
