package org.zonewright.plant.shape;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.ItemRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.Word;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.MacAddress;
import org.zonewright.plant.network.Port;
import org.zonewright.plant.shape.Form.Json;
import org.zonewright.plant.shape.Form.Role;
import org.zonewright.plant.shape.Form.Text;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// The kinds of single values a document holds.
final class Forms {
    private static final String DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Set<IdKind> ITEM_KINDS = EnumSet.of(IdKind.ASSET, IdKind.ZONE, IdKind.CONDUIT, IdKind.FLOW);

    static final Text<String> TEXT =
            text("a text", PlantProblem.BAD_TEXT, "[\\s\\S]*\\S[\\s\\S]*", Forms::proper, t -> t);
    static final Text<Boolean> BOOLEAN = new Text<>(
            "true or false",
            Json.BOOLEAN,
            word -> switch (word) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            },
            String::valueOf,
            List.of("true", "false"),
            "",
            PlantProblem.UNKNOWN_WORD,
            Role.NONE);
    static final Text<Integer> INTEGER = new Text<>(
            "a whole number",
            Json.INTEGER,
            guard(Integer::valueOf),
            String::valueOf,
            List.of(),
            "",
            PlantProblem.BAD_NUMBER,
            Role.NONE);
    static final Text<BigDecimal> DECIMAL = new Text<>(
            "a number",
            Json.NUMBER,
            digits -> digits.matches("[0-9]{1,18}(\\.[0-9]{1,12})?")
                    ? Optional.of(new BigDecimal(digits))
                    : Optional.empty(),
            BigDecimal::toPlainString,
            List.of(),
            "",
            PlantProblem.BAD_NUMBER,
            Role.NONE);
    static final Text<LocalDate> DATE =
            text("a date", PlantProblem.BAD_DATE, DATE_PATTERN, guard(LocalDate::parse), LocalDate::toString);
    static final Text<Instant> TIME = text(
            "a time with its zone",
            PlantProblem.BAD_TIME,
            DATE_PATTERN + "T[0-9:.]+(Z|[+-][0-9:]+)",
            guard(time -> OffsetDateTime.parse(time).toInstant()),
            Instant::toString);
    static final Text<Duration> DURATION =
            text("a duration", PlantProblem.BAD_DURATION, Durations.PATTERN, Durations::parse, Durations::print);
    static final Text<IpAddress> IP = text(
            "an address", PlantProblem.BAD_ADDRESS, "[0-9A-Fa-f:.]+", guard(IpAddress::parse), IpAddress::toString);
    static final Text<Cidr> CIDR = text(
            "a network",
            PlantProblem.BAD_NETWORK,
            "[0-9A-Fa-f:.]+/[0-9]{1,3}",
            guard(range -> range.contains("/") ? Cidr.parse(range) : null),
            Cidr::toString);
    static final Text<Cidr> ADDRESSES = text(
            "an address or a network",
            PlantProblem.BAD_NETWORK,
            "[0-9A-Fa-f:.]+(/[0-9]{1,3})?",
            guard(Cidr::parse),
            range -> range.isSingle() ? range.network().toString() : range.toString());
    static final Text<MacAddress> MAC = text(
            "a MAC address",
            PlantProblem.BAD_MAC,
            "[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(\\.[0-9A-Fa-f]{4}){2}",
            guard(MacAddress::parse),
            MacAddress::toString);
    static final Text<Port> PORT = text(
            "a port",
            PlantProblem.BAD_PORT,
            "(tcp|udp|sctp)/(any|[0-9]{1,5}(-[0-9]{1,5})?)|ip/[0-9]{1,3}|ethertype/0x[0-9A-Fa-f]{4}",
            guard(Port::parse),
            Port::toString);
    static final Text<AllowedFunction> FUNCTION = text(
            "a class of function or protocol:code",
            PlantProblem.BAD_FUNCTION,
            "[a-z]+|[a-z0-9][a-z0-9._-]*:\\S+",
            guard(AllowedFunction::parse),
            AllowedFunction::toString);
    static final Text<RequirementRef> REQUIREMENT = text(
            "the id of a requirement",
            PlantProblem.BAD_TEXT,
            "\\S|\\S.{0,78}\\S",
            guard(RequirementRef::new),
            RequirementRef::value);
    static final Text<String> SHA256 = text(
            "a SHA-256 digest",
            PlantProblem.BAD_DIGEST,
            "[0-9a-f]{64}",
            digest -> Optional.of(digest).filter(text -> text.matches("[0-9a-f]{64}")),
            digest -> digest);
    static final Text<SecurityLevel> LEVEL = new Text<>(
            "a security level, 0 to 4",
            Json.INTEGER,
            digit -> digit.matches("[0-4]") ? SecurityLevel.ofNumber(Integer.parseInt(digit)) : Optional.empty(),
            level -> String.valueOf(level.number()),
            List.of(),
            "",
            PlantProblem.BAD_LEVEL,
            Role.NONE);
    static final Text<LevelVector> VECTOR_TEXT = text(
            "seven security levels",
            PlantProblem.BAD_VECTOR,
            "\\{?[0-4]([ ,;]+[0-4]){6}\\}?|[0-4]",
            LevelVector::parse,
            LevelVector::toString);
    static final Text<ItemRef> ITEM = new Text<>(
            "an id",
            Json.STRING,
            guard(ItemRef::new),
            ItemRef::value,
            List.of(),
            Id.PATTERN,
            PlantProblem.BAD_ID,
            new Role(Optional.empty(), ITEM_KINDS));
    static final Text<FoundationalRequirement> REQUIREMENT_WORD = new Text<>(
            "a foundational requirement",
            Json.STRING,
            word -> Arrays.stream(FoundationalRequirement.values())
                    .filter(requirement -> requirement.name().equals(word))
                    .findFirst(),
            FoundationalRequirement::name,
            Arrays.stream(FoundationalRequirement.values()).map(Enum::name).toList(),
            "",
            PlantProblem.UNKNOWN_WORD,
            Role.NONE);

    private Forms() {}

    /// The id of the item it stands in.
    static <I extends Id> Text<I> id(IdKind kind, Function<String, I> make) {
        return idText(make, new Role(Optional.of(kind), Set.of()));
    }

    /// The id of another item.
    static <I extends Id> Text<I> ref(IdKind kind, Function<String, I> make) {
        return idText(make, new Role(Optional.empty(), EnumSet.of(kind)));
    }

    private static <I extends Id> Text<I> idText(Function<String, I> make, Role role) {
        return new Text<>(
                "an id", Json.STRING, guard(make), Id::value, List.of(), Id.PATTERN, PlantProblem.BAD_ID, role);
    }

    /// One of the words of an enum.
    static <E extends Enum<E> & Word> Text<E> word(String type, Class<E> words) {
        List<E> all = List.of(words.getEnumConstants());
        Map<String, E> byWord = all.stream().collect(Collectors.toMap(Word::word, Function.identity()));
        return new Text<>(
                type,
                Json.STRING,
                text -> Optional.ofNullable(byWord.get(text)),
                Word::word,
                all.stream().map(Word::word).toList(),
                "",
                PlantProblem.UNKNOWN_WORD,
                Role.NONE);
    }

    private static <V> Text<V> text(
            String type,
            PlantProblem kind,
            String pattern,
            Function<String, Optional<V>> parse,
            Function<V, String> print) {
        return new Text<>(type, Json.STRING, parse, print, List.of(), pattern, kind, Role.NONE);
    }

    /// A text with something in it, without blanks and line ends around it, which sheets and rows would lose.
    private static Optional<String> proper(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static <V> Function<String, Optional<V>> guard(Function<String, ? extends @Nullable V> parse) {
        return text -> {
            try {
                return Optional.ofNullable(parse.apply(text));
            } catch (IllegalArgumentException | DateTimeException _) {
                return Optional.empty();
            }
        };
    }
}
