package org.zonewright.plant.assurance;

import java.util.Optional;

/// A file that shows something, and the SHA-256 of its content as 64 lower-case hexadecimal digits. The file itself
/// is not part of the document.
public record Attachment(String file, Optional<String> sha256) {
    public Attachment {
        if (file.isBlank()) {
            throw new IllegalArgumentException("an attachment needs a file name");
        }
        if (sha256.filter(digest -> !digest.matches("[0-9a-f]{64}")).isPresent()) {
            throw new IllegalArgumentException("a sha256 is 64 hexadecimal digits in lower case");
        }
    }
}
