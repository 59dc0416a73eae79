package org.zonewright.intake.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Source;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.IntakeProblem;

/// Collects what one file says, counts what was taken and left out, and makes the contribution of it. Facts that are
/// told again are kept once, from the line where they came first. Mutable; one thread; one file.
public final class Gathering {
    /// How many records a preview shows.
    private static final int FIRST_RECORDS = 10;

    private record FactKey(VantagePoint vantage, Address subject, Attribute attribute, String value, String method) {}

    private record LinkKey(VantagePoint vantage, MacAddress mac, Address ip) {}

    private record Seen(long packets, long line) {}

    private static final class Tally {
        private long taken;
        private long unreadKind;
        private final Map<String, Long> reasons = new TreeMap<>();

        private long leftOut() {
            return unreadKind
                    + reasons.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final String file;
    private final String sensor;
    private final Basis basis;
    private final SourceFormat format;
    private final ProblemLog log = new ProblemLog();
    private final Map<FactKey, IdentityFact> facts = new LinkedHashMap<>();
    private final Map<LinkKey, Seen> links = new LinkedHashMap<>();
    private final Conversations conversations;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> first = new ArrayList<>();
    private final List<DeviceDescription> descriptions = new ArrayList<>();

    /// `sensor` is whose eyes the file is; for documents the file itself.
    public Gathering(String file, String sensor, SourceFormat format, Basis basis) {
        this.file = file;
        this.sensor = sensor;
        this.format = format;
        this.basis = basis;
        this.conversations = new Conversations(log, new SourceRef.InFile(file));
    }

    public String file() {
        return file;
    }

    public ProblemLog log() {
        return log;
    }

    public Conversations conversations() {
        return conversations;
    }

    /// A place in the file by its line, from 1; 0 for the whole file.
    public SourceRef at(int line) {
        return line > 0 ? new SourceRef.InDocument(file, line, 0, "") : new SourceRef.InFile(file);
    }

    public VantagePoint vantage() {
        return vantage(List.of());
    }

    public VantagePoint vantage(List<Integer> vlans) {
        return new VantagePoint(sensor, "", vlans);
    }

    /// Counts a record that became facts.
    public void taken(String kind) {
        tally(kind).taken++;
    }

    /// Counts a record of a kind that is not read.
    public void unreadKind(String kind) {
        tally(kind).unreadKind++;
    }

    /// Counts a record that is left out; `reason` is the last part of a text key `source.reason.`.
    public void leftOut(String kind, String reason) {
        tally(kind).reasons.merge(reason, 1L, Long::sum);
    }

    private Tally tally(String kind) {
        return tallies.computeIfAbsent(kind, any -> new Tally());
    }

    /// Keeps one of the first records for the preview.
    public void show(String record) {
        if (first.size() < FIRST_RECORDS) {
            first.add(ValueText.of(record));
        }
    }

    /// A value of a station; blank ones and those about groups are passed over.
    public void identity(
            VantagePoint vantage,
            Address subject,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            SourceRef where) {
        String text = ValueText.of(value);
        if (text.isEmpty() || !subject.isStation() || subject.isLoopback()) {
            return;
        }
        if (facts.size() >= SourceLimits.MAX_FACTS) {
            if (!log.counts().containsKey(IntakeProblem.SOURCE_TOO_MANY.id())) {
                log.report(IntakeProblem.SOURCE_TOO_MANY, new SourceRef.InFile(file), SourceLimits.MAX_FACTS);
            }
            return;
        }
        facts.computeIfAbsent(
                new FactKey(vantage, subject, attribute, text, method),
                any -> new IdentityFact(vantage, subject, attribute, text, method, confidence, basis, where));
    }

    /// That a MAC address sent for an IP address; hops are not known from logs.
    public void sighting(VantagePoint vantage, MacAddress mac, Address ip, long packets, int line) {
        if (mac.isStation() && ip.isStation() && ip.isIp() && links.size() < SourceLimits.MAX_FACTS) {
            links.merge(
                    new LinkKey(vantage, mac, ip),
                    new Seen(packets, line),
                    (one, two) -> new Seen(one.packets + two.packets, Math.min(one.line, two.line)));
        }
    }

    /// A type of devices that the file describes.
    public void describes(DeviceDescription description) {
        descriptions.add(description);
    }

    /// True if anything was learned.
    public boolean isEmpty() {
        return facts.isEmpty() && links.isEmpty() && conversations.isEmpty() && descriptions.isEmpty();
    }

    /// The contribution and preview. `digest` tells the file from others.
    public SourceReading finish(String digest) {
        reportLeftOut();
        boolean explained = log.counts().containsKey(IntakeProblem.SOURCE_TYPES_ONLY.id());
        if (isEmpty() && !log.hasErrors() && !explained) {
            log.report(IntakeProblem.SOURCE_NOTHING_USED, new SourceRef.InFile(file), format.id());
        }
        ConversationTable table = conversations.build();
        List<LinkSighting> sightings = new ArrayList<>();
        links.forEach((key, seen) ->
                sightings.add(new LinkSighting(key.vantage, key.mac, key.ip, seen.packets, seen.line, 0)));
        Contribution contribution = new Contribution(
                new Source(sensor, file, digest, basis),
                Optional.empty(),
                table,
                List.copyOf(facts.values()),
                sightings,
                log.problems(),
                log.counts());
        List<SourcePreview.Part> parts = tallies.entrySet().stream()
                .map(kind -> new SourcePreview.Part(
                        kind.getKey(), kind.getValue().taken, kind.getValue().leftOut()))
                .toList();
        return new SourceReading(
                contribution, new SourcePreview(file, format.id(), parts, first, log.problems()), descriptions);
    }

    private void reportLeftOut() {
        SourceRef where = new SourceRef.InFile(file);
        tallies.forEach((kind, tally) -> {
            if (tally.unreadKind > 0) {
                log.report(IntakeProblem.SOURCE_KIND_LEFT_OUT, where, kind, tally.unreadKind);
            }
            tally.reasons.forEach(
                    (reason, count) -> log.report(IntakeProblem.SOURCE_ROWS_LEFT_OUT, where, kind, count, reason));
        });
    }
}
