package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.plant.id.SiteId;

/// The site a document is about.
///
/// `country` is an ISO 3166 code of two capital letters, `language` the language reports are written in (`de`),
/// `classification` the mark that stands on every page, `revision` the people's own name for this state of the
/// document.
public record Site(
        SiteId id,
        Optional<String> name,
        Optional<String> organisation,
        Optional<String> country,
        Optional<String> sector,
        Optional<Entity> entity,
        Optional<String> classification,
        Optional<String> language,
        Optional<String> revision,
        Optional<String> note) {

    public Site {
        if (country.filter(code -> !code.matches("[A-Z]{2}")).isPresent()) {
            throw new IllegalArgumentException("a country is two capital letters (ISO 3166), such as DE");
        }
    }

    /// What the NIS2 directive makes of the organisation, as the organisation says itself.
    public enum Entity implements Word {
        ESSENTIAL,
        IMPORTANT,
        OUT_OF_SCOPE
    }

    /// A site with nothing but an id.
    public static Site of(SiteId id) {
        return new Site(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The name people read: `name`, or the id.
    public String displayName() {
        return name.orElse(id.value());
    }
}
