package org.zonewright.assess.partition;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.facts.inventory.Asset;

/// Makes ids and short lists out of what assets are called.
final class Words {
    private static final int MOST = 48;

    private Words() {}

    /// The text as an id of a plant document: lower case, what may not stand in an id replaced by a dash; empty where
    /// nothing is left.
    static String id(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        return plain.length() > MOST ? plain.substring(0, MOST).replaceAll("[._-]+$", "") : plain;
    }

    /// The name of a realm or sensor without the path and the endings of a capture file.
    static String withoutFile(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceAll("(\\.pcapng|\\.pcap|\\.cap|\\.gz|\\.zst)+$", "");
    }

    /// The first of `id`, `id-2`, `id-3` … that is not taken yet; takes it.
    static String unique(String id, Map<String, Integer> taken) {
        int count = taken.merge(id, 1, Integer::sum);
        if (count == 1) {
            return id;
        }
        return unique(id + "-" + count, taken);
    }

    static Map<String, Integer> nothingTaken() {
        return new TreeMap<>();
    }

    /// The roles as a list of words, `-` for none.
    static String roles(Asset asset) {
        return asset.roles().isEmpty()
                ? "-"
                : String.join(
                        ", ",
                        asset.roles().stream()
                                .map(assigned -> assigned.role().id())
                                .distinct()
                                .toList());
    }
}
