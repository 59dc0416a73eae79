package org.zonewright.assess.partition;

import java.util.Map;
import java.util.TreeMap;
import org.zonewright.facts.inventory.Asset;

/// Makes ids and short lists out of what assets are called.
final class Words {
    private Words() {}

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
