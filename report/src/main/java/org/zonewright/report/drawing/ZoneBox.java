package org.zonewright.report.drawing;

import java.util.List;
import java.util.Optional;

/// One zone as the drawing shows it.
///
/// `function` says what the zone is for, `owner` who answers for it, `target` is the slot for the target level as
/// text (`SL-T {2 2 0 1 3 1 3}` or `SL-T not set`); the first two may be empty. `assetCount` counts all its assets,
/// also those not among `assets`. `parent` is the zone it stands in. `reason` says why it is a zone, and is read by
/// pointing at it.
public record ZoneBox(
        String id,
        String name,
        String function,
        String owner,
        PurdueBand band,
        boolean inSuc,
        String target,
        int assetCount,
        List<AssetMark> assets,
        Optional<String> parent,
        List<Badge> badges,
        String reason) {

    public ZoneBox {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a zone needs an id");
        }
        assets = List.copyOf(assets);
        badges = badges.stream().sorted().distinct().toList();
        if (assetCount < assets.size()) {
            throw new IllegalArgumentException("zone " + id + " shows more assets than it has");
        }
    }

    /// What the partition rules ZCR 3.3 to 3.6 ask to be kept apart.
    public enum Badge {
        SAFETY,
        TEMPORARY,
        WIRELESS,
        EXTERNAL
    }

    /// One asset: its name, what it is, whether it needs attention, and what to read when pointing at it.
    public record AssetMark(String label, AssetKind kind, boolean warning, String tooltip) {}
}
