package org.zonewright.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a capture file is and how good a view it gives: a fact in itself, since absence in a bad capture means
/// little.
///
/// - `format` is `pcap`, `pcapng`, each with `+gzip` or `+zstd`; `linkTypes` the names of its interfaces' link types.
/// - `frames` counts records; `bytes` is the sum of frame lengths on the wire.
/// - Times are those of the first and last frame in time order.
/// - `protocols` says what the packets were recognised as, in the order of names; `families` which families of
///   industrial protocols were looked for.
public record CaptureSummary(
        String file,
        String format,
        List<String> linkTypes,
        long frames,
        long bytes,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime,
        Quality quality,
        List<ProtocolShare> protocols,
        Families families) {

    public CaptureSummary {
        linkTypes = List.copyOf(linkTypes);
        protocols = List.copyOf(protocols);
    }

    /// A summary that says nothing of protocols.
    public CaptureSummary(
            String file,
            String format,
            List<String> linkTypes,
            long frames,
            long bytes,
            Optional<Instant> firstTime,
            Optional<Instant> lastTime,
            Quality quality) {
        this(file, format, linkTypes, frames, bytes, firstTime, lastTime, quality, List.of(), Families.NONE);
    }

    /// The packets of protocols that were not recognised.
    public ProtocolShare unrecognised() {
        return protocols.stream()
                .filter(share -> share.protocol().isEmpty())
                .findFirst()
                .orElse(new ProtocolShare("", 0, 0, 0, 0, 0, 0));
    }

    /// Packets and frames without IP of all protocols; less than [#frames()] where frames were not decoded.
    public long packets() {
        return protocols.stream().mapToLong(ProtocolShare::packets).sum();
    }

    /// What of a capture is of one protocol; `protocol` is empty for what was not recognised.
    ///
    /// `conversations` counts those with this protocol, `packets` and `bytes` theirs. `requests` counts functions
    /// that
    /// were asked for, also by messages inside another protocol's conversation, `unknownRequests` those of them
    /// whose
    /// code has no name here, and `malformed` the messages that break the protocol's rules.
    public record ProtocolShare(
            String protocol,
            long conversations,
            long packets,
            long bytes,
            long requests,
            long unknownRequests,
            long malformed) {}

    /// Families of industrial protocols that were looked for: those that were there, and those that were not, which
    /// is a result as well. Both in the order of names.
    public record Families(List<String> seen, List<String> notSeen) {
        public static final Families NONE = new Families(List.of(), List.of());

        public Families {
            seen = List.copyOf(seen);
            notSeen = List.copyOf(notSeen);
        }
    }

    /// Counts of what the capture lacks. All in frames, but `missingSegments` (gaps in TCP streams that later packets
    /// show) and `oneWayConversations` (TCP conversations with data of which only one side was seen).
    ///
    /// - `snapLength` is the least number of bytes that an interface keeps of a frame, 0 where the file says no
    /// limit.
    /// - `tcpConversations` counts what `oneWayConversations` is a part of.
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
            long droppedByRecorder,
            int snapLength,
            long tcpConversations,
            Twins twins,
            Clock clock) {
        public static final Quality NONE = new Quality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /// The counts of frames alone.
        public Quality(
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
            this(
                    truncatedFrames,
                    malformedFrames,
                    undecodedFrames,
                    fragments,
                    retransmissions,
                    missingSegments,
                    outOfOrder,
                    oneWayConversations,
                    taggedFrames,
                    droppedByRecorder,
                    0,
                    0,
                    Twins.NONE,
                    Clock.NONE);
        }
    }

    /// What the place of the tap did to the capture: packets in it more than once, and tags that one direction lost.
    ///
    /// - `compared` counts the frames that can be told from all others by their own fields. Of them `duplicates`
    /// were
    ///   there a moment before, at least: as two mirrored ports give them, or a mirror beside the port it mirrors.
    /// - `routedTwice` of them were there a moment before with another time to live: before and behind a router.
    /// - `splitConversations` have one direction in one VLAN and the other in another, or in none: a trunk that was
    ///   mirrored with its tags in one direction only.
    public record Twins(long compared, long duplicates, long routedTwice, long splitConversations) {
        public static final Twins NONE = new Twins(0, 0, 0, 0);
    }

    /// What the recorder's clock did.
    ///
    /// - `silences` counts pauses of at least ten seconds and a thousand times the mean distance of frames,
    /// `longest`
    ///   is the longest of them and `longestAt` the number of the frame that ended it, 0 for none.
    /// - `stepsBack` counts frames at least a second before their forerunner on the same interface: a clock that
    /// was
    ///   set, or files joined in the wrong order; `largestStepBack` is the largest, `firstStepBackAt` the frame of
    /// the
    ///   first, 0 for none.
    /// - `unordered` counts frames less than a second before their forerunner.
    public record Clock(
            long silences,
            Duration longest,
            long longestAt,
            long stepsBack,
            Duration largestStepBack,
            long firstStepBackAt,
            long unordered) {
        public static final Clock NONE = new Clock(0, Duration.ZERO, 0, 0, Duration.ZERO, 0, 0);
    }
}
