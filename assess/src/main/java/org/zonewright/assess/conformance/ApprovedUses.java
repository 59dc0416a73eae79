package org.zonewright.assess.conformance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.FlowMatcher.Approved;
import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;

/// Says of each conversation which approvals cover it, by the same matching as the findings. Unlike there, every view
/// of routed traffic stands for itself, since rules stand at one place and see one view.
public final class ApprovedUses {
    private final Plant plant;
    private final Instant at;
    private final LocalDate day;
    private final FlowMatcher matcher;

    private ApprovedUses(Plant plant, Instant at, FlowMatcher matcher) {
        this.plant = plant;
        this.at = at;
        this.day = at.atZone(ZoneOffset.UTC).toLocalDate();
        this.matcher = matcher;
    }

    /// All conversations between different places in the order of the inventory, those to groups and the network's
    /// own messages left out. Approvals count if somebody gave them and they hold at `at`.
    public static List<ApprovedUse> of(Plant plant, Inventory inventory, Placement placement, Instant at) {
        ZoneLookup zones = new ZoneLookup(plant);
        ApprovedUses uses = new ApprovedUses(plant, at, new FlowMatcher(plant, AddressBook.of(inventory), zones));
        return Exchanges.views(inventory, placement, zones).stream()
                .filter(exchange -> !exchange.isChatter() && !exchange.isInside())
                .filter(exchange -> !exchange.to().isGroup() && !exchange.from().isGroup())
                .map(uses::use)
                .toList();
    }

    private ApprovedUse use(Exchange exchange) {
        List<Flow> covering = matcher.covering(exchange).stream()
                .map(Approved::flow)
                .filter(this::holds)
                .toList();
        if (!covering.isEmpty()) {
            return of(exchange, covering, beyond(covering, exchange));
        }
        List<Flow> samePort = matcher.nearMisses(exchange).stream()
                .map(Approved::flow)
                .filter(this::holds)
                .filter(flow -> flow.port()
                        .filter(port -> FlowMatcher.fitsPort(port, exchange))
                        .isPresent())
                .toList();
        String other = exchange.conversation().protocol();
        return of(exchange, samePort, samePort.isEmpty() ? List.of() : List.of(other));
    }

    private static ApprovedUse of(Exchange exchange, List<Flow> flows, List<String> beyond) {
        return new ApprovedUse(
                exchange.conversation(),
                exchange.from().place(),
                exchange.to().place(),
                flows.stream().map(Flow::id).toList(),
                beyond);
    }

    private boolean holds(Flow flow) {
        boolean open = flow.during().isEmpty()
                || plant.windows().stream()
                        .anyMatch(window -> flow.during().contains(window.id())
                                && !at.isBefore(window.from())
                                && at.isBefore(window.until()));
        Optional<LocalDate> until = flow.until();
        return open
                && flow.approvedBy().isPresent()
                && until.filter(last -> last.isBefore(day)).isEmpty();
    }

    /// Functions that none of the flows holds, in the order seen.
    private static List<String> beyond(List<Flow> flows, Exchange exchange) {
        List<FunctionUse> rest = new ArrayList<>(exchange.requests());
        flows.forEach(flow -> rest.retainAll(FunctionRules.notAllowed(flow, exchange)));
        return rest.stream()
                .map(FunctionUse::function)
                .map(function -> function.protocol() + " " + function.code()
                        + (function.name().isEmpty() ? "" : " " + function.name()))
                .distinct()
                .toList();
    }
}
