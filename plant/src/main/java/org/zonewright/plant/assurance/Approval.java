package org.zonewright.plant.assurance;

import java.time.LocalDate;
import java.util.Optional;
import org.zonewright.plant.id.ApprovalId;

/// The signature of ZCR 7.1: the management accountable for safety, integrity and reliability approves one revision.
/// `sha256` is the digest of the approved document; a later change is seen by it.
public record Approval(
        ApprovalId id,
        String revision,
        Optional<String> sha256,
        String by,
        Optional<String> role,
        LocalDate on,
        Optional<String> note) {
    public Approval {
        if (sha256.filter(digest -> !digest.matches("[0-9a-f]{64}")).isPresent()) {
            throw new IllegalArgumentException("a sha256 is 64 hexadecimal digits in lower case");
        }
    }
}
