package org.zonewright.assess.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.Subject;
import org.zonewright.assess.coverage.RuleCoverage.AskCoverage;
import org.zonewright.assess.programme.Standing;
import org.zonewright.assess.programme.StandingTable;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.LawCatalogue;
import org.zonewright.standard.catalogue.LegalRequirement;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;
import org.zonewright.standard.catalogue.MappingCatalogue.Support;
import org.zonewright.standard.catalogue.NationalOverlay;

/// Holds standings of requirements against the duties of laws. A pure function of them and the catalogues.
///
/// A standing may be of any requirement at any place: an SR at a zone, a ZCR or a program requirement at the site, a
/// practice at a maker. Not for several threads. What is handed over twice for one requirement and place counts once,
/// the last time.
public final class Laws {
    private final Catalogues catalogues;
    private final Function<RequirementId, List<Standing>> evidence;
    private final Map<RequirementId, List<Standing>> judged;
    /// Many duties are helped by the same requirements.
    private final Map<RequirementId, Help> known = new HashMap<>();

    /// Laws over the standings of evidence and over those that are `judged` from more than that, which count before
    /// evidence about the same requirement and place.
    public Laws(Catalogues catalogues, StandingTable evidence, List<Standing> judged) {
        this(catalogues, evidence::of, judged);
    }

    /// Laws over these standings.
    public Laws(Catalogues catalogues, List<Standing> standings) {
        this(catalogues, requirement -> List.of(), standings);
    }

    private Laws(Catalogues catalogues, Function<RequirementId, List<Standing>> evidence, List<Standing> judged) {
        this.catalogues = catalogues;
        this.evidence = evidence;
        this.judged = judged.stream().collect(Collectors.groupingBy(Standing::requirement));
    }

    /// Directive (EU) 2022/2555.
    public LawCoverage nis2() {
        return of(catalogues.nis2());
    }

    /// Regulation (EU) 2024/2847, for one product.
    public LawCoverage cra() {
        return of(catalogues.cra());
    }

    private LawCoverage of(LawCatalogue law) {
        CatalogueKey key = law.info().key();
        Map<RequirementId, Support> supports = catalogues.mappings().supports(key).stream()
                .collect(Collectors.toMap(Support::duty, Function.identity()));
        Map<RequirementId, DutyCoverage> covered = new HashMap<>();
        List<LegalRequirement> sums = new ArrayList<>();
        for (LegalRequirement duty : law.requirements()) {
            boolean sum = !supports.containsKey(duty.id())
                    && points(law, duty).findAny().isPresent();
            if (sum) {
                sums.add(duty);
            } else {
                covered.put(duty.id(), duty(key, duty, Optional.ofNullable(supports.get(duty.id()))));
            }
        }
        for (LegalRequirement sum : sums) {
            covered.put(
                    sum.id(),
                    sum(
                            key,
                            sum,
                            points(law, sum)
                                    .flatMap(point -> Stream.ofNullable(covered.get(point.id())))
                                    .toList()));
        }
        return new LawCoverage(
                key,
                law.info().subject().orElse(key.id()),
                law.requirements().stream()
                        .flatMap(duty -> Stream.ofNullable(covered.get(duty.id())))
                        .toList());
    }

    /// The points right below an article or paragraph.
    private static Stream<LegalRequirement> points(LawCatalogue law, LegalRequirement above) {
        return law.requirements().stream()
                .filter(below -> below.id() instanceof ArticleId point
                        && above.id() instanceof ArticleId parent
                        && point.article() == parent.article()
                        && point.points().size() == parent.points().size() + 1
                        && point.points().subList(0, parent.points().size()).equals(parent.points()));
    }

    private DutyCoverage duty(CatalogueKey law, LegalRequirement duty, Optional<Support> support) {
        Coverage strength = support.map(Support::coverage).orElse(Coverage.NONE);
        List<Help> helps = strength == Coverage.NONE
                ? List.of()
                : helps(support.orElseThrow().items());
        Help own = help(duty.id());
        return new DutyCoverage(
                law.id(),
                duty,
                verdict(helps, !own.held().isEmpty()),
                strength,
                support.map(Support::basis),
                support.flatMap(Support::notCovered),
                helps,
                List.of(),
                own);
    }

    private DutyCoverage sum(CatalogueKey law, LegalRequirement duty, List<DutyCoverage> points) {
        Help own = help(duty.id());
        boolean supported =
                !own.held().isEmpty() || points.stream().anyMatch(point -> point.verdict() == Verdict.SUPPORTS);
        boolean outside = points.stream().allMatch(point -> point.verdict() == Verdict.OUTSIDE);
        return new DutyCoverage(
                law.id(),
                duty,
                supported ? Verdict.SUPPORTS : outside ? Verdict.OUTSIDE : Verdict.NO_EVIDENCE,
                Coverage.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                points,
                own);
    }

    /// What countries add, overlay by overlay and rule by rule.
    public List<RuleCoverage> national(List<NationalOverlay> overlays) {
        LawCoverage nis2 = nis2();
        LawCoverage cra = cra();
        return overlays.stream()
                .flatMap(overlay -> overlay.rules().stream()
                        .map(rule -> new RuleCoverage(
                                overlay,
                                rule,
                                rule.asks().stream()
                                        .map(ask -> ask(ask, nis2, cra))
                                        .toList())))
                .toList();
    }

    private AskCoverage ask(NationalOverlay.Ask ask, LawCoverage nis2, LawCoverage cra) {
        List<Help> helps = ask.coverage() == Coverage.NONE ? List.of() : helps(ask.items());
        return new AskCoverage(
                ask,
                verdict(helps, false),
                helps,
                ask.about().stream()
                        .flatMap(id -> nis2.duty(id).or(() -> cra.duty(id)).stream())
                        .toList());
    }

    private static Verdict verdict(List<Help> helps, boolean ownEvidence) {
        boolean held =
                ownEvidence || helps.stream().anyMatch(help -> !help.held().isEmpty());
        if (held) {
            return Verdict.SUPPORTS;
        }
        return helps.isEmpty() ? Verdict.OUTSIDE : Verdict.NO_EVIDENCE;
    }

    private List<Help> helps(List<RequirementId> items) {
        return items.stream().distinct().map(this::help).toList();
    }

    private Help help(RequirementId id) {
        return known.computeIfAbsent(id, this::findHelp);
    }

    private Help findHelp(RequirementId id) {
        return Help.of(RequirementNames.catalogueOf(id, catalogues), id, standings(id));
    }

    private List<Standing> standings(RequirementId id) {
        List<Standing> found = evidence.apply(id);
        List<Standing> over = judged.getOrDefault(id, List.of());
        if (over.isEmpty()) {
            return found;
        }
        Map<Subject, Standing> places = new TreeMap<>();
        found.forEach(standing -> places.put(standing.at(), standing));
        over.forEach(standing -> places.put(standing.at(), standing));
        return List.copyOf(places.values());
    }
}
