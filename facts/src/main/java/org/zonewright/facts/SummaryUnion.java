package org.zonewright.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.CaptureSummary.Clock;
import org.zonewright.facts.CaptureSummary.Families;
import org.zonewright.facts.CaptureSummary.ProtocolShare;
import org.zonewright.facts.CaptureSummary.Quality;
import org.zonewright.facts.CaptureSummary.Twins;

/// Sums what captures of one place say of themselves. A pure function.
final class SummaryUnion {
    private SummaryUnion() {}

    /// Both captures as one, called `file`. Frame numbers (of pauses and steps) stay only where both are of that
    /// file: those of another file would open the wrong frame.
    static CaptureSummary of(String file, CaptureSummary one, CaptureSummary two) {
        TreeSet<String> linkTypes = new TreeSet<>(one.linkTypes());
        linkTypes.addAll(two.linkTypes());
        return new CaptureSummary(
                file,
                one.format().equals(two.format()) ? one.format() : one.format() + ", " + two.format(),
                List.copyOf(linkTypes),
                one.frames() + two.frames(),
                one.bytes() + two.bytes(),
                earlier(one.firstTime(), two.firstTime()),
                later(one.lastTime(), two.lastTime()),
                quality(one.quality(), two.quality()),
                shares(one.protocols(), two.protocols()),
                families(one.families(), two.families()));
    }

    /// The summary under another name, and without the numbers of its frames unless they are wanted.
    static CaptureSummary named(String file, boolean frames, CaptureSummary summary) {
        if (frames && summary.file().equals(file)) {
            return summary;
        }
        Quality quality = summary.quality();
        Clock clock = quality.clock();
        Clock placeless = new Clock(
                clock.silences(), clock.longest(), 0, clock.stepsBack(), clock.largestStepBack(), 0, clock.unordered());
        return new CaptureSummary(
                file,
                summary.format(),
                summary.linkTypes(),
                summary.frames(),
                summary.bytes(),
                summary.firstTime(),
                summary.lastTime(),
                with(quality, placeless),
                summary.protocols(),
                summary.families());
    }

    private static Quality with(Quality of, Clock clock) {
        return new Quality(
                of.truncatedFrames(),
                of.malformedFrames(),
                of.undecodedFrames(),
                of.fragments(),
                of.retransmissions(),
                of.missingSegments(),
                of.outOfOrder(),
                of.oneWayConversations(),
                of.taggedFrames(),
                of.droppedByRecorder(),
                of.snapLength(),
                of.tcpConversations(),
                of.twins(),
                clock);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> two) {
        return one.isPresent() && two.isPresent() && one.get().isAfter(two.get()) ? two : one.or(() -> two);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> two) {
        return one.isPresent() && two.isPresent() && one.get().isBefore(two.get()) ? two : one.or(() -> two);
    }

    private static Quality quality(Quality one, Quality two) {
        int snapLength = one.snapLength() == 0 || two.snapLength() == 0
                ? Math.max(one.snapLength(), two.snapLength())
                : Math.min(one.snapLength(), two.snapLength());
        return new Quality(
                one.truncatedFrames() + two.truncatedFrames(),
                one.malformedFrames() + two.malformedFrames(),
                one.undecodedFrames() + two.undecodedFrames(),
                one.fragments() + two.fragments(),
                one.retransmissions() + two.retransmissions(),
                one.missingSegments() + two.missingSegments(),
                one.outOfOrder() + two.outOfOrder(),
                one.oneWayConversations() + two.oneWayConversations(),
                one.taggedFrames() + two.taggedFrames(),
                one.droppedByRecorder() + two.droppedByRecorder(),
                snapLength,
                one.tcpConversations() + two.tcpConversations(),
                twins(one.twins(), two.twins()),
                clock(one.clock(), two.clock()));
    }

    private static Twins twins(Twins one, Twins two) {
        return new Twins(
                one.compared() + two.compared(),
                one.duplicates() + two.duplicates(),
                one.routedTwice() + two.routedTwice(),
                one.splitConversations() + two.splitConversations());
    }

    private static Clock clock(Clock one, Clock two) {
        Clock longer = one.longest().compareTo(two.longest()) >= 0 ? one : two;
        return new Clock(
                one.silences() + two.silences(),
                longer.longest(),
                longer.longestAt(),
                one.stepsBack() + two.stepsBack(),
                one.largestStepBack().compareTo(two.largestStepBack()) >= 0
                        ? one.largestStepBack()
                        : two.largestStepBack(),
                one.firstStepBackAt() == 0 ? two.firstStepBackAt() : one.firstStepBackAt(),
                one.unordered() + two.unordered());
    }

    private static List<ProtocolShare> shares(List<ProtocolShare> one, List<ProtocolShare> two) {
        Map<String, ProtocolShare> shares = new TreeMap<>();
        one.forEach(share -> shares.put(share.protocol(), share));
        two.forEach(share -> shares.merge(share.protocol(), share, SummaryUnion::sum));
        return new ArrayList<>(shares.values());
    }

    private static ProtocolShare sum(ProtocolShare one, ProtocolShare two) {
        return new ProtocolShare(
                one.protocol(),
                one.conversations() + two.conversations(),
                one.packets() + two.packets(),
                one.bytes() + two.bytes(),
                one.requests() + two.requests(),
                one.unknownRequests() + two.unknownRequests(),
                one.malformed() + two.malformed());
    }

    private static Families families(Families one, Families two) {
        TreeSet<String> seen = new TreeSet<>(one.seen());
        seen.addAll(two.seen());
        TreeSet<String> notSeen = new TreeSet<>(one.notSeen());
        notSeen.addAll(two.notSeen());
        notSeen.removeAll(seen);
        return new Families(List.copyOf(seen), List.copyOf(notSeen));
    }
}
