package org.zonewright.plant;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with a plant document. In texts, `{0}` is the text that was found.
public enum PlantProblem implements ProblemKind {
    /// Not YAML at all. `{0}`: what the parser says.
    SYNTAX("plant.syntax"),
    /// Too large, too deep or too many nodes. `{0}`: the bound.
    TOO_LARGE("plant.too-large"),
    /// An anchor, alias or tag. `{0}`: it.
    ALIAS("plant.alias"),
    /// More than one document in the file.
    SEVERAL_DOCUMENTS("plant.several-documents"),
    /// Bytes that are not UTF-8.
    ENCODING("plant.encoding"),
    /// The file is no plant document: no mapping, or no `zonewright` key.
    NO_DOCUMENT("plant.no-document"),
    /// The file is no maker's file: no mapping, or no `zonewright-product` key.
    NO_PRODUCT("plant.no-product"),
    /// `{0}`: the version found.
    UNKNOWN_FORMAT("plant.unknown-format"),
    /// `{0}`: key; `{1}`: nearest known key; `{2}`: all known keys.
    UNKNOWN_KEY("plant.unknown-key"),
    /// `{0}`: key.
    DUPLICATE_KEY("plant.duplicate-key"),
    /// `{0}`: key; `{1}`: what the item is.
    MISSING_KEY("plant.missing-key"),
    /// `{0}`: what was found; `{1}`: what is expected.
    WRONG_TYPE("plant.wrong-type"),
    /// `{0}`: word; `{1}`: nearest word; `{2}`: all words.
    UNKNOWN_WORD("plant.unknown-word"),
    /// None or several of the keys of which exactly one is needed. `{0}`: what the item is; `{1}`: the keys.
    CHOOSE_ONE("plant.choose-one"),
    BAD_ID("plant.bad-id"),
    BAD_ADDRESS("plant.bad-address"),
    BAD_NETWORK("plant.bad-network"),
    BAD_MAC("plant.bad-mac"),
    BAD_PORT("plant.bad-port"),
    BAD_DATE("plant.bad-date"),
    BAD_TIME("plant.bad-time"),
    BAD_DURATION("plant.bad-duration"),
    BAD_VECTOR("plant.bad-vector"),
    BAD_LEVEL("plant.bad-level"),
    BAD_NUMBER("plant.bad-number"),
    BAD_FUNCTION("plant.bad-function"),
    BAD_TEXT("plant.bad-text"),
    BAD_DIGEST("plant.bad-digest"),
    /// `{0}`: id; `{1}`: kind; `{2}`: where it stands already.
    DUPLICATE_ID("plant.duplicate-id"),
    /// `{0}`: id; `{1}`: kinds that could be meant; `{2}`: nearest id.
    DANGLING_REFERENCE("plant.dangling-reference"),
    /// `{0}`: id; `{1}`: kinds that could be meant. The document has none of them.
    NOTHING_TO_REFER_TO("plant.nothing-to-refer-to"),
    /// `{0}`: asset; `{1}` and `{2}`: the two places it is put.
    ASSET_IN_TWO_PLACES("plant.asset-in-two-places"),
    /// `{0}`: zone.
    CONDUIT_JOINS_ITSELF("plant.conduit-joins-itself"),
    /// `{0}`: ids on the way round.
    CYCLE("plant.cycle"),
    /// `{0}`: catalogue; `{1}`: nearest catalogue.
    UNKNOWN_CATALOGUE("plant.unknown-catalogue"),
    /// `{0}`: version; `{1}`: catalogue; `{2}`: the versions there are.
    UNKNOWN_CATALOGUE_VERSION("plant.unknown-catalogue-version"),
    /// Values that are right one by one and impossible together. `{0}`: why.
    IMPOSSIBLE("plant.impossible"),
    /// `{0}`: the path.
    SIDE_FILE_PATH("plant.side-file-path"),
    /// `{0}`: the path; `{1}`: what the system says.
    SIDE_FILE_UNREADABLE("plant.side-file-unreadable"),
    /// `{0}`: the path; `{1}`: the digest it has.
    SIDE_FILE_CHANGED("plant.side-file-changed"),
    /// `{0}`: the line's text or what is wrong with it.
    BAD_ROW("plant.bad-row"),
    /// A workbook that cannot be read. `{0}`: why.
    WORKBOOK("plant.workbook"),
    /// `{0}`: sheet; `{1}`: nearest sheet.
    UNKNOWN_SHEET("plant.unknown-sheet", Severity.WARNING),
    /// A formula stands where a value is expected.
    FORMULA("plant.formula"),
    /// A row names a parent that is not there. `{0}`: its id; `{1}`: the sheet of parents.
    NO_PARENT_ROW("plant.no-parent-row"),
    /// An edit names what is not there. `{0}`: the path.
    NO_SUCH_PATH("plant.no-such-path"),
    /// An edit that would change more than it says. `{0}`: the path.
    UNSAFE_EDIT("plant.unsafe-edit");

    private final String id;
    private final Severity severity;

    PlantProblem(String id) {
        this(id, Severity.ERROR);
    }

    PlantProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
