package org.zonewright.facts.policy;

import java.util.List;
import org.zonewright.facts.Address;

/// Takes one packet through a ruleset, rule by rule, as a device would: slow, plain, and written apart from the
/// algebra.
final class Interpreter {
    /// A packet; `open` is one of a connection that is open already.
    record Packet(
            String in, String out, Address source, Address destination, int protocol, int from, int to, boolean open) {
        Packet answer() {
            return new Packet(out, in, destination, source, protocol, to, from, true);
        }
    }

    private enum Fate {
        ACCEPTED,
        DROPPED,
        UNDECIDED
    }

    private final Ruleset rules;
    private final boolean openConditionsHold;

    Interpreter(Ruleset rules, boolean openConditionsHold) {
        this.rules = rules;
        this.openConditionsHold = openConditionsHold;
    }

    /// May the connection be opened, and is it answered?
    boolean opens(Packet packet) {
        boolean connection = packet.protocol() == Service.TCP || packet.protocol() == Service.UDP;
        return passes(packet) && (rules.stateful() || !connection || passes(packet.answer()));
    }

    private boolean passes(Packet packet) {
        for (Stage stage : rules.stages()) {
            if (stage.in().contains(packet.in()) && stage.out().contains(packet.out())) {
                Fate fate = walk(stage.chain(), packet);
                boolean through = fate == Fate.UNDECIDED ? stage.accepts() : fate == Fate.ACCEPTED;
                if (!through) {
                    return false;
                }
            }
        }
        return true;
    }

    private Fate walk(String chain, Packet packet) {
        List<Rule> all =
                rules.chains().getOrDefault(chain, new Chain(chain, List.of())).rules();
        for (Rule rule : all) {
            if (!rule.enabled() || !matches(rule.match(), packet)) {
                continue;
            }
            switch (rule.action()) {
                case Action.Accept() -> {
                    return Fate.ACCEPTED;
                }
                case Action.Drop _ -> {
                    return Fate.DROPPED;
                }
                case Action.Return() -> {
                    return Fate.UNDECIDED;
                }
                case Action.Goto(String other) -> {
                    return walk(other, packet);
                }
                case Action.Jump(String other) -> {
                    Fate fate = walk(other, packet);
                    if (fate != Fate.UNDECIDED) {
                        return fate;
                    }
                }
                case Action.Continue() -> {}
            }
        }
        return Fate.UNDECIDED;
    }

    private boolean matches(Match match, Packet packet) {
        Match.State state = packet.open() ? Match.State.ESTABLISHED : Match.State.NEW;
        return match.in().contains(packet.in())
                && match.out().contains(packet.out())
                && match.source().contains(packet.source())
                && match.destination().contains(packet.destination())
                && (match.states().isEmpty() || match.states().contains(state))
                && (match.services().isEmpty() || match.services().stream().anyMatch(service -> asks(service, packet)))
                && (match.open().isEmpty() || openConditionsHold);
    }

    private static boolean asks(Service service, Packet packet) {
        return service.protocol().isEmpty()
                || (service.protocol().getAsInt() == packet.protocol()
                        && service.source().contains(packet.from())
                        && service.destination().contains(packet.to()));
    }
}
