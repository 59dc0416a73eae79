package org.zonewright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `zonewright evidence`: the evidence of a plant document. What is done with it is named by a second word.
@Command(
        name = "evidence",
        description = "Adds evidence to a plant document.",
        subcommands = EvidenceAddCommand.class,
        mixinStandardHelpOptions = true)
final class EvidenceCommand implements Callable<Integer> {
    @ParentCommand
    private Main main = Main.NONE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Main main() {
        return main;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand: add");
    }
}
