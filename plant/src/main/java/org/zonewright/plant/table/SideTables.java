package org.zonewright.plant.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zonewright.plant.Folder;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.shape.Decoder;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.shape.SideLists;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.TreePath;

/// Lists that live beside the document. A file whose digest is not the one the document names is reported and not
/// used.
public record SideTables(Folder folder) implements SideLists {
    /// The largest side file that is read, in bytes.
    static final int MAX_BYTES = 768 << 20;

    @Override
    public <V> List<V> read(Form.ListOf<V> list, Node.Mapping reference, TreePath path, Decoder decoder) {
        List<V> items = new ArrayList<>();
        Optional<SideFile> side = decoder.object(PlantShape.SIDE_FILE, reference, path);
        Optional<String> text = side.flatMap(file -> text(file, reference, path, decoder));
        if (text.isEmpty() || !(list.item() instanceof Form.Obj<V> item)) {
            kind(list).ifPresent(decoder::incomplete);
            return items;
        }
        Consumer<Node.Mapping> rows = row -> {
            Optional<V> value = decoder.object(item.shape(), row, path.item(items.size()));
            value.ifPresent(items::add);
        };
        String file = side.orElseThrow().file();
        if (isCsv(file)) {
            CsvTable.read(file, text.get(), item.shape(), decoder, rows);
        } else {
            JsonLines.read(file, text.get(), decoder, rows);
        }
        return items;
    }

    private static Optional<IdKind> kind(Form.ListOf<?> list) {
        return list.item() instanceof Form.Obj<?> item ? item.shape().defines() : Optional.empty();
    }

    /// True for a path that ends as CSV does.
    public static boolean isCsv(String file) {
        return file.endsWith(".csv");
    }

    private Optional<String> text(SideFile side, Node.Mapping reference, TreePath path, Decoder decoder) {
        if (!isConfined(side.file())) {
            decoder.report(PlantProblem.SIDE_FILE_PATH, reference, path, side.file());
            return Optional.empty();
        }
        try (InputStream in = folder.open(side.file())) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                decoder.report(PlantProblem.TOO_LARGE, reference, path, MAX_BYTES + " bytes");
                return Optional.empty();
            }
            String digest = sha256(content);
            if (!digest.equals(side.sha256())) {
                decoder.report(PlantProblem.SIDE_FILE_CHANGED, reference, path, side.file(), digest);
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException _) {
            decoder.report(PlantProblem.ENCODING, reference, path);
        } catch (IOException e) {
            decoder.report(PlantProblem.SIDE_FILE_UNREADABLE, reference, path, side.file(), reason(e));
        }
        return Optional.empty();
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access is denied, or the file lies outside the folder";
            default -> e.getClass().getSimpleName(); // an open type: the system's own words may name its paths
        };
    }

    /// True for a relative path downwards with an ending that is known.
    public static boolean isConfined(String file) {
        return (isCsv(file) || file.endsWith(".jsonl"))
                && !file.contains("\\")
                && !file.contains(":")
                && Arrays.stream(file.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }

    /// The SHA-256 of a content in lower-case hexadecimal digits.
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
