package org.zonewright.intake;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with a document that was written by people or another tool. Each constant's comment names the
/// arguments of its text in order.
public enum IntakeProblem implements ProblemKind {
    /// The file cannot be opened or read: the system's words.
    UNREADABLE("list.unreadable", Severity.ERROR),
    /// The file is longer than is read: the bound in megabytes.
    TOO_LONG("list.too-long", Severity.ERROR),
    /// The file has no bytes, or no cell with text.
    EMPTY("list.empty", Severity.ERROR),
    /// The file is neither text nor a workbook.
    NOT_A_TABLE("list.not-a-table", Severity.ERROR),
    /// A workbook in the binary format of Excel 97 to 2003.
    OLD_EXCEL("list.old-excel", Severity.ERROR),
    /// A workbook that is protected by a password.
    ENCRYPTED("list.encrypted", Severity.ERROR),
    /// A spreadsheet of a format that is not read: the format's name.
    OTHER_SPREADSHEET("list.other-spreadsheet", Severity.ERROR),
    /// The archive unpacks to more than is allowed: bytes of the file, megabytes allowed for it.
    UNPACKS_TOO_LARGE("list.unpacks-too-large", Severity.ERROR),
    /// A part of the workbook declares a document type, which spreadsheets never do: the part's name.
    DOCUMENT_TYPE("list.document-type", Severity.ERROR),
    /// The file breaks off or contradicts itself: what was found.
    DAMAGED("list.damaged", Severity.ERROR),
    /// The sheet claims an area that the format does not allow: the area as written.
    IMPOSSIBLE_AREA("list.impossible-area", Severity.WARNING),
    /// The sheet has more rows than are read: how many are.
    TOO_MANY_ROWS("list.too-many-rows", Severity.ERROR),
    /// The row has cells to the right of the last column that is read: that column's letters.
    TOO_MANY_COLUMNS("list.too-many-columns", Severity.WARNING),
    /// The cell's text is longer than is kept: the length kept.
    CELL_CUT("list.cell-cut", Severity.WARNING),
    /// A cell runs over many lines that look like rows: how many lines.
    QUOTE_NOT_CLOSED("list.quote-not-closed", Severity.ERROR),
    /// A formula for which no value is stored: the formula.
    FORMULA_WITHOUT_VALUE("list.formula-without-value", Severity.WARNING),
    /// A formula's value is an error: the error as the program shows it.
    FORMULA_ERROR("list.formula-error", Severity.WARNING),
    /// The text is not UTF-8 and was read in the Windows character set.
    CHARACTER_SET_GUESSED("list.character-set-guessed", Severity.INFO),
    /// The sheet that the mapping names is not there: its name, the names there are.
    NO_SUCH_SHEET("list.no-such-sheet", Severity.ERROR),
    /// Other sheets of the workbook were not read: their names.
    OTHER_SHEETS("list.other-sheets", Severity.INFO),
    /// A table, but not one of devices: the headings found.
    NOT_AN_ASSET_LIST("list.not-an-asset-list", Severity.WARNING),
    /// A table of connections or firewall rules: the two headings that tell it.
    LIST_OF_CONNECTIONS("list.list-of-connections", Severity.WARNING),
    /// Rows above the headings: how many.
    ROWS_ABOVE_HEADINGS("list.rows-above-headings", Severity.INFO),
    /// A heading that is not known: the heading, the attribute its values are kept under.
    UNKNOWN_COLUMN("list.unknown-column", Severity.INFO),
    /// A second column for what one column says already: the heading, the other one, the attribute kept under.
    SECOND_COLUMN("list.second-column", Severity.INFO),
    /// Values in a column without a heading: the attribute kept under.
    NO_HEADING("list.no-heading", Severity.WARNING),
    /// Not an IP address: the text found.
    BAD_IP("list.bad-ip", Severity.WARNING),
    /// Not a MAC address: the text found.
    BAD_MAC("list.bad-mac", Severity.WARNING),
    /// An address that cannot belong to one device: the address.
    NOT_A_STATION("list.not-a-station", Severity.WARNING),
    /// More addresses in a cell than are read: how many are.
    TOO_MANY_ADDRESSES("list.too-many-addresses", Severity.WARNING),
    /// Not a network mask: the text found.
    BAD_MASK("list.bad-mask", Severity.WARNING),
    /// Not a VLAN id: the text found.
    BAD_VLAN("list.bad-vlan", Severity.WARNING),
    /// Not a date in the mapping's format: the text, the format.
    BAD_DATE("list.bad-date", Severity.WARNING),
    /// The row describes a device without an address.
    NO_ADDRESS("list.no-address", Severity.INFO),
    /// The row says the same as an earlier one: that one's number.
    REPEATED_ROW("list.repeated-row", Severity.INFO),
    /// The row repeats the headings.
    REPEATED_HEADINGS("list.repeated-headings", Severity.INFO),
    /// An address that an earlier row has too: the address, that row's number.
    ADDRESS_TWICE("list.address-twice", Severity.WARNING),
    /// Empty rows between others: how many.
    EMPTY_ROWS("list.empty-rows", Severity.INFO),
    /// A line of the mapping file that cannot be read: the line.
    MAPPING_LINE("list.mapping-line", Severity.ERROR),
    /// A setting of the mapping file that is not known: the setting, the nearest one.
    MAPPING_SETTING("list.mapping-setting", Severity.ERROR),
    /// A setting's value that cannot be used: the setting, the value.
    MAPPING_VALUE("list.mapping-value", Severity.ERROR),
    /// A field that is not known: the field, the nearest one.
    MAPPING_FIELD("list.mapping-field", Severity.ERROR),
    /// A column that the mapping names and the list lacks: the column, the headings there are.
    MAPPING_COLUMN("list.mapping-column", Severity.WARNING),
    /// A source cannot be opened or read: the system's words.
    SOURCE_UNREADABLE("source.unreadable", Severity.ERROR),
    /// Nothing of a file could be used: its format.
    SOURCE_NOTHING_USED("source.nothing-used", Severity.ERROR),
    /// An engineering file describes types of devices and places none of them in a network.
    SOURCE_TYPES_ONLY("source.types-only", Severity.INFO),
    /// The file is longer than is read: the bound in megabytes.
    SOURCE_TOO_LONG("source.too-long", Severity.ERROR),
    /// A packed file unpacks to far more than its size allows: bytes of the file.
    SOURCE_UNPACKS_TOO_LARGE("source.unpacks-too-large", Severity.ERROR),
    /// A file breaks off or contradicts itself: what was found.
    SOURCE_DAMAGED("source.damaged", Severity.ERROR),
    /// A line, record or element that cannot be read: what was found.
    SOURCE_BAD_ROW("source.bad-row", Severity.WARNING),
    /// A value that is no address: the value.
    SOURCE_BAD_ADDRESS("source.bad-address", Severity.WARNING),
    /// Records of a kind that says nothing used here: the kind, how many.
    SOURCE_KIND_LEFT_OUT("source.kind-left-out", Severity.INFO),
    /// Records of a kind that is read, left out each for its own reason: the kind, how many, the reason's word.
    SOURCE_ROWS_LEFT_OUT("source.rows-left-out", Severity.INFO),
    /// More facts or conversations than are kept of one file: how many are.
    SOURCE_TOO_MANY("source.too-many", Severity.ERROR),
    /// An XML file declares a document type or uses an entity of its own: where.
    SOURCE_DOCUMENT_TYPE("source.document-type", Severity.ERROR),
    /// An XML or JSON file nests deeper, or holds more, than is read: the bound that was met.
    SOURCE_TOO_DEEP("source.too-deep", Severity.ERROR),
    /// No sheet has the headings of a hazard study.
    HAZARD_COLUMNS("list.hazard-columns", Severity.ERROR),
    /// A column of a hazard study that is not used: its heading.
    HAZARD_COLUMN_UNUSED("list.hazard-column-unused", Severity.INFO),
    /// A row of a hazard study without a consequence.
    HAZARD_ROW("list.hazard-row", Severity.WARNING),
    /// Two rows of a hazard study, apart from each other, with one id: the id.
    HAZARD_TWICE("list.hazard-twice", Severity.WARNING),
    /// An answer that is neither yes nor no, or not one for each: the text.
    HAZARD_WORD("list.hazard-word", Severity.WARNING),
    /// A line of a configuration that was not understood and could change what gets through: the line.
    CONFIG_NOT_UNDERSTOOD("config.not-understood", Severity.WARNING),
    /// A line of a configuration that was not understood and does not change what gets through: the line.
    CONFIG_LEFT_OUT("config.left-out", Severity.INFO),
    /// A configuration holds more lines, objects or rules, or longer texts, than are read: the bound that was met.
    CONFIG_TOO_LARGE("config.too-large", Severity.ERROR),
    /// The file is no configuration of a kind that is known.
    CONFIG_UNKNOWN("config.unknown", Severity.ERROR);

    private final String id;
    private final Severity severity;

    IntakeProblem(String id, Severity severity) {
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
