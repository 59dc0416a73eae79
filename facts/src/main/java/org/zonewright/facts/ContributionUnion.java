package org.zonewright.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemKind;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Ruleset;

/// Several contributions of one place, one after the other in time, as one: the files of a ring, the parts of a long
/// stream. Memory grows with what is said anew and not with how much is added, up to the [Bound].
///
/// Conversations of one key are summed, statements kept once each, sightings added up. What is beyond a bound is
/// counted and said as a problem of the kind given. Mutable; one thread.
public final class ContributionUnion {
    /// Equal statements by their places: files by name, frames by number.
    private static final Comparator<IdentityFact> FIRST = Comparator.<IdentityFact, String>comparing(
                    fact -> fact.where() instanceof SourceRef.InCapture in
                            ? in.file()
                            : fact.where().display())
            .thenComparingLong(fact -> fact.where() instanceof SourceRef.InCapture in ? in.frame() : 0);

    private static final Comparator<ChildFact> FIRST_OF_CHILD = Comparator.comparing(ChildFact::fact, FIRST);

    private final Source source;
    private final boolean frames;
    private final Bound bound;
    private final ProblemKind full;
    private final ConversationTableBuilder conversations = new ConversationTableBuilder();
    private final Map<Statement, IdentityFact> identities = new HashMap<>();
    private final Map<ChildStatement, ChildFact> children = new HashMap<>();
    private final Map<Link, LinkSighting> links = new HashMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private final ProblemLog problems = new ProblemLog();
    private final Map<String, Integer> problemCounts = new TreeMap<>();
    private Optional<CaptureSummary> capture = Optional.empty();
    private Optional<Ruleset> rules = Optional.empty();

    /// How much is kept: conversations and functions asked for in them, statements about stations (and as many on
    /// devices behind them), and pairs of hardware and network address. A conversation takes some 260 bytes here, a
    /// function 80, a statement 400, a pair 150.
    public record Bound(int conversations, int functions, int statements, int links) {
        /// At most some 180 MB.
        public static final Bound DEFAULT = new Bound(250_000, 500_000, 100_000, 100_000);
    }

    private record Statement(
            VantagePoint vantage,
            Address subject,
            Attribute attribute,
            String value,
            String method,
            Confidence confidence,
            Basis basis) {
        static Statement of(IdentityFact fact) {
            return new Statement(
                    fact.vantage(),
                    fact.subject(),
                    fact.attribute(),
                    fact.value(),
                    fact.method(),
                    fact.confidence(),
                    fact.basis());
        }
    }

    private record ChildStatement(ChildAddress child, Statement statement) {}

    private record Link(VantagePoint vantage, MacAddress mac, Address ip) {}

    /// `frames` says whether frame numbers are kept: only where all contributions are parts of one file, since else
    /// they would open frames of the wrong one; they become 0, for none. `full` is the kind of problem for a bound
    /// that
    /// was reached; its arguments are what, and how many.
    public ContributionUnion(Source source, boolean frames, Bound bound, ProblemKind full) {
        this.source = source;
        this.frames = frames;
        this.bound = bound;
        this.full = full;
    }

    /// What the united contribution's source is.
    public Source source() {
        return source;
    }

    public Bound bound() {
        return bound;
    }

    /// Takes a contribution in.
    public void add(Contribution more) {
        more.capture().ifPresent(summary -> {
            CaptureSummary named = SummaryUnion.named(source.file(), frames, summary);
            capture = Optional.of(capture.map(known -> SummaryUnion.of(source.file(), known, named))
                    .orElse(named));
        });
        add(more.conversations());
        for (IdentityFact fact : more.identities()) {
            add(identities, Statement.of(fact), fact, FIRST);
        }
        for (ChildFact fact : more.children()) {
            add(children, new ChildStatement(fact.child(), Statement.of(fact.fact())), fact, FIRST_OF_CHILD);
        }
        more.links().forEach(this::add);
        rules = more.rules().or(() -> rules); // rules are not added up: the later configuration stands
        problems.addAll(more.problems());
        more.problemCounts().forEach((kind, count) -> problemCounts.merge(kind, count, Integer::sum));
    }

    private void add(ConversationTable table) {
        ConversationTable.Cursor row = table.cursor();
        while (row.next()) {
            ConversationTableBuilder.Key key = new ConversationTableBuilder.Key(
                    row.vantage(),
                    row.transport(),
                    row.a(),
                    row.b(),
                    row.portA(),
                    row.portB(),
                    row.protocol(),
                    row.protocolEvidence());
            if (conversations.size() >= bound.conversations && !conversations.has(key)) {
                leftOut.merge("conversations", 1L, Long::sum);
                continue;
            }
            int at = conversations.add(
                    key,
                    new ConversationTableBuilder.Volume(
                            row.packetsA(),
                            row.packetsB(),
                            row.bytesA(),
                            row.bytesB(),
                            row.firstNanos(),
                            row.lastNanos(),
                            frames ? row.firstFrame() : 0,
                            row.flows()),
                    row.direction(),
                    row.outcome());
            while (row.nextFunction()) {
                if (conversations.functions() >= bound.functions
                        && !conversations.hasFunction(at, row.function(), row.unit(), row.byA())) {
                    leftOut.merge("functions", 1L, Long::sum);
                } else {
                    conversations.addFunction(
                            at,
                            row.function(),
                            row.unit(),
                            row.byA(),
                            row.requests(),
                            row.answers(),
                            row.refusals(),
                            frames ? row.functionFrame() : 0);
                }
            }
        }
    }

    /// Of equal statements the first in order stays, whichever came first.
    private <K, V> void add(Map<K, V> known, K key, V value, Comparator<V> order) {
        V before = known.get(key);
        if (before == null && known.size() >= bound.statements) {
            leftOut.merge("identity facts", 1L, Long::sum);
        } else if (before == null || order.compare(value, before) < 0) {
            known.put(key, value);
        }
    }

    private void add(LinkSighting more) {
        LinkSighting link = frames
                ? more
                : new LinkSighting(more.vantage(), more.mac(), more.ip(), more.packets(), 0, more.minimumHops());
        Link key = new Link(link.vantage(), link.mac(), link.ip());
        LinkSighting before = links.get(key);
        if (before == null && links.size() >= bound.links) {
            leftOut.merge("addresses", 1L, Long::sum);
        } else {
            links.put(key, before == null ? link : sum(before, link));
        }
    }

    private static LinkSighting sum(LinkSighting one, LinkSighting two) {
        return new LinkSighting(
                one.vantage(),
                one.mac(),
                one.ip(),
                one.packets() + two.packets(),
                Math.min(one.firstFrame(), two.firstFrame()),
                Math.min(one.minimumHops(), two.minimumHops()));
    }

    /// Conversations, functions, statements and sightings that are kept now.
    public int size() {
        return conversations.size() + conversations.functions() + identities.size() + children.size() + links.size();
    }

    /// Everything that was added so far, as one contribution. More may be added after it.
    public Contribution contribution() {
        ProblemLog said = problems.copy();
        leftOut.forEach((what, count) -> said.report(full, new SourceRef.InFile(source.file()), what, count));
        Map<String, Integer> counts = new TreeMap<>(said.counts());
        problemCounts.forEach((kind, count) -> counts.merge(kind, count, Math::max));
        List<Problem> kept = new ArrayList<>(said.problems());
        return new Contribution(
                source,
                capture,
                conversations.build(),
                List.copyOf(identities.values()),
                List.copyOf(children.values()),
                List.copyOf(links.values()),
                kept,
                counts,
                rules);
    }
}
