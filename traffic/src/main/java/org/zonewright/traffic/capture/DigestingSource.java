package org.zonewright.traffic.capture;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Passes bytes on and digests them on the way. Mutable; one thread.
final class DigestingSource implements ByteSource {
    private final ByteSource in;
    private final MessageDigest digest;

    DigestingSource(ByteSource in) {
        this.in = in;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
        }
        return count;
    }

    /// Reads what is left, so that the digest is that of all bytes.
    void drain(byte[] scratch) throws IOException {
        while (read(scratch, 0, scratch.length) >= 0) {
            // The bytes are only digested.
        }
    }

    /// `sha256:` and the digest of the bytes read, in hexadecimal. Ends the digest: to be asked once.
    String sha256() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
