package org.zonewright.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Guesses what stands between the cells of a CSV file: what cuts most of its first rows into the same number of
/// cells, two or more. Lists often have commas inside cells (several addresses), so agreement counts before number.
final class Delimiters {
    static final int SAMPLE_BYTES = 64 << 10;
    private static final int SAMPLE_ROWS = 50;
    private static final char[] CANDIDATES = {';', ',', '\t', '|'};
    /// A first line that some programs write to name the delimiter.
    private static final Pattern NAMED = Pattern.compile("\\s*\"?sep=(.)\"?\\s*[\\r\\n](?s:.*)");

    private Delimiters() {}

    static char guess(String start) {
        Matcher named = NAMED.matcher(start);
        if (named.matches()) {
            return named.group(1).charAt(0);
        }
        char best = CANDIDATES[0];
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(candidate, start);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /// The share of rows that have the usual number of cells, and a little for each cell of those.
    private static double score(char candidate, String start) {
        List<Integer> widths = widths(candidate, start);
        int usual = widths.stream()
                .filter(width -> width > 1)
                .max((one, two) -> {
                    int byCount =
                            Integer.compare(Collections.frequency(widths, one), Collections.frequency(widths, two));
                    return byCount != 0 ? byCount : Integer.compare(one, two);
                })
                .orElse(0);
        return usual == 0 ? 0 : (double) Collections.frequency(widths, usual) / widths.size() + usual * 0.02;
    }

    private static List<Integer> widths(char candidate, String start) {
        List<Integer> widths = new ArrayList<>();
        try {
            for (CsvRecord record : CsvFile.reader(candidate, new StringReader(start))) {
                boolean blank = record.getFields().stream().allMatch(String::isBlank);
                if (!blank) {
                    widths.add(record.getFieldCount());
                }
                if (widths.size() == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            // A quote that never closes under this candidate: what was cut so far speaks for it, or not.
            return widths;
        }
        return widths;
    }
}
