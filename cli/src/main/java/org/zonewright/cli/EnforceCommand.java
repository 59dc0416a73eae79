package org.zonewright.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zonewright.app.DocumentFile;
import org.zonewright.app.InputProblem;
import org.zonewright.app.Inputs;
import org.zonewright.app.SiteAssessment;
import org.zonewright.app.SiteEnforcement;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.proof.Proof;
import org.zonewright.enforce.target.RuleFile;
import org.zonewright.enforce.target.Target;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.RealmId;
import org.zonewright.report.enforcement.ChangeRequestWorkbook;
import org.zonewright.report.enforcement.EnforcementJson;
import org.zonewright.report.enforcement.EnforcementText;
import org.zonewright.report.enforcement.EnforcementView;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/// `zonewright enforce`: approved flows as rules of a firewall or sensor, and the proof that they hold.
@Command(
        name = "enforce",
        description =
                "Compiles the approved flows of conduits to rules. They count and log what no flow approves; they drop"
                        + " it only with --mode drop, which a conduit that serves an essential function must have earned."
                        + " With --prove the rules are read back and held against captures.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright enforce plant.yaml --conduit operations-cell-a --target nftables",
            "  zonewright enforce site/ --device fw-core --target suricata -o rules",
            "  zonewright enforce site/ --all --target nftables --prove site/captures"
        },
        mixinStandardHelpOptions = true)
