package org.zonewright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// What a verb is called, what it takes and what its help says. It grows while the verb is made: see [Verb].
final class Declaration implements Arguments {
    private static final String VERSION = "-V";
    private static final String LONG_VERSION = "--version";

    private final CommandSpec spec;

    /// @param verb whose declaration it is; it is called when the command line names it
    Declaration(Verb verb, String name, String description) {
        spec = CommandSpec.wrapWithoutInspection(verb).name(name);
        spec.usageMessage().description(description);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder(VERSION, LONG_VERSION)
                .type(boolean.class)
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    }

    /// True if nothing but the version is asked for.
    static boolean isVersion(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals(VERSION) || arguments[0].equals(LONG_VERSION));
    }

    /// Command lines that the help shows at its end, one a line.
    Declaration examples(String... lines) {
        List<String> footer = new ArrayList<>();
        for (String line : lines) {
            footer.add("  " + line);
        }
        spec.usageMessage().footerHeading("%nExamples:%n");
        return footer(footer);
    }

    /// What the help says after everything else.
    Declaration note(String text) {
        List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
        footer.add("");
        footer.add(text);
        return footer(footer);
    }

    private Declaration footer(List<String> lines) {
        spec.usageMessage().footer(lines.toArray(new String[0]));
        return this;
    }

    /// A verb that is named after this one.
    Declaration then(Verb verb) {
        CommandSpec second = verb.declared().spec();
        spec.addSubcommand(second.name(), second);
        return this;
    }

    /// A value that has no name, known by its place: those that were declared before come before.
    Argument parameter(String label, String description) {
        return new Argument(this, label, description);
    }

    /// Options of which exactly one has to be given.
    ///
    /// @param options makes what holds them
    <T> T exactlyOne(Function<Arguments, T> options) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(true).multiplicity("1");
        T made = options.apply(group::addArg);
        spec.addArgGroup(group.build());
        return made;
    }

    @Override
    public void add(ArgSpec argument) {
        spec.add(argument);
    }

    /// What is wrong with a command line though each of its arguments is right.
    ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    CommandSpec spec() {
        return spec;
    }
}
