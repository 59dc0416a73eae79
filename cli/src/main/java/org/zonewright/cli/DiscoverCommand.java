package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/// `zonewright discover`: what is on the network.
final class DiscoverCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "discover",
                    "Shows what is on the network: assets and conversations, each fact with its source.")
            .examples(
                    "zonewright discover tap1.pcapng tap2.pcapng",
                    "zonewright discover captures/ assets.xlsx --format xlsx --out inventory.xlsx",
                    "tcpdump -w - -i eth0 | zonewright discover - --format json");

    enum Format {
        text,
        json,
        csv,
        xlsx
    }

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT",
                    "Captures, asset lists (CSV, XLSX), logs, scans and exports of other tools, folders, globs, or - for"
                            + " a capture on standard input.")
            .arity("1..*")
            .texts();

    private final Given<Format> format = declared.option("--format", "FORMAT", "text (default), json, csv or xlsx.")
            .choice(Format.text);

    private final Given<Optional<Path>> out = declared.option(
                    "--out", "FILE", "The file to write; standard output if not given.")
            .file();

    private final Given<DiscoveryPart> part = declared.option(
                    "--part", "PART", "What a CSV file holds: ${COMPLETION-CANDIDATES}; assets if not given.")
            .choice(DiscoveryPart.ASSETS);

    private final Given<Boolean> redact =
            declared.flag("--redact", "Replace names and addresses by pseudonyms; leave personal values out.");

    private final Given<Integer> threads = declared.option(
                    "--threads", "N", "Threads that read captures, as many as there are cores if not given.")
            .number(Runtime.getRuntime().availableProcessors());

    private final MemoryOptions memory = new MemoryOptions(declared);

    private final Main main;

    DiscoverCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    @Override
    public Integer call() {
        Console console = main.console();
        Inputs found = Inputs.find(inputs.value(), System.in);
        Sources.Read read = new Sources(new TrafficReader.Options(main.seed(), false, memory.budget()), threads.value())
                .read(found);
        Inventory inventory = InventoryResolver.resolve(read.facts(), IdentityRules.NONE);
        Discovery whole = Discovery.of(read.facts(), inventory, read.problems());
        Discovery discovery = redact.value() ? Redaction.of(inventory).apply(whole) : whole;
        if (nothingUsable(read)) {
            console.say(discovery.problems());
            console.say(List.of(Problem.of(
                    InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", inputs.value())))));
            return ExitCode.FAILED.code();
        }
        Console.Content content = content(discovery, console);
        if (out.value().isPresent()) {
            ResultFile.write(out.value().get(), content);
        } else {
            console.result(content);
        }
        if (out.value().isPresent() || format.value() != Format.text) {
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
        return switch (format.value()) {
            case text ->
                stream -> stream.write(
                        DiscoveryText.write(discovery, texts, console.width()).getBytes(StandardCharsets.UTF_8));
            case json -> stream -> DiscoveryJson.write(discovery, texts, stream);
            case csv -> stream -> DiscoveryCsv.write(discovery, part.value(), texts, stream);
            case xlsx -> stream -> DiscoveryWorkbook.write(discovery, texts, stream);
        };
    }
}
