package org.zonewright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Place;
import org.zonewright.assess.conformance.ApprovedUse;
import org.zonewright.assess.conformance.ApprovedUses;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.DropGate;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.PolicyCompiler;
import org.zonewright.enforce.proof.Observed;
import org.zonewright.enforce.proof.Proof;
import org.zonewright.enforce.proof.Prover;
import org.zonewright.enforce.proof.ReadBack;
import org.zonewright.enforce.target.RuleFile;
import org.zonewright.enforce.target.RuleWriter;
import org.zonewright.enforce.target.Target;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.RealmId;
import org.zonewright.traffic.ProtocolFunctions;

/// Rules for conduits of a document, and the proof that they do what was approved.
///
/// `files` is empty where the mode was refused; then `refusals` say why. The proof writes the rules, reads the text
/// back with the readers of configurations, and holds what these understood against the traffic: the compiler's own
/// model has no say in it.
public record SiteEnforcement(
        ConduitPolicy policy, Target target, Mode mode, List<Text> refusals, List<RuleFile> files) {
    public SiteEnforcement {
        refusals = List.copyOf(refusals);
        files = List.copyOf(files);
    }

    /// What is asked for; `realm` is where the enforcing device stands, if the document does not say it.
    public record Order(List<Conduit> conduits, Optional<RealmId> realm, Target target, Mode mode) {
        public Order {
            conduits = List.copyOf(conduits);
        }
    }

    /// A proof, or the problem why there is none.
    public record Proved(Optional<Proof> proof, List<Problem> problems) {
        public Proved {
            problems = List.copyOf(problems);
        }
    }

    /// Compiles and writes; `at` is the time that approvals are held against.
    public static SiteEnforcement of(Plant plant, Order order, Texts texts, Instant at) {
        ConduitPolicy policy =
                PolicyCompiler.compile(plant, order.conduits(), order.realm(), ProtocolFunctions::all, at);
        List<Text> refusals = new ArrayList<>();
        if (order.mode() == Mode.DROP) {
            if (!order.target().drops()) {
                refusals.add(
                        Text.of("enforce.refused.watch-only", order.target().id()));
            }
            DropGate.refusals(plant, order.conduits(), at).forEach(refusal -> refusals.add(refusal.because()));
        }
        List<RuleFile> files =
                refusals.isEmpty() ? RuleWriter.write(order.target(), policy, order.mode(), texts) : List.of();
        return new SiteEnforcement(policy, order.target(), order.mode(), refusals, files);
    }

    /// Proves the rules against a site's traffic. `site` was assessed with the same document.
    public Proved prove(Plant plant, SiteAssessment site, Texts texts) {
        try {
            List<Problem> problems = new ArrayList<>();
            List<ReadBack> dropping = target.drops() && target.isBound(policy)
                    ? readBack(RuleWriter.write(target, policy, Mode.DROP, texts), problems)
                    : List.of();
            List<ReadBack> observing = readBack(RuleWriter.write(target, policy, Mode.OBSERVE, texts), problems);
            if (dropping.isEmpty() || !problems.isEmpty()) {
                problems.add(Problem.of(InputProblem.NOT_READ_BACK, new SourceRef.InFile(policy.name()), target.id()));
                return new Proved(Optional.empty(), problems);
            }
            List<Observed> observed = observed(plant, site);
            List<Phase> unseen = policy.conduits().stream()
                    .flatMap(id -> plant.conduit(id).stream())
                    .flatMap(conduit -> DropGate.unseen(conduit).stream())
                    .sorted()
                    .distinct()
                    .toList();
            Prover.Window window = new Prover.Window(
                    site.assessment().conformance().flatMap(seen -> seen.first()),
                    site.assessment().conformance().flatMap(seen -> seen.last()));
            return new Proved(
                    Optional.of(Prover.prove(policy, dropping, observing, observed, window, unseen)), List.of());
        } catch (PolicyTooComplex e) {
            return new Proved(
                    Optional.empty(),
                    List.of(Problem.of(
                            InputProblem.RULES_TOO_COMPLEX,
                            new SourceRef.InFile(policy.name()),
                            String.valueOf(e.getMessage()))));
        }
    }

    /// Writes each file where a reader finds it, and takes what the reader understood.
    private List<ReadBack> readBack(List<RuleFile> files, List<Problem> problems) {
        List<ReadBack> all = new ArrayList<>();
        for (RuleFile file : files) {
            try {
                Path path = Files.createTempFile("zonewright-", "-" + file.name());
                try {
                    Files.write(path, file.text().getBytes(StandardCharsets.UTF_8));
                    ConfigFile.Reading reading = ConfigFile.recognises(path)
                            ? ConfigFile.read(path)
                            : new ConfigFile.Reading(Optional.empty(), List.of());
                    reading.rules()
                            .ifPresent(rules ->
                                    all.add(new ReadBack(file.name(), file.family(), target.deniesRest(), rules)));
                } finally {
                    Files.delete(path);
                }
            } catch (IOException e) {
                problems.add(Problem.of(
                        InputProblem.UNREADABLE, new SourceRef.InFile(file.name()), String.valueOf(e.getMessage())));
            }
        }
        return all.size() == files.size() ? all : List.of();
    }

    /// The exchanges that the enforcing device would judge: those seen in its realm.
    private List<Observed> observed(Plant plant, SiteAssessment site) {
        if (site.assessment().placement().isEmpty()) {
            return List.of();
        }
        return ApprovedUses.of(
                        plant,
                        site.assessment().inventory(),
                        site.assessment().placement().get(),
                        site.assessment().at())
                .stream()
                .filter(use -> isJudged(use.conversation()))
                .map(SiteEnforcement::observed)
                .sorted(Comparator.comparing((Observed one) -> one.client())
                        .thenComparing(Observed::server)
                        .thenComparingInt(Observed::protocol)
                        .thenComparingInt(one -> one.port().orElse(-1))
                        .thenComparing(Observed::application))
                .toList();
    }

    private boolean isJudged(Conversation conversation) {
        boolean here = policy.realm().isEmpty() || policy.realm().get().value().equals(conversation.realm());
        return here
                && conversation.clientAddress().isIp()
                && conversation.serverAddress().isIp()
                && Prover.isJudged(policy, conversation.clientAddress(), conversation.serverAddress());
    }

    private static Observed observed(ApprovedUse use) {
        Conversation conversation = use.conversation();
        boolean answered = conversation.outcome() == Outcome.ESTABLISHED || conversation.outcome() == Outcome.ONE_WAY;
        return new Observed(
                word(use.from()),
                word(use.to()),
                conversation.clientAddress(),
                conversation.serverAddress(),
                conversation.transport().number(),
                conversation.serverPort(),
                conversation.protocol(),
                use.flows(),
                use.beyond(),
                answered,
                conversation.first());
    }

    private static String word(Place place) {
        return place.label();
    }
}
