package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/// An argument that is being declared. The last word says what its value is, and gives what holds it:
///
/// ```java
/// Given<List<Path>> profiles = declared.option("--profile", "FILE", "A sector profile.").files();
/// ```
///
/// A value that cannot be read is told by its converter as a `TypeConversionException`.
final class Argument {
    private final Arguments owner;
    private final String label;
    private final String description;
    private final String[] names;
    private @Nullable Range arity;
    private @Nullable Range index;
    private String separator = "";
    private boolean isRequired;

    /// @param names of an option; none for a parameter
    Argument(Arguments owner, String label, String description, String... names) {
        this.owner = owner;
        this.label = label;
        this.description = description;
        this.names = names;
        isRequired = names.length == 0;
    }

    /// How many values it takes, such as `1..*`; one if not said. A parameter that may take none is not required.
    Argument arity(String range) {
        arity = Range.valueOf(range);
        isRequired = names.length == 0 && arity.min() > 0;
        return this;
    }

    /// The places of a parameter's values, such as `0` or `1..*`, where there are several parameters.
    Argument at(String places) {
        index = Range.valueOf(places);
        return this;
    }

    Argument required() {
        isRequired = true;
        return this;
    }

    /// What separates values that are given at once.
    Argument split(String by) {
        separator = by;
        return this;
    }

    Given<Boolean> flag() {
        return declare(new Always<>(false), boolean.class, List.of(), List.of());
    }

    Given<Optional<String>> text() {
        return declare(new Perhaps<>(), String.class, List.of(), List.of());
    }

    Given<String> text(String otherwise) {
        return declare(new Always<>(otherwise), String.class, List.of(), List.of());
    }

    Given<List<String>> texts() {
        return declare(new Always<>(List.of()), List.class, List.of(String.class), List.of());
    }

    Given<Optional<Path>> file() {
        return as(Path::of);
    }

    Given<Path> file(Path otherwise) {
        return as(Path::of, otherwise);
    }

    Given<List<Path>> files() {
        return all(Path::of);
    }

    Given<Integer> number(int otherwise) {
        return declare(new Always<>(otherwise), int.class, List.of(), List.of());
    }

    /// One of a few words, of either case.
    <E extends Enum<E>> Given<E> choice(E otherwise) {
        return declare(new Always<>(otherwise), otherwise.getDeclaringClass(), List.of(), List.of());
    }

    <T> Given<Optional<T>> as(ITypeConverter<T> converter) {
        return declare(new Perhaps<T>(), Object.class, List.of(), List.of(converter));
    }

    <T> Given<T> as(ITypeConverter<T> converter, T otherwise) {
        return declare(new Always<>(otherwise), Object.class, List.of(), List.of(converter));
    }

    <T> Given<List<T>> all(ITypeConverter<T> converter) {
        return declare(new Always<>(List.of()), List.class, List.of(Object.class), List.of(converter));
    }

    /// Values by names, as `NAME=VALUE`.
    Given<Map<String, String>> pairs() {
        return declare(new Always<>(Map.of()), Map.class, List.of(String.class, String.class), List.of());
    }

    /// Values by names that are one of a few words, of either case.
    <E extends Enum<E>, V> Given<Map<E, V>> pairs(Class<E> names, Class<V> values) {
        return declare(new Always<>(Map.of()), Map.class, List.of(names, values), List.of());
    }

    private <G extends IGetter & ISetter> G declare(
            G value, Class<?> type, List<Class<?>> elements, List<ITypeConverter<?>> converters) {
        ITypeConverter<?>[] reading = converters.toArray(new ITypeConverter<?>[0]);
        Class<?>[] elementTypes = elements.isEmpty() ? new Class<?>[] {type} : elements.toArray(new Class<?>[0]);
        owner.add(
                names.length == 0
                        ? parameter(value, value, type, elementTypes, reading)
                        : option(value, value, type, elementTypes, reading));
        return value;
    }

    private ArgSpec option(
            IGetter getter, ISetter setter, Class<?> type, Class<?>[] elements, ITypeConverter<?>[] converters) {
        OptionSpec.Builder builder = OptionSpec.builder(names)
                .required(isRequired)
                .splitRegex(separator)
                .paramLabel(label)
                .description(description)
                .type(type)
                .auxiliaryTypes(elements)
                .converters(converters)
                .hasInitialValue(false)
                .getter(getter)
                .setter(setter);
        if (arity != null) {
            builder.arity(arity);
        }
        return builder.build();
    }

    private ArgSpec parameter(
            IGetter getter, ISetter setter, Class<?> type, Class<?>[] elements, ITypeConverter<?>[] converters) {
        PositionalParamSpec.Builder builder = PositionalParamSpec.builder()
                .required(isRequired)
                .index(index)
                .splitRegex(separator)
                .paramLabel(label)
                .description(description)
                .type(type)
                .auxiliaryTypes(elements)
                .converters(converters)
                .hasInitialValue(false)
                .getter(getter)
                .setter(setter);
        if (arity != null) {
            builder.arity(arity);
        }
        return builder.build();
    }

    /// Holds what was given, or what stands for it. Written once, while the command line is read.
    private static final class Always<T> implements Given<T>, IGetter, ISetter {
        private T value;

        Always(T value) {
            this.value = value;
        }

        @Override
        public T value() {
            return value;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library knows no types
        public <V> V get() {
            return (V) value;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> V set(V given) {
            value = (T) given;
            return given;
        }
    }

    /// Holds what was given, if it was. Written once, while the command line is read.
    private static final class Perhaps<T> implements Given<Optional<T>>, IGetter, ISetter {
        private Optional<T> value = Optional.empty();

        @Override
        public Optional<T> value() {
            return value;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // none is null to the library
        public <V> V get() {
            return (V) value.orElse(null);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> V set(V given) {
            value = Optional.ofNullable((T) given);
            return given;
        }
    }
}
