package org.zonewright.cli;

import picocli.CommandLine.Model.ArgSpec;

/// Where options are declared: for a verb, or for a choice within one.
interface Arguments {
    /// Takes an argument that is declared whole.
    void add(ArgSpec argument);

    /// A value with a name.
    ///
    /// @param name such as `--out`
    /// @param label what stands for the value in the help, such as `FILE`
    default Argument option(String name, String label, String description) {
        return new Argument(this, label, description, name);
    }

    /// A value with a short and a long name.
    default Argument option(String shortName, String name, String label, String description) {
        return new Argument(this, label, description, shortName, name);
    }

    /// Something that is said or not.
    default Given<Boolean> flag(String name, String description) {
        return new Argument(this, "", description, name).flag();
    }
}
