package org.zonewright.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import picocli.CommandLine.TypeConversionException;

/// `zonewright enforce`: approved flows as rules of a firewall or sensor, and the proof that they hold.
final class EnforceCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "enforce",
                    "Compiles the approved flows of conduits to rules. They count and log what no flow approves; they drop"
                            + " it only with --mode drop, which a conduit that serves an essential function must have earned."
                            + " With --prove the rules are read back and held against captures.")
            .examples(
                    "zonewright enforce plant.yaml --conduit operations-cell-a --target nftables",
                    "zonewright enforce site/ --device fw-core --target suricata -o rules",
                    "zonewright enforce site/ --all --target nftables --prove site/captures");

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
        private final Given<List<String>> conduits;
        private final Given<Optional<String>> device;
        private final Given<Boolean> all;

        Chosen(Arguments options) {
            conduits = options.option("--conduit", "ID", "A conduit; may stand several times.")
                    .texts();
            device = options.option("--device", "ID", "The conduits that an asset enforces.")
                    .text();
            all = options.flag("--all", "Every conduit.");
        }
    }

    /// A target, or the spreadsheet with the same rows as `csv`.
    record Output(Target target, boolean isWorkbook) {}

    private final Given<String> site = declared.parameter("SITE", "The plant document, or a folder with one.")
            .at("0")
            .text("");

    private final Chosen chosen = declared.exactlyOne(Chosen::new);

    private final Given<Output> output = declared.option(
                    "--target",
                    "TARGET",
                    "nftables, iptables, suricata, pfsense, opnsense, fortigate, cisco-asa, cisco-ios, zeek, csv or"
                            + " xlsx.")
            .required()
            .as(EnforceCommand::output, new Output(Target.NFTABLES, false));

    private final Given<Wanted> mode =
            declared.option("--mode", "MODE", "observe (default) or drop.").choice(Wanted.observe);

    private final Given<Optional<String>> realm = declared.option(
                    "--realm", "ID", "Where the enforcing device sees addresses, if the document does not say it.")
            .text();

    private final Given<List<String>> prove = declared.option(
                    "--prove", "CAPTURES", "Read the rules back and hold them against what these show.")
            .arity("1..*")
            .texts();

    private final Given<Optional<Path>> out = declared.option(
                    "-o", "--out", "DIR", "Write the rules there; without it they go to standard output.")
            .file();

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "text (default) or json.").choice(Format.text);

    private final SiteOptions options = new SiteOptions(declared);

    private final Main main;

    EnforceCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if the rules were written and a proof that was asked for holds; 1 if it does not, or dropping was refused; 2
    /// without a document or conduit, or where nothing could be proved.
    @Override
    public Integer call() {
        Console console = main.console();
        Inputs inputs = Inputs.find(List.of(site.value()), System.in);
        Optional<Problem> several = SiteAssessment.severalDocuments(inputs);
        if (several.isPresent() || inputs.documents().isEmpty()) {
            console.say(List.of(several.orElseGet(
                    () -> Problem.of(InputProblem.NO_DOCUMENT, new SourceRef.OnCommandLine(site.value())))));
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
        if (chosen.all.value()) {
            found = plant.conduits();
        } else if (chosen.device.value().isPresent()) {
            String device = chosen.device.value().get();
            found = plant.conduits().stream()
                    .filter(conduit -> conduit.enforcedBy().stream()
                            .anyMatch(asset -> asset.value().equals(device)))
                    .toList();
            if (found.isEmpty()) {
                unknown.add(device);
            }
        } else {
            found = plant.conduits().stream()
                    .filter(conduit ->
                            chosen.conduits.value().contains(conduit.id().value()))
                    .toList();
            chosen.conduits.value().stream()
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
                conduits,
                realm.value().map(RealmId::new),
                output.value().target(),
                mode.value() == Wanted.drop ? Mode.DROP : Mode.OBSERVE);
        SiteEnforcement rules = SiteEnforcement.of(plant, order, texts, at);
        Optional<Proof> proof = Optional.empty();
        if (!prove.value().isEmpty()) {
            Optional<SiteAssessment> read = options.assess(prove.value(), Optional.of(document), main);
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
        if (writes && out.value().isPresent()) {
            contents(rules, texts).forEach(file -> {
                Path path = out.value().get().resolve(file.name());
                ResultFile.write(path, file.content());
                written.add(path.toString());
            });
        }
        EnforcementView view = new EnforcementView(
                rules.policy(), rules.target(), rules.mode(), rules.refusals(), rules.files(), written, proof);
        Console console = main.console();
        if (format.value() == Format.json) {
            console.result(stream -> EnforcementJson.write(view, texts, stream));
        } else if (writes && out.value().isEmpty() && proof.isEmpty()) {
            console.tell(EnforcementText.remarks(view, texts));
            contents(rules, texts).forEach(file -> console.part(file.content()));
        } else {
            console.result(EnforcementText.write(view, texts));
        }
    }

    private record Named(String name, Console.Content content) {}

    private List<Named> contents(SiteEnforcement rules, Texts texts) {
        if (output.value().isWorkbook()) {
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

    private static Output output(String value) {
        if (value.equals("xlsx")) {
            return new Output(Target.CSV, true);
        }
        return Target.of(value)
                .map(target -> new Output(target, false))
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of " + names()));
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Target target : Target.values()) {
            names.add(target.id());
        }
        names.add("xlsx");
        return String.join(", ", names);
    }
}
