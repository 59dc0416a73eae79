package org.zonewright.assess.observation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.observation.Condition.Bounds;
import org.zonewright.assess.observation.Condition.Ground;
import org.zonewright.assess.observation.Condition.Said;
import org.zonewright.assess.observation.Condition.Side;
import org.zonewright.assess.observation.Observation.Force;
import org.zonewright.base.ProblemLog;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.SystemId;

/// Reads one rule file. The keys of every rule are `rule`, `version`, `force`, `confidence`, `requirements`, `when`,
/// `reads`, `why` and `false-positives`; `when` decides which others there are.
final class RuleReader {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final String CONDITIONS = "exchange, told, expired, alike, shared, estimated, found, fanned-out,"
            + " flooded, silent, disagreeing, firmware-differs, newcomer, two-owners, unheard";

    private static final Set<String> COMMON =
            Set.of("rule", "version", "force", "confidence", "requirements", "reads", "why", "false-positives");

    private final RuleFields fields;

    private RuleReader(RuleFields fields) {
        this.fields = fields;
    }

    /// The rule that `text` is; empty if anything is wrong with it, which `log` then tells. `id` is the file's name
    /// without its ending, and what the rule must call itself.
    static Optional<ObservationRule> read(String id, String text, ProblemLog log) {
        ProblemLog own = new ProblemLog();
        RuleFields fields = new RuleFields(id + ".rule", text, own);
        Optional<ObservationRule> rule = new RuleReader(fields).rule(id);
        fields.finish();
        log.addAll(own.problems());
        return own.hasErrors() ? Optional.empty() : rule;
    }

    private Optional<ObservationRule> rule(String id) {
        Optional<String> name = fields.parsed(
                "rule", fields.needed("rule"), id, text -> text.equals(id) ? Optional.of(text) : Optional.empty());
        Optional<String> version = fields.parsed(
                "version",
                fields.needed("version"),
                "three numbers, such as 1.0.0",
                text -> VERSION.matcher(text).matches() ? Optional.of(text) : Optional.empty());
        Optional<Force> force = fields.constant("force", fields.needed("force"), Force.class);
        Optional<Confidence> confidence = fields.constant("confidence", fields.needed("confidence"), Confidence.class);
        List<SystemId> requirements = requirements();
        Optional<Condition> condition = condition();
        Optional<String> reads = fields.needed("reads");
        Optional<String> why = fields.needed("why");
        Optional<String> falsePositives = fields.needed("false-positives");
        boolean whole = name.isPresent()
                && version.isPresent()
                && force.isPresent()
                && confidence.isPresent()
                && !requirements.isEmpty()
                && condition.isPresent()
                && reads.isPresent()
                && why.isPresent()
                && falsePositives.isPresent();
        return whole
                ? Optional.of(new ObservationRule(
                        id,
                        version.get(),
                        force.get(),
                        confidence.get(),
                        requirements,
                        condition.get(),
                        fields.without(COMMON),
                        reads.get(),
                        why.get(),
                        falsePositives.get()))
                : Optional.empty();
    }

