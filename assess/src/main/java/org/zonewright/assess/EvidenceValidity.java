package org.zonewright.assess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.zonewright.plant.Policy;
import org.zonewright.plant.assurance.Method;

/// How long evidence of each method holds. Every method has a value; whole days count.
public record EvidenceValidity(Map<Method, Duration> byMethod) {
    private static final long MOST_DAYS = 1_000_000;

    private static final class Shipped {
        static final EvidenceValidity INSTANCE = read();
    }

    public EvidenceValidity {
        EnumMap<Method, Duration> ordered = new EnumMap<>(Method.class);
        ordered.putAll(byMethod);
        if (ordered.size() != Method.values().length) {
            throw new IllegalArgumentException("every method has a validity");
        }
        byMethod = Collections.unmodifiableMap(ordered);
    }

    /// The product's own defaults, which no standard gives.
    public static EvidenceValidity shipped() {
        return Shipped.INSTANCE;
    }

    /// The defaults with what the site decided in their place.
    public static EvidenceValidity of(Policy policy) {
        EnumMap<Method, Duration> methods = new EnumMap<>(shipped().byMethod);
        methods.putAll(policy.evidenceValidity());
        return new EvidenceValidity(methods);
    }

    /// How long evidence of a method holds, in whole days, 0 to a million.
    public int days(Method method) {
        return (int) Math.min(byMethod.getOrDefault(method, Duration.ZERO).toDays(), MOST_DAYS);
    }

    /// The last day on which something found with a method on a day still holds; `said` is the end that the evidence
    /// itself gives, and goes first.
    public LocalDate lastDay(Method method, LocalDate date, Optional<LocalDate> said) {
        return said.orElseGet(() -> date.plusDays(days(method)));
    }

    private static EvidenceValidity read() {
        try (InputStream in = EvidenceValidity.class.getResourceAsStream("evidence-validity.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file evidence-validity.tsv");
            }
            EnumMap<Method, Duration> methods = new EnumMap<>(Method.class);
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> row(line, methods));
            return new EvidenceValidity(methods);
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own table cannot be read", e);
        }
    }

    private static void row(String line, Map<Method, Duration> into) {
        int tab = line.indexOf('\t');
        String word = line.substring(0, tab);
        Method method = Arrays.stream(Method.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such method: " + word));
        into.put(method, Duration.ofDays(Long.parseLong(line.substring(tab + 1).strip())));
    }
}
