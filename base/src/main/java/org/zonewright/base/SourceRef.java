package org.zonewright.base;

/// A place that a person can open to see for themselves: a file, a frame of a capture, a line of a document, a cell
/// of a sheet, a clause of a standard, an argument of the command line.
///
/// Files are named as the user named them (a path as text), never resolved, so that results do not depend on the
/// machine.
public sealed interface SourceRef {
    /// A whole file.
    record InFile(String file) implements SourceRef {
        @Override
        public String display() {
            return file;
        }
    }

    /// A record of a capture. `frame` counts from 1 as Wireshark does, 0 where no frame is meant; `byteOffset` is the
    /// record's offset in the uncompressed file, -1 where it is not known.
    record InCapture(String file, long frame, long byteOffset) implements SourceRef {
        @Override
        public String display() {
            return file + (frame > 0 ? " frame " + frame : "") + (byteOffset >= 0 ? " byte " + byteOffset : "");
        }
    }

    /// A place in a text document. `line` and `column` count from 1, 0 where not known; `path` is the dotted path of
    /// the item, such as `zones[2].members[0].cidr`, empty for the document itself.
    record InDocument(String file, int line, int column, String path) implements SourceRef {
        @Override
        public String display() {
            return file
                    + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "")
                    + (path.isEmpty() ? "" : " " + path);
        }
    }

    /// A cell, or a whole row where `column` is empty. `row` counts from 1 as spreadsheet programs do; `column` is
    /// the heading or the letter; `sheet` is empty for CSV.
    record InSheet(String file, String sheet, int row, String column) implements SourceRef {
        @Override
        public String display() {
            return file
                    + (sheet.isEmpty() ? "" : " sheet " + sheet)
                    + (row > 0 ? " row " + row : "")
                    + (column.isEmpty() ? "" : " column " + column);
        }
    }

    /// A clause or an entry of a catalogue: `catalogue` is its key, such as `iec62443-3-3`, `clause` the published
    /// id.
    record InStandard(String catalogue, String clause) implements SourceRef {
        @Override
        public String display() {
            return catalogue + " " + clause;
        }
    }

    /// An argument as it was typed.
    record OnCommandLine(String argument) implements SourceRef {
        @Override
        public String display() {
            return argument;
        }
    }

    /// The place as one line of text, the form used in messages.
    String display();
}
