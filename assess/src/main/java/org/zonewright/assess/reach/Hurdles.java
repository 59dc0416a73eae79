package org.zonewright.assess.reach;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Credentials;
import org.zonewright.plant.Tunnel;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.assurance.Subject;
import org.zonewright.plant.id.ConduitId;

/// What somebody has to overcome to use an approved flow: the harder of what the flow and the tunnel around it ask
/// for. A measure in place that closes the requirement of a second factor at a conduit gives its flows one.
final class Hurdles {
    private static final Set<RequirementRef> SECOND_FACTOR =
            Set.copyOf(List.of(new RequirementRef("SR 1.1 RE(2)"), new RequirementRef("SR 1.1 RE(3)")));

    private final Drawn drawn;
    private final @Nullable Hurdle[] found;
    private final Set<ConduitId> withSecondFactor = new HashSet<>();

    Hurdles(Drawn drawn) {
        this.drawn = drawn;
        found = new Hurdle[drawn.approvals().start[drawn.approvals().start.length - 1]];
        for (Measure measure : drawn.plant().measures()) {
            if (measure.state() == Measure.State.IN_PLACE) {
                for (Measure.Closure closure : measure.closes()) {
                    if (closure.at() instanceof Subject.OfConduit(ConduitId conduit)
                            && closure.requirements().stream().anyMatch(SECOND_FACTOR::contains)) {
                        withSecondFactor.add(conduit);
                    }
                }
            }
        }
    }

    Hurdle ofFlow(int flow) {
        Hurdle known = found[flow];
        if (known == null) {
            Conduit conduit = drawn.approvals()
                    .blocks
                    .get(drawn.approvals().conduitOf(flow))
                    .conduit();
            known = hurdle(conduit, drawn.approvals().flow(flow).credentials());
            found[flow] = known;
        }
        return known;
    }

    private Hurdle hurdle(Conduit conduit, Credentials asked) {
        Hurdle hurdle = harder(
                of(asked),
                conduit.tunnel().map(Tunnel::credentials).map(Hurdles::of).orElse(Hurdle.NO_SIGN_IN));
        if (withSecondFactor.contains(conduit.id())) {
            Credentials tunnel = conduit.tunnel().map(Tunnel::credentials).orElse(Credentials.UNKNOWN);
            boolean separate = asked.separateAccounts().orElse(false)
                    || tunnel.separateAccounts().orElse(false);
            hurdle = harder(hurdle, of(new Credentials(Optional.of(separate), Optional.of(2))));
        }
        return conduit.kind() == ConduitKind.REMOVABLE_MEDIA || conduit.kind() == ConduitKind.MANUAL_TRANSFER
                ? harder(hurdle, Hurdle.CARRIED)
                : hurdle;
    }

    static Hurdle harder(Hurdle one, Hurdle two) {
        return two.level() > one.level() ? two : one;
    }

    static Hurdle of(Credentials credentials) {
        if (credentials.factors().isEmpty()) {
            return Hurdle.UNSAID;
        }
        boolean separate = credentials.separateAccounts().orElse(false);
        return switch (credentials.factors().get()) {
            case 0 -> Hurdle.NO_SIGN_IN;
            case 1 -> separate ? Hurdle.SEPARATE_ACCOUNT : Hurdle.SHARED_ACCOUNT;
            default -> separate ? Hurdle.CLOSED : Hurdle.SECOND_FACTOR;
        };
    }
}
