package org.zonewright.facts.policy;

import java.util.Optional;

/// A part of what was asked, as the rules of a device see it after its destination translations. `question` is empty
/// where the part ends at the device itself. `by` is the translation that changed it; `surely` is false where it has a
/// condition that addresses and ports cannot decide, and the part may stay as it was.
public record Translated(Optional<Question> question, Optional<Translation> by, boolean surely) {}