final class EnforceCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    enum Wanted {
        observe,
        drop
    }

    /// Which conduits: named ones, those of a device, or all.
    static final class Chosen {
        @Option(names = "--conduit", paramLabel = "ID", description = "A conduit; may stand several times.")
        private List<String> conduits = List.of();

        @Option(names = "--device", paramLabel = "ID", description = "The conduits that an asset enforces.")
        private Optional<String> device = Optional.empty();

        @Option(names = "--all", description = "Every conduit.")
        private boolean all;
    }

    /// A target, or the spreadsheet with the same rows as `csv`.
    record Output(Target target, boolean isWorkbook) {}

    static final class OutputConverter implements ITypeConverter<Output> {
        @Override
        public Output convert(String value) {
            if (value.equals("xlsx")) {
                return new Output(Target.CSV, true);
            }
            return Target.of(value)
                    .map(target -> new Output(target, false))
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of " + names()));
        }
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Target target : Target.values()) {
            names.add(target.id());
        }
        names.add("xlsx");
        return String.join(", ", names);
    }

    @Parameters(index = "0", paramLabel = "SITE", description = "The plant document, or a folder with one.")
    private String site = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Chosen chosen = new Chosen();

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            required = true,
            converter = OutputConverter.class,
            description =
                    "nftables, iptables, suricata, pfsense, opnsense, fortigate, cisco-asa, cisco-ios, zeek, csv or"
                            + " xlsx.")
    private Output output = new Output(Target.NFTABLES, false);

    @Option(names = "--mode", paramLabel = "MODE", description = "observe (default) or drop.")
    private Wanted mode = Wanted.observe;

    @Option(
            names = "--realm",
            paramLabel = "ID",
            description = "Where the enforcing device sees addresses, if the document does not say it.")
    private Optional<String> realm = Optional.empty();

    @Option(
            names = "--prove",
            arity = "1..*",
            paramLabel = "CAPTURES",
            description = "Read the rules back and hold them against what these show.")
    private List<String> prove = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write the rules there; without it they go to standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Format format = Format.text;

    @Mixin
    private SiteOptions options = new SiteOptions();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0 if the rules were written and a proof that was asked for holds; 1 if it does not, or dropping was refused; 2
    /// without a document or conduit, or where nothing could be proved.
    @Override
    public Integer call() {
        Console console = main.console();
        Inputs inputs = Inputs.find(List.of(site), System.in);
        Optional<Problem> several = SiteAssessment.severalDocuments(inputs);
        if (several.isPresent() || inputs.documents().isEmpty()) {
            console.say(List.of(
                    several.orElseGet(() -> Problem.of(InputProblem.NO_DOCUMENT, new SourceRef.OnCommandLine(site)))));
            return ExitCode.FAILED.code();
        }
        Path document = inputs.documents().getFirst();
        DocumentFile file = DocumentFile.read(document);
        console.say(file.reading().problems());
        Optional<Plant> plant = file.reading().plant();
        if (plant.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        List<Conduit> conduits = conduits(plant.get());
        return conduits.isEmpty() ? ExitCode.FAILED.code() : enforce(plant.get(), document, conduits);
    }

    /// The conduits that are meant; none, with the problem said, where one of them is not there.
    private List<Conduit> conduits(Plant plant) {
        List<String> unknown = new ArrayList<>();
        List<Conduit> found;
        if (chosen.all) {
            found = plant.conduits();
        } else if (chosen.device.isPresent()) {
            String device = chosen.device.get();
            found = plant.conduits().stream()
                    .filter(conduit -> conduit.enforcedBy().stream()
                            .anyMatch(asset -> asset.value().equals(device)))
                    .toList();
            if (found.isEmpty()) {
                unknown.add(device);
            }
        } else {
            found = plant.conduits().stream()
                    .filter(conduit -> chosen.conduits.contains(conduit.id().value()))
                    .toList();
            chosen.conduits.stream()
                    .filter(id -> found.stream()
                            .noneMatch(conduit -> conduit.id().value().equals(id)))
                    .forEach(unknown::add);
        }
        if (unknown.isEmpty() && !found.isEmpty()) {
            return found;
        }
        String known =
                plant.conduits().stream().map(conduit -> conduit.id().value()).collect(Collectors.joining(", "));
        String wanted = String.join(", ", unknown);
        main.console()
                .say(List.of(Problem.of(InputProblem.NO_CONDUIT, new SourceRef.OnCommandLine(wanted), wanted, known)));
        return List.of();
    }

    private int enforce(Plant plant, Path document, List<Conduit> conduits) {
        Texts texts = main.console().texts();
        Instant at = options.at(main);
        SiteEnforcement.Order order = new SiteEnforcement.Order(
                conduits, realm.map(RealmId::new), output.target(), mode == Wanted.drop ? Mode.DROP : Mode.OBSERVE);
        SiteEnforcement rules = SiteEnforcement.of(plant, order, texts, at);
        Optional<Proof> proof = Optional.empty();
        if (!prove.isEmpty()) {
            Optional<SiteAssessment> read = options.assess(prove, Optional.of(document), main);
            if (read.isEmpty()) {
                return ExitCode.FAILED.code();
            }
            SiteEnforcement.Proved proved = rules.prove(plant, read.get(), texts);
            main.console().say(proved.problems());
            proof = proved.proof();
            if (proof.isEmpty()) {
                return ExitCode.FAILED.code();
            }
        }
        show(rules, proof, texts);
        boolean clean = rules.refusals().isEmpty() && proof.map(Proof::holds).orElse(true);
        return clean ? ExitCode.CLEAN.code() : ExitCode.FINDINGS.code();
    }

    private void show(SiteEnforcement rules, Optional<Proof> proof, Texts texts) {
        List<String> written = new ArrayList<>();
        boolean writes = rules.refusals().isEmpty();
        if (writes && out.isPresent()) {
            contents(rules, texts).forEach(file -> {
                Path path = out.get().resolve(file.name());
                ResultFile.write(path, file.content());
                written.add(path.toString());
            });
        }
        EnforcementView view = new EnforcementView(
                rules.policy(), rules.target(), rules.mode(), rules.refusals(), rules.files(), written, proof);
        Console console = main.console();
        if (format == Format.json) {
            console.result(stream -> EnforcementJson.write(view, texts, stream));
        } else if (writes && out.isEmpty() && proof.isEmpty()) {
            console.tell(EnforcementText.remarks(view, texts));
            contents(rules, texts).forEach(file -> console.part(file.content()));
        } else {
            console.result(EnforcementText.write(view, texts));
        }
    }

    private record Named(String name, Console.Content content) {}

    private List<Named> contents(SiteEnforcement rules, Texts texts) {
        if (output.isWorkbook()) {
            String name = rules.policy().name() + ".xlsx";
            return List.of(new Named(
                    name, stream -> ChangeRequestWorkbook.write(rules.policy(), rules.mode(), texts, stream)));
        }
        return rules.files().stream()
                .map(file -> new Named(file.name(), stream -> bytes(file, stream)))
                .toList();
    }

    private static void bytes(RuleFile file, OutputStream stream) throws IOException {
        stream.write(file.text().getBytes(StandardCharsets.UTF_8));
    }
}