    private List<SystemId> requirements() {
        fields.needed("requirements");
        List<SystemId> ids = new ArrayList<>();
        for (String word : fields.words("requirements")) {
            fields.parsed(
                            "requirements",
                            Optional.of(word),
                            "ids such as SR 1.2 or SR 2.1 RE(1)",
                            text -> RequirementId.parse(text)
                                    .filter(SystemId.class::isInstance)
                                    .map(SystemId.class::cast))
                    .ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<Condition> condition() {
        Optional<String> when = fields.needed("when");
        if (when.isEmpty()) {
            return Optional.empty();
        }
        return switch (when.get()) {
            case "exchange" -> Optional.of(exchange());
            case "told" ->
                said("says", true)
                        .map(said -> new Condition.Told(said, protocols(), side(Side.SERVER), fields.flag("only")));
            case "expired" -> attribute("attribute").map(date -> new Condition.Expired(date, protocols()));
            case "alike" ->
                attribute("attribute")
                        .flatMap(one -> attribute("other").map(two -> new Condition.Alike(one, two, protocols())));
            case "shared" ->
                attribute("attribute").flatMap(one -> number("stations", 2)
                        .map(least -> new Condition.Shared(one, least, pattern("except", false))));
            case "estimated" ->
                pattern("system", true)
                        .flatMap(system -> fields.constant("at-least", fields.needed("at-least"), Confidence.class)
                                .map(least -> new Condition.Estimated(system, least)));
            case "found" -> Optional.of(new Condition.Found(kinds()));
            case "fanned-out" -> number("targets", 2).map(Condition.FannedOut::new);
            case "flooded" -> number("packets-per-second", 1).map(Condition.Flooded::new);
            case "silent" ->
                number("stations", 1).flatMap(stations -> duration("during", true)
                        .map(during -> new Condition.Silent(protocols(), classes(), stations, during)));
            case "disagreeing" -> attribute("attribute").map(Condition.Disagreeing::new);
            case "firmware-differs" -> Optional.of(new Condition.FirmwareDiffers());
            case "newcomer" -> Optional.of(new Condition.Newcomer());
            case "two-owners" -> Optional.of(new Condition.TwoOwners());
            case "unheard" -> Optional.of(new Condition.Unheard(protocols()));
            default -> {
                fields.wrong("when", when.get(), CONDITIONS);
                yield Optional.empty();
            }
        };
    }

    private Condition exchange() {
        Set<Outcome> outcomes = fields.constants("outcome", Outcome.class);
        return new Condition.Exchange(
                protocols(),
                classes(),
                pattern("code", false),
                pattern("without-code", false),
                fields.flag("decoded"),
                outcomes.isEmpty() ? Set.of(Outcome.ESTABLISHED) : outcomes,
                new Bounds(
                        fields.constants("client-in", Ground.class),
                        fields.constants("server-in", Ground.class),
                        fields.flag("crossing"),
                        fields.flag("outside-windows"),
                        duration("lasting", false),
                        said("server-says", false),
                        said("client-says", false)),
                side(Side.SERVER));
    }

    private Set<String> protocols() {
        return Set.copyOf(fields.words("protocol"));
    }

    private Set<FunctionClass> classes() {
        return fields.constants("class", FunctionClass.class);
    }

    private Side side(Side usual) {
        return fields.constant("at", fields.optional("at"), Side.class).orElse(usual);
    }

    private Optional<String> text(String key, boolean needed) {
        return needed ? fields.needed(key) : fields.optional(key);
    }

    private Optional<Attribute> attribute(String key) {
        return fields.needed(key).map(Attribute::new);
    }

    private Optional<Pattern> pattern(String key, boolean needed) {
        return fields.parsed(key, text(key, needed), "a regular expression", RuleReader::compiled);
    }

    private static Optional<Pattern> compiled(String text) {
        try {
            return Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException _) {
            return Optional.empty(); // told by the caller, with its line
        }
    }

    /// `attribute = regular expression`.
    private Optional<Said> said(String key, boolean needed) {
        return fields.parsed(key, text(key, needed), "attribute = regular expression", text -> {
            int equals = text.indexOf(" = ");
            return equals < 1
                    ? Optional.empty()
                    : compiled(text.substring(equals + 3).strip())
                            .map(value -> new Said(
                                    new Attribute(text.substring(0, equals).strip()), value));
        });
    }

    private Optional<Integer> number(String key, int least) {
        return fields.parsed(key, fields.needed(key), "a whole number of at least " + least, text -> {
            boolean digits =
                    !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits && Integer.parseInt(text) >= least ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        });
    }

    private Optional<Duration> duration(String key, boolean needed) {
        return fields.parsed(key, text(key, needed), "a time such as PT10M", text -> {
            try {
                return Optional.of(Duration.parse(text)).filter(time -> time.compareTo(Duration.ZERO) > 0);
            } catch (DateTimeParseException _) {
                return Optional.empty(); // told by the caller, with its line
            }
        });
    }

    private List<FindingKind> kinds() {
        fields.needed("finding");
        List<FindingKind> kinds = new ArrayList<>();
        for (String word : fields.words("finding")) {
            fields.parsed("finding", Optional.of(word), "a kind of finding", text -> Arrays.stream(FindingKind.values())
                            .filter(kind -> kind.id().equals(text))
                            .findFirst())
                    .ifPresent(kinds::add);
        }
        return kinds;
    }
}
