package org.zonewright.assess.partition;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.NetworkChatter;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;

/// The conversations that say something about a partition: between two stations, gone through, and no messages of the
/// network itself. Ends are given with views replaced by what they show.
final class Exchanges {
    private static final Set<FunctionClass> ACTING =
            EnumSet.of(FunctionClass.WRITE, FunctionClass.OPERATE, FunctionClass.PROGRAM, FunctionClass.CONFIGURE);

    /// One of them; `client` and `server` are ids of the inventory.
    record Exchange(String client, String server, Conversation conversation) {
        List<FunctionClass> classes() {
            return conversation.functions().stream()
                    .filter(FunctionUse::byClient)
                    .map(use -> use.function().functionClass())
                    .distinct()
                    .sorted()
                    .toList();
        }

        /// True if the client changes something on the server.
        boolean acts() {
            return classes().stream().anyMatch(ACTING::contains);
        }

        String service() {
            return conversation.service();
        }
    }

    private final List<Exchange> all;

    private Exchanges(List<Exchange> all) {
        this.all = all;
    }

    static Exchanges of(Inventory inventory, AddressBook book) {
        return new Exchanges(inventory.conversations().stream()
                .filter(Exchanges::wentThrough)
                .filter(one -> !one.client().isEmpty() && !one.server().isEmpty())
                .map(one -> new Exchange(book.canonical(one.client()), book.canonical(one.server()), one))
                .filter(one -> !one.client().equals(one.server()))
                .sorted(Comparator.comparing(Exchange::client)
                        .thenComparing(Exchange::server)
                        .thenComparing(Exchange::service)
                        .thenComparing(one -> one.conversation().realm()))
                .toList());
    }

    private static boolean wentThrough(Conversation conversation) {
        return !NetworkChatter.is(conversation)
                && (conversation.outcome() == Outcome.ESTABLISHED || conversation.outcome() == Outcome.ONE_WAY);
    }

    Stream<Exchange> stream() {
        return all.stream();
    }
}
