package org.zonewright.assess.risk.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.risk.Risk;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.ThreatCatalogue;
import org.zonewright.standard.catalogue.ThreatCatalogue.ThreatCategory;
import org.zonewright.standard.catalogue.ThreatCatalogue.ThreatSource;

/// What the threat list proposes for the zones of the SUC and the conduits that join one (ZCR 5.1).
public final class ThreatProposals {
    private ThreatProposals() {}

    /// The proposals, zone and conduit after the other in the order of subjects, each list in the order of the threat
    /// list.
    public static List<ThreatProposal> proposals(Plant plant, ThreatCatalogue threats) {
        Map<Subject, Set<ThreatCause>> causes = new TreeMap<>();
        plant.zones().stream()
                .filter(Zone::inSuc)
                .forEach(zone -> causes.put(Subject.of(zone.id()), causes(plant, zone)));
        plant.conduits().stream()
                .filter(conduit -> conduit.between().stream()
                        .anyMatch(id -> plant.zone(id).filter(Zone::inSuc).isPresent()))
                .forEach(conduit -> causes.put(Subject.of(conduit.id()), causes(plant, conduit)));
        Set<String> taken = taken(plant);
        List<ThreatProposal> proposals = new ArrayList<>();
        causes.forEach((subject, why) -> {
            for (ThreatCategory category : threats.categories()) {
                List<ThreatCause> of = why.stream()
                        .filter(cause -> cause.categories().contains(category.id()))
                        .toList();
                if (!of.isEmpty()) {
                    proposals.add(proposal(subject, category, of, taken, threats));
                }
            }
        });
        return proposals;
    }

    private static Set<String> taken(Plant plant) {
        Set<String> taken = new HashSet<>();
        plant.risk().map(Risk::scenarios).orElse(List.of()).forEach(scenario -> ScenarioRater.subject(
                        plant, scenario.at())
                .ifPresent(subject -> scenario.threat().ifPresent(threat -> taken.add(key(subject, threat)))));
        return taken;
    }

    private static String key(Subject subject, String threat) {
        return subject.kind().id() + " " + subject.id() + " " + threat;
    }

    private static Set<ThreatCause> causes(Plant plant, Zone zone) {
        Set<ThreatCause> causes = EnumSet.of(ThreatCause.ZONE);
        switch (zone.function()) {
            case CONTROL -> causes.add(ThreatCause.CONTROL);
            case OPERATIONS -> causes.add(ThreatCause.OPERATIONS);
            case DMZ -> causes.add(ThreatCause.DMZ);
            case ENTERPRISE -> causes.add(ThreatCause.BUSINESS);
            case EXTERNAL -> causes.add(ThreatCause.EXTERNAL);
        }
        traits(zone.traits(), causes);
        points(plant, point -> point.zone().equals(Optional.of(zone.id())), causes);
        return causes;
    }

    private static Set<ThreatCause> causes(Plant plant, Conduit conduit) {
        Set<ThreatCause> causes = EnumSet.noneOf(ThreatCause.class);
        switch (conduit.kind()) {
            case NETWORK, SERIAL -> causes.add(ThreatCause.TRAFFIC);
            case WIRELESS -> causes.addAll(List.of(ThreatCause.TRAFFIC, ThreatCause.WIRELESS));
            case DIAL_UP -> causes.addAll(List.of(ThreatCause.TRAFFIC, ThreatCause.EXTERNAL));
            case HARDWIRED -> causes.add(ThreatCause.PHYSICAL);
            case REMOVABLE_MEDIA, MANUAL_TRANSFER -> causes.add(ThreatCause.TEMPORARY);
        }
        for (ZoneId id : conduit.between()) {
            Optional<ZoneFunction> function = plant.zone(id).map(Zone::function);
            if (function.equals(Optional.of(ZoneFunction.ENTERPRISE))) {
                causes.add(ThreatCause.BUSINESS);
            } else if (function.equals(Optional.of(ZoneFunction.EXTERNAL))) {
                causes.add(ThreatCause.EXTERNAL);
            }
        }
        traits(conduit.traits(), causes);
        points(plant, point -> point.conduit().equals(Optional.of(conduit.id())), causes);
        return causes;
    }

    private static void traits(Traits traits, Set<ThreatCause> causes) {
        if (traits.safetyRelated()) {
            causes.add(ThreatCause.SAFETY);
        }
        if (traits.temporary()) {
            causes.add(ThreatCause.TEMPORARY);
        }
        if (traits.wireless()) {
            causes.add(ThreatCause.WIRELESS);
        }
        if (traits.externalAccess()) {
            causes.add(ThreatCause.EXTERNAL);
        }
    }

    private interface IsHere {
        boolean test(AccessPoint point);
    }

    private static void points(Plant plant, IsHere here, Set<ThreatCause> causes) {
        plant.suc().stream()
                .flatMap(suc -> suc.accessPoints().stream())
                .filter(here::test)
                .map(point -> switch (point.kind()) {
                    case NETWORK, SERIAL -> ThreatCause.TRAFFIC;
                    case VPN, VENDOR_MODEM, DIAL_UP, CELLULAR -> ThreatCause.EXTERNAL;
                    case WIRELESS -> ThreatCause.WIRELESS;
                    case USB, REMOVABLE_MEDIA -> ThreatCause.TEMPORARY;
                    case CONSOLE, PHYSICAL -> ThreatCause.PHYSICAL;
                })
                .forEach(causes::add);
    }

    private static ThreatProposal proposal(
            Subject subject,
            ThreatCategory category,
            List<ThreatCause> causes,
            Set<String> taken,
            ThreatCatalogue threats) {
        Map<String, ThreatSource> sources = new LinkedHashMap<>();
        threats.sources().forEach(source -> sources.put(source.id(), source));
        SecurityLevel start = category.sources().stream()
                .map(sources::get)
                .filter(Objects::nonNull)
                .map(ThreatSource::startLevel)
                .max(SecurityLevel::compareTo)
                .orElse(SecurityLevel.SL1);
        List<Reason> because = causes.stream()
                .map(cause -> Reason.of(Text.of("risk.threat.cause." + cause.id())))
                .toList();
        Text text = Text.of(
                "risk.threat.proposal",
                category.id(),
                category.name(),
                threats.info().version());
        return new ThreatProposal(
                subject,
                category.id(),
                category.name(),
                category.foundationalRequirements(),
                category.techniques(),
                category.sources(),
                start,
                taken.contains(key(subject, category.id())),
                Reason.because(text, because));
    }
}
