package org.zonewright.intake.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// A text file with one row a line and a delimiter between cells (RFC 4180, and what programs make of it).
final class CsvFile implements SheetFile {
    /// Characters of one cell that are looked at before the file is given up.
    private static final int MAX_BUFFER = 4 << 20;

    private final String file;
    private final byte[] bytes;
    private final CharacterSet characterSet;
    private final char delimiter;

    private CsvFile(String file, byte[] bytes, CharacterSet characterSet, char delimiter) {
        this.file = file;
        this.bytes = bytes;
        this.characterSet = characterSet;
        this.delimiter = delimiter;
    }

    static CsvFile open(String file, byte[] bytes, Optional<Character> delimiter, ProblemLog log) throws RefusedSheet {
        CharacterSet characterSet = CharacterSet.of(bytes);
        if (characterSet.guessed()) {
            log.report(IntakeProblem.CHARACTER_SET_GUESSED, new SourceRef.InFile(file));
        }
        String start = start(bytes, characterSet);
        long controls =
                start.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
        if (start.indexOf(0) >= 0 || controls * 100 > start.length()) {
            throw new RefusedSheet(IntakeProblem.NOT_A_TABLE);
        }
        return new CsvFile(file, bytes, characterSet, delimiter.orElseGet(() -> Delimiters.guess(start)));
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public boolean isHidden(int sheet) {
        return false;
    }

    @Override
    public RowSource rows(int sheet, ProblemLog log) {
        return new CsvRows(file, reader(delimiter, text()), delimiter, log);
    }

    @Override
    public String format() {
        return "CSV, " + characterSet.charset().displayName() + ", delimiter "
                + (delimiter == '\t' ? "tab" : String.valueOf(delimiter));
    }

    /// Lenient where programs differ: text after a closing quote, blanks around quotes, rows of unequal length.
    static CsvReader<CsvRecord> reader(char delimiter, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .trimWhitespacesAroundQuotes(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .maxBufferSize(MAX_BUFFER)
                .ofCsvRecord(text);
    }

    private Reader text() {
        int mark = characterSet.markBytes();
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, mark, bytes.length - mark), characterSet.charset());
    }

    private static String start(byte[] bytes, CharacterSet characterSet) {
        int mark = characterSet.markBytes();
        int length = Math.min(bytes.length - mark, Delimiters.SAMPLE_BYTES);
        return new String(bytes, mark, length, characterSet.charset());
    }
}
