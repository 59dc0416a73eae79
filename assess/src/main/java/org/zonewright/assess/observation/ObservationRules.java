package org.zonewright.assess.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.catalogue.Catalogues;

/// The rules in the product, in the order of `rules/rules.list`, which is that of reports. Read once, when first
/// asked for; immutable, safe for any thread.
public final class ObservationRules {
    private static final class Shipped {
        static final ObservationRules INSTANCE = load();
    }

    private static final String LIST_NAME = "rules.list";
    private static final String LIST = "rules/" + LIST_NAME;

    private final String version;
    private final List<ObservationRule> all;

    private ObservationRules(String version, List<ObservationRule> all) {
        this.version = version;
        this.all = List.copyOf(all);
    }

    public static ObservationRules shipped() {
        return Shipped.INSTANCE;
    }

    /// The version of the set: raised with every rule that is added, changed or withdrawn.
    public String version() {
        return version;
    }

    public List<ObservationRule> all() {
        return all;
    }

    public Optional<ObservationRule> find(String id) {
        return all.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /// What is wrong beyond the files themselves: requirements that the catalogue does not have. Reads the catalogue.
    public List<Problem> check() {
        ProblemLog log = new ProblemLog();
        for (ObservationRule rule : all) {
            for (SystemId id : rule.requirements()) {
                if (Catalogues.shipped().systems().find(id).isEmpty()) {
                    log.report(
                            RuleProblem.UNKNOWN_REQUIREMENT, new SourceRef.InFile(rule.id() + ".rule"), rule.id(), id);
                }
            }
        }
        return log.problems();
    }

    /// A shipped rule with a problem is our fault and not the user's, hence an exception.
    private static ObservationRules load() {
        ProblemLog log = new ProblemLog();
        List<ObservationRule> rules = new ArrayList<>();
        String version = "";
        URL list = Objects.requireNonNull(ObservationRules.class.getResource(LIST), LIST);
        String folder = list.toString().substring(0, list.toString().length() - LIST_NAME.length());
        for (String line : text(list).lines().toList()) {
            if (line.startsWith("version ")) {
                version = line.substring("version ".length()).strip();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                RuleReader.read(line, text(inFolder(folder, line + ".rule")), log)
                        .ifPresent(rules::add);
            }
        }
        if (log.hasErrors() || version.isEmpty()) {
            Texts english = Texts.english();
            throw new IllegalStateException(log.problems().stream()
                    .map(problem -> problem.display(english))
                    .collect(Collectors.joining("\n", "rules.list " + version + "\n", "")));
        }
        return new ObservationRules(version, rules);
    }

    /// Rules lie beside their list. Each by its address: a search for its name would go through every module of the
    /// JVM.
    private static URL inFolder(String folder, String name) {
        try {
            return URI.create(folder + name).toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(folder + name, e);
        }
    }

    private static String text(URL file) {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own file cannot be read: " + file, e);
        }
    }
}
