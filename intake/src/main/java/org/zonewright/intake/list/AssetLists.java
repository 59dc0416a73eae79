package org.zonewright.intake.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.sheet.CharacterSet;
import org.zonewright.intake.sheet.RefusedSheet;
import org.zonewright.intake.sheet.SheetFile;
import org.zonewright.intake.sheet.SheetLimits;

/// Reads asset lists in CSV and XLSX into facts that are documented, never observed.
///
/// Nothing here throws because of what a file holds: what cannot be used is a problem in the reading. Files beyond
/// [SheetLimits] are refused. Any thread; each call works for itself.
public final class AssetLists {
    private AssetLists() {}

    /// Reads a file and, where there is one, the mapping file beside it (its name and `.mapping`). The only place
    /// that touches the disk.
    public static AssetListReading read(Path file) {
        return read(file, mappingBeside(file));
    }

    /// Reads a file with a mapping.
    public static AssetListReading read(Path file, ColumnMapping mapping) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, mapping);
        } catch (IOException e) {
            return ListReading.refused(file.toString(), mapping, unreadable(file.toString(), e));
        }
    }

    /// Reads a list from a stream, which is not closed. `fileName` is how facts and problems name it.
    public static AssetListReading read(String fileName, InputStream in, ColumnMapping mapping) {
        try {
            return read(fileName, in.readNBytes(SheetLimits.MAX_FILE_BYTES + 1), mapping);
        } catch (IOException e) {
            return ListReading.refused(fileName, mapping, unreadable(fileName, e));
        }
    }

    /// Reads a list from the bytes of its file.
    public static AssetListReading read(String fileName, byte[] bytes, ColumnMapping mapping) {
        return new ListReading(fileName, mapping).read(bytes);
    }

    /// Reads a mapping file. What cannot be read of it is in [ColumnMapping#problems()].
    public static ColumnMapping readMapping(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ColumnMapping.parse(file.toString(), CharacterSet.decode(in.readNBytes(1 << 20)));
        } catch (IOException e) {
            return ColumnMapping.AUTO.withProblems(List.of(unreadable(file.toString(), e)));
        } catch (RefusedSheet e) {
            return ColumnMapping.AUTO.withProblems(List.of(e.at(new SourceRef.InFile(file.toString()))));
        }
    }

    /// Why a file is no asset list, by its first rows; empty for one that looks like one. A CSV file is judged by its
    /// start, so its first hundred kilobytes do; a workbook needs all its bytes.
    public static Optional<Problem> whyNotAnAssetList(String fileName, byte[] bytes) {
        try {
            SheetFile sheets = SheetFile.open(fileName, bytes, Optional.empty(), new ProblemLog());
            SheetSelection selection = SheetSelection.of(fileName, sheets, ColumnMapping.AUTO);
            return selection.chosen().isEmpty() ? selection.problems().stream().findFirst() : Optional.empty();
        } catch (RefusedSheet e) {
            return Optional.of(e.at(new SourceRef.InFile(fileName)));
        }
    }

    /// True if the file's first rows describe devices.
    public static boolean looksLikeAssetList(String fileName, byte[] bytes) {
        return whyNotAnAssetList(fileName, bytes).isEmpty();
    }

    private static ColumnMapping mappingBeside(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ColumnMapping.FILE_SUFFIX);
        return Files.exists(beside) ? readMapping(beside) : ColumnMapping.AUTO;
    }

    private static Problem unreadable(String file, IOException cause) {
        String words =
                cause instanceof NoSuchFileException ? "there is no such file" : String.valueOf(cause.getMessage());
        return Problem.of(IntakeProblem.UNREADABLE, new SourceRef.InFile(file), words);
    }
}
