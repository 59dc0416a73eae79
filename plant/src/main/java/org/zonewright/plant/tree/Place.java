package org.zonewright.plant.tree;

import org.zonewright.base.SourceRef;

/// Where a node stands in what was read. A path is added only when somebody asks, so that a tree of a million nodes
/// holds no million paths.
public sealed interface Place {
    /// No place: the node was made, not read.
    Place NOWHERE = new Made();

    /// The place as people open it; `path` is the dotted path of the node.
    SourceRef ref(String path);

    /// A span of a text. `line` and `column` count from 1; `start` and `end` (exclusive) are offsets in Java
    /// characters of the text, `end` without what follows the node such as blank lines and comments.
    record InText(String file, int line, int column, int start, int end, Style style) implements Place {
        @Override
        public SourceRef ref(String path) {
            return new SourceRef.InDocument(file, line, column, path);
        }
    }

    /// A cell of a sheet or of a CSV file; a whole row where `column` is empty.
    record InCell(String file, String sheet, int row, String column) implements Place {
        @Override
        public SourceRef ref(String path) {
            return new SourceRef.InSheet(file, sheet, row, column);
        }
    }

    /// No place.
    record Made() implements Place {
        @Override
        public SourceRef ref(String path) {
            return new SourceRef.InDocument("", 0, 0, path);
        }
    }

    /// How a node is written in YAML.
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED,
        BLOCK,
        FLOW
    }
}
