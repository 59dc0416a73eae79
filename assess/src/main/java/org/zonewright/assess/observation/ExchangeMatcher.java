package org.zonewright.assess.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zonewright.assess.NetworkChatter;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Condition.Bounds;
import org.zonewright.assess.observation.Condition.Exchange;
import org.zonewright.assess.observation.Condition.Ground;
import org.zonewright.assess.observation.Condition.Said;
import org.zonewright.assess.observation.Condition.Side;
import org.zonewright.assess.observation.Network.Talk;
import org.zonewright.facts.Address;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.plant.MaintenanceWindow;
import org.zonewright.plant.Plant;

/// Finds exchanges that a condition describes.
final class ExchangeMatcher {
    private static final int MOST_DETAILS = 6;

    private final Network network;

    ExchangeMatcher(Network network) {
        this.network = network;
    }

    List<Sighting> find(Exchange wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Talk talk : network.talks(wanted.protocols())) {
            if (fits(wanted, talk)) {
                Standing at = wanted.at() == Side.SERVER ? talk.server() : talk.client();
                Optional<FunctionUse> use = deciding(wanted, talk.conversation());
                Conversation conversation = talk.conversation();
                sightings.add(new Sighting(
                        at,
                        conversation.firstSeen(),
                        last(wanted, conversation),
                        new TreeSet<>(Set.of(talk.key())),
                        List.of(use.map(FunctionUse::first).orElse(conversation.first())),
                        details(wanted, talk),
                        talk.answered() && talk.recognised()));
            }
        }
        return sightings;
    }

    private boolean fits(Exchange wanted, Talk talk) {
        Conversation conversation = talk.conversation();
        boolean named = wanted.protocols().isEmpty()
                ? !NetworkChatter.is(conversation)
                        && !conversation.serverAddress().isGroup()
                : talk.recognised() && wanted.protocols().contains(conversation.protocol());
        boolean outcome = wanted.outcomes().contains(conversation.outcome())
                && (conversation.outcome() != Outcome.ESTABLISHED || talk.answered());
        return named && outcome && functionsFit(wanted, conversation) && boundsFit(wanted.bounds(), talk);
    }

    private static boolean functionsFit(Exchange wanted, Conversation conversation) {
        List<FunctionUse> uses = conversation.functions();
        if (wanted.decoded() && uses.isEmpty()) {
            return false;
        }
        if (wanted.withoutCode().filter(code -> hasCode(uses, code)).isPresent()) {
            return false;
        }
        boolean restricted = !wanted.classes().isEmpty() || wanted.code().isPresent();
        return !restricted || deciding(wanted, conversation).isPresent();
    }

    private static boolean hasCode(List<FunctionUse> uses, Pattern code) {
        return uses.stream().anyMatch(use -> code.matcher(use.function().code()).matches());
    }

    /// The first function that is asked for; empty where the condition does not look at functions.
    private static Optional<FunctionUse> deciding(Exchange wanted, Conversation conversation) {
        if (wanted.classes().isEmpty() && wanted.code().isEmpty()) {
            return Optional.empty();
        }
        return conversation.functions().stream()
                .filter(use -> isWanted(wanted, use))
                .findFirst();
    }

    /// A class counts where the client asked for it, and not all answers refused it.
    private static boolean isWanted(Exchange wanted, FunctionUse use) {
        FunctionClass functionClass = use.function().functionClass();
        boolean classFits = wanted.classes().isEmpty()
                || (wanted.classes().contains(functionClass)
                        && use.byClient()
                        && (use.refusals() == 0 || use.answers() > use.refusals()));
        return classFits
                && wanted.code()
                        .filter(code -> !code.matcher(use.function().code()).matches())
                        .isEmpty();
    }

    /// Functions carry no times of their own. Where the client asked for others as well, only that it asked after the
    /// exchange began is sure.
    private static Instant last(Exchange wanted, Conversation conversation) {
        boolean looks = !wanted.classes().isEmpty() || wanted.code().isPresent();
        boolean others = looks
                && conversation.functions().stream()
                        .anyMatch(use -> use.byClient()
                                && use.function().functionClass() != FunctionClass.SESSION
                                && !isWanted(wanted, use));
        return others ? conversation.firstSeen() : conversation.lastSeen();
    }

    private boolean boundsFit(Bounds bounds, Talk talk) {
        Conversation conversation = talk.conversation();
        return stands(bounds.clientIn(), talk.client(), conversation.clientAddress())
                && stands(bounds.serverIn(), talk.server(), conversation.serverAddress())
                && (!bounds.crossing() || crosses(talk))
                && bounds.lasting().filter(least -> !lasts(conversation, least)).isEmpty()
                && (!bounds.outsideWindows() || isOutsideWindows(talk))
                && bounds.serverSays()
                        .filter(said -> !saysOnly(talk.server(), said))
                        .isEmpty()
                && bounds.clientSays().filter(said -> !says(talk, said)).isEmpty();
    }

    private static boolean stands(Set<Ground> grounds, Standing standing, Address address) {
        return grounds.isEmpty() || grounds.stream().anyMatch(ground -> standing.stands(ground, address));
    }

    /// An end that is not drawn is in no other place that is known.
    private static boolean crosses(Talk talk) {
        Optional<Subject> from = talk.client().place();
        Optional<Subject> to = talk.server().place();
        return from.isPresent() && to.isPresent() && !from.equals(to);
    }

    /// Of several connections together it is not told how long each was open.
    private static boolean lasts(Conversation conversation, Duration least) {
        Duration open = Duration.between(conversation.firstSeen(), conversation.lastSeen());
        return conversation.flows() == 1 && open.compareTo(least) >= 0;
    }

    private boolean isOutsideWindows(Talk talk) {
        List<MaintenanceWindow> windows = network.surroundings().plant().map(Plant::windows).orElse(List.of()).stream()
                .filter(window -> window.zones().isEmpty()
                        || window.zones().stream().anyMatch(zone -> talk.server()
                                .place()
                                .filter(Subject.of(zone)::equals)
                                .isPresent()))
                .toList();
        Conversation conversation = talk.conversation();
        return !windows.isEmpty()
                && windows.stream()
                        .noneMatch(window -> conversation.firstSeen().isBefore(window.until())
                                && !conversation.lastSeen().isBefore(window.from()));
    }

    private boolean saysOnly(Standing station, Said said) {
        List<IdentityFact> values = network.asset(station)
                .map(asset -> Network.said(asset, said.attribute()))
                .orElse(List.of());
        return !values.isEmpty()
                && values.stream()
                        .allMatch(fact -> said.value().matcher(fact.value()).matches());
    }

    /// A value that the protocol told of the client; it is this server's affair only if no other one of the protocol
    /// answered the client.
    private boolean says(Talk talk, Said said) {
        String protocol = talk.conversation().protocol();
        boolean told =
                network
                        .asset(talk.client())
                        .map(asset -> Network.said(asset, said.attribute()))
                        .orElse(List.of())
                        .stream()
                        .anyMatch(fact -> fact.method().equals(protocol)
                                && said.value().matcher(fact.value()).matches());
        return told
                && network.asked(talk.client().key()).stream()
                        .filter(other -> other.answered()
                                && other.conversation().protocol().equals(protocol))
                        .allMatch(other ->
                                other.server().key().equals(talk.server().key()));
    }

    /// What was asked for, or the protocol; and the other end.
    private static SortedSet<String> details(Exchange wanted, Talk talk) {
        TreeSet<String> details = new TreeSet<>();
        Conversation conversation = talk.conversation();
        String protocol = conversation.protocol().isEmpty() ? conversation.service() : conversation.protocol();
        boolean looks = !wanted.classes().isEmpty() || wanted.code().isPresent();
        conversation.functions().stream()
                .filter(use -> looks && isWanted(wanted, use))
                .limit(MOST_DETAILS)
                .forEach(use -> details.add(protocol + " "
                        + (use.function().name().isEmpty()
                                ? use.function().code()
                                : use.function().name())));
        if (details.isEmpty()) {
            details.add(protocol);
        }
        return details;
    }
}
