package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.InputProblem;
import org.zonewright.app.Inputs;
import org.zonewright.app.Sources;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.discovery.DiscoveryCsv;
import org.zonewright.report.discovery.DiscoveryJson;
import org.zonewright.report.discovery.DiscoveryPart;
import org.zonewright.report.discovery.DiscoveryText;
import org.zonewright.report.discovery.DiscoveryWorkbook;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.traffic.TrafficReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright discover`: what is on the network.
@Command(
        name = "discover",
        description = "Shows what is on the network: assets and conversations, each fact with its source.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright discover tap1.pcapng tap2.pcapng",
            "  zonewright discover captures/ assets.xlsx --format xlsx --out inventory.xlsx",
            "  tcpdump -w - -i eth0 | zonewright discover - --format json"
        },
        mixinStandardHelpOptions = true)
final class DiscoverCommand implements Callable<Integer> {
    enum Format {
        text,
        json,
        csv,
        xlsx
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description =
                    "Captures, asset lists (CSV, XLSX), logs, scans and exports of other tools, folders, globs, or - for"
                            + " a capture on standard input.")
    private List<String> inputs = List.of();

    @Option(names = "--format", description = "text (default), json, csv or xlsx.", paramLabel = "FORMAT")
    private Format format = Format.text;

    @Option(names = "--out", description = "The file to write; standard output if not given.", paramLabel = "FILE")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--part",
            description = "What a CSV file holds: ${COMPLETION-CANDIDATES}; assets if not given.",
            paramLabel = "PART")
    private DiscoveryPart part = DiscoveryPart.ASSETS;

    @Option(names = "--redact", description = "Replace names and addresses by pseudonyms; leave personal values out.")
    private boolean redact;

    @Option(
            names = "--threads",
            description = "Threads that read captures, as many as there are cores if not given.",
            paramLabel = "N")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @ParentCommand
    private Main main = Main.NONE;

    @Override
    public Integer call() {
        Console console = main.console();
        Inputs found = Inputs.find(inputs, System.in);
        Sources.Read read =
                new Sources(new TrafficReader.Options(main.seed(), false, memory.budget()), threads).read(found);
        Inventory inventory = InventoryResolver.resolve(read.facts(), IdentityRules.NONE);
        Discovery whole = Discovery.of(read.facts(), inventory, read.problems());
        Discovery discovery = redact ? Redaction.of(inventory).apply(whole) : whole;
        if (nothingUsable(read)) {
            console.say(discovery.problems());
            console.say(List.of(
                    Problem.of(InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", inputs)))));
            return ExitCode.FAILED.code();
        }
        Console.Content content = content(discovery, console);
        if (out.isPresent()) {
            ResultFile.write(out.get(), content);
        } else {
            console.result(content);
        }
        if (out.isPresent() || format != Format.text) {
            console.say(discovery.problems());
        }
        return ExitCode.CLEAN.code();
    }

    private static boolean nothingUsable(Sources.Read read) {
        return read.facts().contributions().stream()
                        .allMatch(contribution -> contribution.capture().isEmpty()
                                && contribution.identities().isEmpty()
                                && contribution.conversations().size() == 0)
                && read.unplaced().isEmpty();
    }

    private Console.Content content(Discovery discovery, Console console) {
        Texts texts = console.texts();
        return switch (format) {
            case text ->
                stream -> stream.write(
                        DiscoveryText.write(discovery, texts, console.width()).getBytes(StandardCharsets.UTF_8));
            case json -> stream -> DiscoveryJson.write(discovery, texts, stream);
            case csv -> stream -> DiscoveryCsv.write(discovery, part, texts, stream);
            case xlsx -> stream -> DiscoveryWorkbook.write(discovery, texts, stream);
        };
    }
}
