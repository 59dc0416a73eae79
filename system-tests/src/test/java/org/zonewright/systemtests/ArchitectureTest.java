package org.zonewright.systemtests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Protects the direction of dependencies: an arrow that points down the table of modules, or from one engine into
/// another, is printed with the class and the line that draws it.
class ArchitectureTest {
    private static final String ROOT = "org.zonewright.";

    /// What each module may use of the product: the table of modules, top to bottom. Itself, the JDK and libraries
    /// apart.
    private static final Map<String, Set<String>> MAY_USE = table();

    /// Modules whose results depend on their arguments alone: they see no wall clock, no chance and no environment.
    private static final String[] PURE =
            packages("base", "standard", "facts", "traffic", "intake", "plant", "assess", "enforce", "report");

    /// Edges, where types of a framework may appear in signatures.
    private static final Set<String> EDGES = Set.of("store", "cli", "server", "fleet");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.zonewright");

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("base", Set.of());
        table.put("standard", Set.of("base"));
        table.put("facts", Set.of("base"));
        table.put("traffic", Set.of("base", "facts"));
        table.put("intake", Set.of("base", "facts"));
        table.put("plant", Set.of("base", "standard"));
        table.put("assess", Set.of("base", "standard", "facts", "plant"));
        table.put("enforce", Set.of("base", "facts", "plant"));
        for (String module : List.of("report", "store", "app", "cli", "server", "fleet", "bench")) {
            table.put(module, Set.copyOf(table.keySet()));
        }
        // Edges stand beside each other.
        table.put("server", without(table, "server", "cli"));
        table.put("fleet", without(table, "fleet", "cli", "server"));
        return table;
    }

    private static Set<String> without(Map<String, Set<String>> table, String module, String... left) {
        Set<String> rest = new TreeSet<>(table.getOrDefault(module, Set.of()));
        rest.removeAll(Set.of(left));
        return rest;
    }

    /// A rule over no classes holds whatever the code does; so each module with sources must have been read.
    @Test
    void everyModuleWithSourcesWasRead() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        assertThat(root.resolve("mvnw")).as("the root of the tree").exists();
        List<String> expected = new ArrayList<>();
        for (String module : MAY_USE.keySet()) {
            Path sources = root.resolve(module).resolve("src/main/java");
            if (!module.equals("bench") && Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    if (files.anyMatch(ArchitectureTest::declaresClasses)) {
                        expected.add(module);
                    }
                }
            }
        }
        Set<String> read = new TreeSet<>();
        PRODUCT.forEach(type -> read.add(moduleOf(type)));
        assertThat(expected).as("modules with sources").isNotEmpty();
        assertThat(read).as("modules whose classes were read").containsAll(expected);
        assertThat(MAY_USE.keySet()).as("the table of modules").containsAll(read);
    }

    private static boolean declaresClasses(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".java") && !name.equals("module-info.java") && !name.equals("package-info.java");
    }

    @TestFactory
    Stream<DynamicTest> arrowsPointUpTheTable() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> holds(classes()
                                .that(describe("are in " + row.getKey(), type -> moduleOf(type)
                                        .equals(row.getKey())))
                                .should(useOnly(row.getKey(), row.getValue())))));
    }

    private static ArchCondition<JavaClass> useOnly(String module, Set<String> allowed) {
        String allowedText = allowed.isEmpty() ? "no other module" : "only " + new TreeSet<>(allowed);
        return new ArchCondition<>("use " + allowedText) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = arrow.getTargetClass().getBaseComponentType();
                    String to = moduleOf(target);
                    boolean broken =
                            target.getPackageName().startsWith(ROOT) && !to.equals(module) && !allowed.contains(to);
                    if (broken) {
                        events.add(SimpleConditionEvent.violated(
                                type, module + " -> " + to + ": " + arrow.getDescription()));
                    }
                }
            }
        };
    }

    @Test
    void modulesHaveNoCycles() {
        holds(slices().matching(ROOT + "(*)..").should().beFreeOfCycles());
    }

    /// An engine takes what another found as a record; which runs when is decided in the package above them.
    @Test
    void enginesDoNotCallEachOther() {
        holds(classes()
                .that(describe("are in an engine", type -> !engineOf(type).isEmpty()))
                .should(
                        new ArchCondition<>(
                                "use of other engines nothing but records, enums and interfaces of results") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                                    JavaClass target = arrow.getTargetClass().getBaseComponentType();
                                    String other = engineOf(target);
                                    boolean result = target.isRecord() || target.isEnum() || target.isInterface();
                                    if (!other.isEmpty() && !other.equals(engineOf(type)) && !result) {
                                        events.add(SimpleConditionEvent.violated(
                                                type, engineOf(type) + " -> " + other + ": " + arrow.getDescription()));
                                    }
                                }
                            }
                        }));
    }

    /// An engine is a package directly under `assess`; what several share lies in `assess` itself.
    private static String engineOf(JavaClass type) {
        String prefix = ROOT + "assess.";
        String name = type.getPackageName();
        if (!name.startsWith(prefix)) {
            return "";
        }
        String rest = name.substring(prefix.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    @Test
    void enginesAndVocabularyKnowNoFiles() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(packages("base", "standard", "assess"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.http..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection)"));
    }

    @Test
    void resultsDependOnArgumentsAlone() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
                .orShould()
                .callMethodWhere(describe("the wall clock is read", ArchitectureTest::readsClock))
                .orShould()
                .callMethodWhere(describe("chance or the environment is asked", ArchitectureTest::asksOutside)));
    }

    private static boolean readsClock(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        return (owner.startsWith("java.time.") && call.getName().equals("now"))
                || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    private static boolean asksOutside(JavaAccess<?> call) {
        String target = call.getTargetOwner().getName() + "." + call.getName();
        return Set.of(
                        "java.util.UUID.randomUUID",
                        "java.lang.Math.random",
                        "java.lang.System.getenv",
                        "java.util.Locale.getDefault",
                        "java.time.ZoneId.systemDefault",
                        "java.nio.charset.Charset.defaultCharset")
                .contains(target);
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminal() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(packages("cli", "bench"))
                .should()
                .accessFieldWhere(describe(
                        "System.out or System.err is used",
                        (JavaAccess<?> access) ->
                                access.getTargetOwner().getName().equals("java.lang.System")
                                        && Set.of("out", "err", "in").contains(access.getName())))
                .orShould()
                .callMethodWhere(describe("a stack trace is printed", (JavaAccess<?> call) -> call.getName()
                        .equals("printStackTrace")))
                .orShould()
                .callMethodWhere(describe(
                        "the program is left",
                        (JavaAccess<?> call) -> call.getTargetOwner().getName().equals("java.lang.System")
                                && call.getName().equals("exit")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.IO"));
    }

    /// A library is the affair of the module that declares it, so that another may take its place.
    @Test
    void librariesStayOutOfPublicSignatures() {
        holds(classes()
                .that(describe(
                        "are public and no edge",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !EDGES.contains(moduleOf(type))))
                .should(new ArchCondition<>("show types of the JDK and the product alone") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaCodeUnit unit : type.getCodeUnits()) {
                            if (isVisible(unit.getModifiers())) {
                                List<JavaClass> shown = new ArrayList<>(unit.getRawParameterTypes());
                                shown.add(unit.getRawReturnType());
                                unit.getTypeParameters().forEach(p -> shown.addAll(p.getAllInvolvedRawTypes()));
                                unit.getParameterTypes().forEach(p -> shown.addAll(p.getAllInvolvedRawTypes()));
                                shown.addAll(unit.getReturnType().getAllInvolvedRawTypes());
                                report(type, unit.getFullName(), shown, events);
                            }
                        }
                        type.getFields().stream()
                                .filter(field -> isVisible(field.getModifiers()))
                                .forEach(field -> report(
                                        type,
                                        field.getFullName(),
                                        field.getType().getAllInvolvedRawTypes(),
                                        events));
                        List<JavaClass> parents = new ArrayList<>(type.getRawInterfaces());
                        type.getRawSuperclass().ifPresent(parents::add);
                        report(type, type.getName(), parents, events);
                    }
                }));
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static void report(JavaClass type, String where, Iterable<JavaClass> shown, ConditionEvents events) {
        for (JavaClass one : shown) {
            JavaClass element = one.getBaseComponentType();
            String name = element.getName();
            boolean own = element.isPrimitive()
                    || name.startsWith("java.")
                    || name.startsWith("javax.")
                    || name.startsWith(ROOT);
            if (!own) {
                events.add(SimpleConditionEvent.violated(type, where + " shows " + name));
            }
        }
    }

    private static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static String[] packages(String... modules) {
        return Stream.of(modules).map(module -> ROOT + module + "..").toArray(String[]::new);
    }

    /// Checks a rule; one about modules that have no classes yet holds.
    private static void holds(ArchRule rule) {
        List<String> broken = rule.allowEmptyShould(true).evaluate(PRODUCT).getFailureReport().getDetails().stream()
                .distinct()
                .toList();
        if (!broken.isEmpty()) {
            fail(rule.getDescription() + ", but:\n" + String.join("\n", broken));
        }
    }
}
