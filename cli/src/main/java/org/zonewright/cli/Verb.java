package org.zonewright.cli;

import java.util.concurrent.Callable;

/// A verb of the program: what it is called and takes, and what it does.
///
/// A new verb is a class like this one, and a line in `Main`:
///
/// ```java
/// /// `zonewright count`: how many assets there are.
/// final class CountCommand implements Verb {
///     private final Declaration declared = new Declaration(this, "count", "Counts the assets of captures.")
///             .examples("zonewright count captures/");
///
///     private final Given<List<String>> inputs =
///             declared.parameter("INPUT", "Captures, folders.").arity("1..*").texts();
///
///     private final Given<Boolean> all = declared.flag("--all", "Count those that never spoke too.");
///
///     private final Given<Optional<Path>> out =
///             declared.option("--out", "FILE", "The file to write; standard output if not given.").file();
///
///     private final Main main;
///     …
///     public Integer call() { … inputs.value() … }
/// }
/// ```
///
/// Every argument is a field that is declared where it stands. What several verbs take is a class of such fields that
/// gets the verb's declaration, as [MemoryOptions] does. Nothing is found by reflection, which would be a good part
/// of the time of a short run.
interface Verb extends Callable<Integer> {
    /// Its name, its arguments, and what its help says.
    Declaration declared();
}
