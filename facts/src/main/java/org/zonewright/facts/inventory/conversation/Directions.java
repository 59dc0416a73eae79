package org.zonewright.facts.inventory.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zonewright.facts.Address;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ServicePorts;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Which end of a row is the server. In this order: a handshake; an end that a handshake of the realm shows to be a
/// server on that port; a decoded request; the port of a known service (the lower of two); the first packet of the
/// earliest view.
///
/// A folded row keeps its direction, and a group address never opens a conversation.
final class Directions {
    /// Clients take their ports from here upwards (IANA 49152, Linux 32768).
    private static final int FIRST_CLIENT_PORT = 32768;

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    /// `turned` if the row's `b` is the client.
    record Decision(boolean turned, DirectionEvidence evidence) {}

    private record Endpoint(int realm, Address address, int transport, int port) {}

    private record Flow(int realm, int transport, Address low, int portLow, Address high, int portHigh) {}

    /// What views of one flow say of its client, the strongest and earliest word.
    private record Word(DirectionEvidence evidence, long firstNanos, boolean lowIsClient) {
        Word stronger(Word other) {
            int order = evidence.compareTo(other.evidence);
            if (order != 0) {
                return order > 0 ? this : other;
            }
            if (firstNanos != other.firstNanos) {
                return firstNanos < other.firstNanos ? this : other;
            }
            return lowIsClient ? this : other;
        }
    }

    private final Set<Endpoint> servers = new HashSet<>();
    private final Map<Flow, Word> words = new HashMap<>();

    private Directions() {}

    static Directions learn(Views views, RealmPlan plan) {
        Directions directions = new Directions();
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            ConversationTable.Cursor row = contribution.conversations().cursor();
            while (row.next()) {
                directions.learn(row, plan, index);
            }
        }
        boolean several =
                plan.realms().stream().anyMatch(realm -> realm.seenFrom().size() > 1);
        if (several) {
            directions.compareViews(views, plan);
        }
        return directions;
    }

    // Apart from its loop, as all here: what is long in a method that runs once stays with the interpreter.
    private void learn(ConversationTable.Cursor row, RealmPlan plan, Views.Index index) {
        if (row.direction().isCertain() && row.portB() >= 0 && row.outcome() != Outcome.REJECTED) {
            int realm = plan.realmOfView(index.of(row.vantage()));
            servers.add(new Endpoint(realm, row.b(), row.transport().number(), row.portB()));
        }
    }

    /// Where a realm has several views, all rows of one flow must be turned the same way.
    private void compareViews(Views views, RealmPlan plan) {
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            ConversationTable.Cursor row = contribution.conversations().cursor();
            while (row.next()) {
                compareViews(row, plan, index);
            }
        }
    }

    private void compareViews(ConversationTable.Cursor row, RealmPlan plan, Views.Index index) {
        int realm = plan.realmOfView(index.of(row.vantage()));
        if (plan.realms().get(realm).seenFrom().size() > 1 && isOpen(row)) {
            words.merge(flow(realm, row), word(row), Word::stronger);
        }
    }

    private static boolean isOpen(ConversationTable.Cursor row) {
        return !row.direction().isCertain()
                && row.portA() >= 0
                && row.portB() >= 0
                && row.a().isStation()
                && row.b().isStation();
    }

    private static boolean aIsLow(ConversationTable.Cursor row) {
        int order = row.a().compareTo(row.b());
        return order < 0 || (order == 0 && row.portA() <= row.portB());
    }

    private static Flow flow(int realm, ConversationTable.Cursor row) {
        return aIsLow(row)
                ? new Flow(realm, row.transport().number(), row.a(), row.portA(), row.b(), row.portB())
                : new Flow(realm, row.transport().number(), row.b(), row.portB(), row.a(), row.portA());
    }

    private static Word word(ConversationTable.Cursor row) {
        return new Word(row.direction(), row.firstNanos(), aIsLow(row));
    }

    Decision decide(int realm, ConversationTable.Cursor row) {
        if (!isOpen(row)) {
            return new Decision(false, row.direction());
        }
        int transport = row.transport().number();
        boolean a = servers.contains(new Endpoint(realm, row.a(), transport, row.portA()));
        boolean b = servers.contains(new Endpoint(realm, row.b(), transport, row.portB()));
        if (a != b) {
            return new Decision(a, DirectionEvidence.KNOWN_SERVER);
        }
        Word word = words.isEmpty() ? word(row) : words.getOrDefault(flow(realm, row), word(row));
        boolean turned = word.lowIsClient() != aIsLow(row);
        if (word.evidence().compareTo(DirectionEvidence.KNOWN_SERVER) >= 0) {
            return new Decision(turned, word.evidence());
        }
        int server = serverPort(row.transport(), row.portA(), row.portB());
        if (server >= 0) {
            return new Decision(server == row.portA(), DirectionEvidence.KNOWN_PORT);
        }
        return new Decision(turned, DirectionEvidence.FIRST_PACKET);
    }

    /// The port of the two that looks like a server's, -1 if neither does.
    static int serverPort(Transport transport, int one, int two) {
        if (one == two) {
            return -1;
        }
        int lower = Math.min(one, two);
        int higher = Math.max(one, two);
        boolean lowerKnown = ServicePorts.isService(transport, lower);
        boolean higherKnown = ServicePorts.isService(transport, higher);
        if (lowerKnown != higherKnown) {
            return lowerKnown ? lower : higher;
        }
        boolean privileged = lower < FIRST_UNPRIVILEGED_PORT && higher >= FIRST_UNPRIVILEGED_PORT;
        boolean client = lower < FIRST_CLIENT_PORT && higher >= FIRST_CLIENT_PORT;
        return lowerKnown || privileged || client ? lower : -1;
    }
}
