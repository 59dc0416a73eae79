package org.zonewright.assess.risk.scenario;

import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.base.Reason;

/// The worst case of ZCR 2.1 at one place held against the tolerable risk (ZCR 4.1). `subject` is empty for the whole
/// system. `tolerable` is empty where estimate, matrix or line lack: then nothing may be skipped.
public record InitialOutcome(
        Optional<Subject> subject, Optional<Position> position, Optional<Boolean> tolerable, Reason reason) {}
