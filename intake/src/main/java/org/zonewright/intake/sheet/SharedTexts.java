package org.zonewright.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts that the cells of a workbook share and refer to by number (ECMA-376 part 1, 18.4.9). Phonetic readings
/// are left out.
record SharedTexts(List<String> texts) {
    static SharedTexts read(String part, WorkbookParts parts) throws RefusedSheet {
        List<String> texts = new ArrayList<>();
        Optional<byte[]> content = parts.part(part);
        if (content.isPresent()) {
            PartReader reader = new PartReader(part, content.get());
            while (reader.nextElement()) {
                if (reader.isStart("si")) {
                    if (texts.size() == SheetLimits.MAX_SHARED_TEXTS) {
                        throw reader.damaged();
                    }
                    texts.add(reader.text("rPh"));
                }
            }
        }
        return new SharedTexts(texts);
    }

    /// The text of the number as written in a cell; empty where there is none.
    Optional<String> text(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
