package org.zonewright.intake.config.build;

import java.io.IOException;
import org.zonewright.facts.policy.Ruleset;

/// One kind of configuration: how it is told by its start, and how it is read. No state; one instance serves all
/// files.
public interface ConfigFormat {
    /// True if a file that begins like this is of this kind. No two kinds take the same file.
    boolean recognises(String start);

    /// Reads the whole file; what is not understood is among the rules' unread lines.
    ///
    /// @throws ConfigTooLarge if the file holds more than is read
    /// @throws IOException if the file breaks off or is refused; the exception says why
    Ruleset read(ConfigText text) throws IOException;
}
