package org.zonewright.assess.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.assess.programme.Standing;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.standard.catalogue.Basis;
import org.zonewright.standard.catalogue.CatalogueKey;
import org.zonewright.standard.catalogue.LegalRequirement;
import org.zonewright.standard.catalogue.MappingCatalogue.Coverage;

/// One duty of a law and what the evidence does for it.
///
/// `source` is the name of the law's catalogue or of a national overlay. `strength` is how much of the duty the
/// requirements named cover, `basis` who says so: an opinion where it is our analysis. `notCovered` is what stays open
/// even where all of them hold. `helps` are those requirements in the order of the relation, empty where the duty lies
/// outside. `points` are the points of a duty that is only the sum of them, else empty. `own` is evidence of the duty
/// itself, such as a procedure for notifications.
public record DutyCoverage(
        String source,
        LegalRequirement duty,
        Verdict verdict,
        Coverage strength,
        Optional<Basis> basis,
        Optional<String> notCovered,
        List<Help> helps,
        List<DutyCoverage> points,
        Help own) {
    private static final int SHOWN = 5;

    public DutyCoverage {
        helps = List.copyOf(helps);
        points = List.copyOf(points);
    }

    /// How many requirements that help hold somewhere.
    public int held() {
        return (int) helps.stream().filter(help -> !help.held().isEmpty()).count();
    }

    /// How many requirements that help were found wanting somewhere; one may be held elsewhere.
    public int failed() {
        return (int) helps.stream().filter(help -> !help.failed().isEmpty()).count();
    }

    /// Why, down to evidence, lines and clauses; built when asked for.
    public Reason reason() {
        List<Reason> because = new ArrayList<>();
        points.forEach(point -> because.add(point.reason()));
        basis.ifPresent(said -> because.add(Reason.of(
                Text.of("law.strength." + strength.name().toLowerCase(Locale.ROOT), duty.id(), helps.size()),
                new SourceRef.InStandard(mapping(), duty.id().toString()))));
        notCovered.ifPresent(open -> because.add(Reason.of(
                Text.of("law.not-covered", open),
                new SourceRef.InStandard(mapping(), duty.id().toString()))));
        because.addAll(places("law.own-held", own, own.held()));
        because.addAll(places("law.own-failed", own, own.failed()));
        helps.forEach(help -> because.addAll(places("law.help-held", help, help.held())));
        helps.forEach(help -> because.addAll(places("law.help-failed", help, help.failed())));
        long silent = helps.stream()
                .filter(help -> help.held().isEmpty() && help.failed().isEmpty())
                .count();
        if (silent > 0) {
            because.add(Reason.of(Text.of("law.help-silent", silent, helps.size())));
        }
        return new Reason(
                summary(), List.of(new SourceRef.InStandard(source, duty.id().toString())), because);
    }

    /// The verdict as a sentence, with its extent.
    public Text summary() {
        String extent = !points.isEmpty() ? "-points" : !own.held().isEmpty() && held() == 0 ? "-own" : "";
        long supported = points.stream()
                .filter(point -> point.verdict() == Verdict.SUPPORTS)
                .count();
        return Text.of(
                "law.verdict." + verdict.id() + extent,
                duty.id(),
                points.isEmpty() ? held() : supported,
                points.isEmpty() ? helps.size() : points.size());
    }

    private String mapping() {
        boolean law = CatalogueKey.parse(source).isPresent();
        return law ? CatalogueKey.MAPPINGS.id() : source;
    }

    private static List<Reason> places(String key, Help help, List<Standing> standings) {
        if (standings.isEmpty()) {
            return List.of();
        }
        List<Reason> shown = new ArrayList<>(standings.stream()
                .limit(SHOWN)
                .map(standing -> Reason.because(
                        Text.of(
                                "law.at." + standing.at().kind().id(),
                                standing.at().id()),
                        List.of(standing.reason())))
                .toList());
        if (standings.size() > SHOWN) {
            shown.add(Reason.of(Text.of("law.more-places", standings.size() - SHOWN)));
        }
        return List.of(new Reason(
                Text.of(key, help.requirement(), standings.size()),
                List.of(new SourceRef.InStandard(
                        help.catalogue().id(), help.requirement().toString())),
                shown));
    }
}
