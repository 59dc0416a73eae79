package org.zonewright.report.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.CaptureSummary.Clock;
import org.zonewright.facts.CaptureSummary.ProtocolShare;
import org.zonewright.facts.CaptureSummary.Quality;
import org.zonewright.facts.CaptureSummary.Twins;

/// What a capture lacks, in sentences: the same on a terminal and in a report. A flaw that is there is told, however
/// small; a good capture has none.
public final class CaptureNotes {
    private static final Comparator<String> BY_NAME =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final List<Text> notes = new ArrayList<>();

    private CaptureNotes() {}

    /// The sentences of one capture, what was lost first.
    public static List<Text> of(CaptureSummary capture) {
        CaptureNotes notes = new CaptureNotes();
        notes.losses(capture);
        notes.twins(capture.quality().twins());
        notes.clock(capture.quality().clock());
        notes.protocols(capture);
        return notes.notes;
    }

    private void losses(CaptureSummary capture) {
        Quality quality = capture.quality();
        add(quality.droppedByRecorder(), "dropped", quality.droppedByRecorder());
        if (quality.snapLength() > 0) {
            add(quality.truncatedFrames(), "cut-at", quality.truncatedFrames(), quality.snapLength());
        } else {
            add(quality.truncatedFrames(), "cut", quality.truncatedFrames());
        }
        add(quality.missingSegments(), "missing", quality.missingSegments());
        add(
                quality.oneWayConversations(),
                "one-way",
                quality.oneWayConversations(),
                quality.tcpConversations(),
                percent(quality.oneWayConversations(), quality.tcpConversations()));
        add(quality.undecodedFrames(), "undecoded", quality.undecodedFrames());
    }

    private void twins(Twins twins) {
        add(
                twins.duplicates(),
                "duplicates",
                twins.duplicates(),
                twins.compared(),
                percent(twins.duplicates(), twins.compared()));
        add(twins.routedTwice(), "routed-twice", twins.routedTwice());
        add(twins.splitConversations(), "split", twins.splitConversations());
    }

    private void clock(Clock clock) {
        add(clock.silences(), "silences", clock.silences(), words(clock.longest()), clock.longestAt());
        add(
                clock.stepsBack(),
                "steps-back",
                clock.stepsBack(),
                words(clock.largestStepBack()),
                clock.firstStepBackAt());
        add(clock.unordered(), "unordered", clock.unordered());
    }

    private void protocols(CaptureSummary capture) {
        long packets = capture.unrecognised().packets();
        add(packets, "unrecognised", packets, percent(packets, capture.packets()));
        for (ProtocolShare share : capture.protocols()) {
            add(
                    share.unknownRequests(),
                    "unknown-functions",
                    share.protocol(),
                    share.unknownRequests(),
                    share.requests());
            add(share.malformed(), "malformed", share.protocol(), share.malformed());
        }
    }

    /// The industrial families that at least one of the captures shows.
    public static List<String> familiesSeen(Collection<CaptureSummary> captures) {
        Set<String> families = new TreeSet<>(BY_NAME);
        captures.forEach(capture -> families.addAll(capture.families().seen()));
        return List.copyOf(families);
    }

    /// The industrial families that none of the captures shows, of those that were looked for.
    public static List<String> familiesNotSeen(Collection<CaptureSummary> captures) {
        Set<String> families = new TreeSet<>(BY_NAME);
        captures.forEach(capture -> families.addAll(capture.families().notSeen()));
        captures.forEach(capture -> families.removeAll(capture.families().seen()));
        return List.copyOf(families);
    }

    private void add(long count, String key, Object... arguments) {
        if (count > 0) {
            notes.add(Text.of("capture." + key, arguments));
        }
    }

    /// A share in percent, rounded up to the next that can be written: a part is never "0 %".
    private static String percent(long part, long whole) {
        if (whole <= 0) {
            return "–";
        }
        double share = 100.0 * part / whole;
        return share < 1 ? "< 1" : Long.toString(Math.round(share));
    }

    private static String words(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toSeconds() + " s";
    }
}
