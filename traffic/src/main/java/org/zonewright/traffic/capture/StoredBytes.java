package org.zonewright.traffic.capture;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bytes of a capture as they are stored, digested as they pass. Mutable; one thread at a time.
final class StoredBytes implements ByteSource {
    private final ByteSource in;
    private final @Nullable MessageDigest digest;

    StoredBytes(ByteSource in, boolean digested) {
        this.in = in;
        digest = digested ? newDigest() : null;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0 && digest != null) {
            digest.update(target, offset, count);
        }
        return count;
    }

    /// Reads what is left and gives the digest of all the bytes, `sha256:…` in hexadecimal; reads nothing where none
    /// was asked for. To be asked once.
    Optional<String> sha256(byte[] scratch) throws IOException {
        if (digest == null) {
            return Optional.empty();
        }
        while (read(scratch, 0, scratch.length) >= 0) {
            // Only the digest is wanted.
        }
        return Optional.of("sha256:" + HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
