package org.zonewright.assess.conformance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.zonewright.assess.NetworkChatter;
import org.zonewright.assess.Place;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;

/// What one end opened with another over one service. Routed traffic that was seen in several realms is one exchange:
/// `conversation` is the view that shows most of it.
record Exchange(Conversation conversation, End from, End to) {
    static final Comparator<Exchange> ORDER = Comparator.comparing(
                    (Exchange exchange) -> exchange.from().label())
            .thenComparing(exchange -> exchange.to().label())
            .thenComparing(exchange -> exchange.conversation().service())
            .thenComparing(exchange -> exchange.conversation().protocol())
            .thenComparing(exchange -> exchange.from().identity())
            .thenComparing(exchange -> exchange.to().identity());

    private static final int MOST_FUNCTIONS = 12;

    boolean isInside() {
        return from.place().equals(to.place());
    }

    /// True if data went through: answered, or sent without need of an answer. What was sent to an address outside
    /// the drawing that nobody was heard on (a broadcast address of a network that is not known, say) went nowhere
    /// that is known.
    boolean wentThrough() {
        boolean nobody = to.observed().isEmpty() && to.place() instanceof Place.Undrawn;
        return outcome() == Outcome.ESTABLISHED || (outcome() == Outcome.ONE_WAY && !nobody);
    }

    Outcome outcome() {
        return conversation.outcome();
    }

    Instant lastSeen() {
        return conversation.lastSeen();
    }

    /// The network's own messages.
    boolean isChatter() {
        return NetworkChatter.is(conversation);
    }

    boolean isLink() {
        return conversation.transport().equals(Transport.ETHERNET);
    }

    OptionalInt port() {
        return conversation.serverPort();
    }

    /// What the opening end asked for.
    List<FunctionUse> requests() {
        return conversation.functions().stream().filter(FunctionUse::byClient).toList();
    }

    List<FunctionClass> classes() {
        return requests().stream()
                .map(use -> use.function().functionClass())
                .sorted()
                .distinct()
                .toList();
    }

    /// The protocol and port, such as `modbus tcp/502`.
    String service() {
        String protocol = conversation.protocol();
        return protocol.isEmpty() ? conversation.service() : protocol + " " + conversation.service();
    }

    /// The exchange as a line of a reason, opening its first frame and the first frame of its gravest function.
    Reason reason() {
        Text text = requests().isEmpty()
                ? Text.of("conformance.exchange." + outcome().id(), from.label(), to.label(), service())
                : Text.of(
                        "conformance.exchange." + outcome().id() + ".functions",
                        from.label(),
                        to.label(),
                        service(),
                        functionList(requests()));
        return Reason.of(text, deciding());
    }

    /// The frame that decides: the first request of the gravest function, else the first frame.
    SourceRef deciding() {
        return requests().stream()
                .max(Comparator.comparingInt(
                                (FunctionUse use) -> gravity(use.function().functionClass()))
                        .thenComparingLong(FunctionUse::requests))
                .map(FunctionUse::first)
                .orElse(conversation.first());
    }

    static String functionList(List<FunctionUse> uses) {
        String list = uses.stream()
                .sorted(Comparator.comparingInt(
                                (FunctionUse use) -> -gravity(use.function().functionClass()))
                        .thenComparing(FunctionUse::function))
                .limit(MOST_FUNCTIONS)
                .map(use -> use.function().functionClass().id() + " "
                        + (use.function().name().isEmpty() ? "" : use.function().name() + " ")
                        + "(" + use.function().code() + ") ×" + use.requests())
                .distinct()
                .collect(Collectors.joining(", "));
        return uses.size() > MOST_FUNCTIONS ? list + ", …" : list;
    }

    private static int gravity(FunctionClass functionClass) {
        return switch (functionClass) {
            case PROGRAM -> 6;
            case WRITE, OPERATE -> 5;
            case CONFIGURE -> 4;
            case TRANSFER -> 3;
            case READ, UNKNOWN -> 2;
            case DIAGNOSE, DISCOVER, TIME, ALARM -> 1;
            case SESSION -> 0;
        };
    }
}
