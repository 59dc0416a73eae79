package org.zonewright.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a capture file is and how good a view it gives: a fact in itself, since absence in a bad capture means
/// little.
///
/// `format` is `pcap`, `pcapng`, each with `+gzip` or `+zstd`; `linkTypes` the names of its interfaces' link types.
/// `frames` counts records; `bytes` is the sum of frame lengths on the wire. Times are those of the first and last
/// frame in time order.
public record CaptureSummary(
        String file,
        String format,
        List<String> linkTypes,
        long frames,
        long bytes,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime,
        Quality quality) {

    public CaptureSummary {
        linkTypes = List.copyOf(linkTypes);
    }

    /// Counts of what the capture lacks. All in frames, but `missingSegments` (gaps in TCP streams that later packets
    /// show) and `oneWayConversations` (TCP conversations with data of which only one side was seen).
    public record Quality(
            long truncatedFrames,
            long malformedFrames,
            long undecodedFrames,
            long fragments,
            long retransmissions,
            long missingSegments,
            long outOfOrder,
            long oneWayConversations,
            long taggedFrames,
            long droppedByRecorder) {
        public static final Quality NONE = new Quality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
