package org.zonewright.intake.sheet;

import java.nio.charset.StandardCharsets;
import org.zonewright.intake.IntakeProblem;

/// Tells apart what comes in a compound file (MS-CFB): workbooks of Excel 97 to 2003, and newer ones behind a
/// password, whose directory has an entry `EncryptedPackage`.
final class CompoundFile {
    private static final long SIGNATURE = 0xd0cf11e0a1b11ae1L;
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private CompoundFile() {}

    /// Throws if the bytes are a compound file.
    static void refuse(byte[] bytes) throws RefusedSheet {
        if (bytes.length >= 8 && signature(bytes) == SIGNATURE) {
            throw new RefusedSheet(contains(bytes, ENCRYPTED) ? IntakeProblem.ENCRYPTED : IntakeProblem.OLD_EXCEL);
        }
    }

    private static long signature(byte[] bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            int i = 0;
            while (i < wanted.length && bytes[at + i] == wanted[i]) {
                i++;
            }
            if (i == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
