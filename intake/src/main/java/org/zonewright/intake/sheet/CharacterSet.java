package org.zonewright.intake.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.zonewright.intake.IntakeProblem;

/// How the bytes of a text file are read: its byte order mark, else the pattern of zero bytes, else UTF-8 if every
/// byte fits, else the Windows character set that older spreadsheet programs write.
///
/// `markBytes` is the length of the byte order mark; `guessed` is true for the last resort.
public record CharacterSet(Charset charset, int markBytes, boolean guessed) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE_BYTES = 4096;

    /// The text of a whole file; what does not fit the character set is replaced.
    public static String decode(byte[] bytes) throws RefusedSheet {
        CharacterSet set = of(bytes);
        return new String(bytes, set.markBytes, bytes.length - set.markBytes, set.charset);
    }

    static CharacterSet of(byte[] bytes) throws RefusedSheet {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return new CharacterSet(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return new CharacterSet(StandardCharsets.UTF_16LE, 2, false);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return new CharacterSet(StandardCharsets.UTF_16BE, 2, false);
        }
        int zeros = zeros(bytes, 0) + zeros(bytes, 1);
        if (zeros > 0) {
            return byZeros(bytes, zeros);
        }
        return fits(bytes, StandardCharsets.UTF_8)
                ? new CharacterSet(StandardCharsets.UTF_8, 0, false)
                : new CharacterSet(WINDOWS, 0, true);
    }

    /// In UTF-16 text of the western world nearly every second byte is zero, and always the same second.
    private static CharacterSet byZeros(byte[] bytes, int zeros) throws RefusedSheet {
        int sampled = Math.min(bytes.length, SAMPLE_BYTES);
        int even = zeros(bytes, 0);
        boolean littleEndian = even * 20 < zeros;
        boolean bigEndian = (zeros - even) * 20 < zeros;
        if (zeros * 4 < sampled || !(littleEndian || bigEndian)) {
            throw new RefusedSheet(IntakeProblem.NOT_A_TABLE);
        }
        return new CharacterSet(littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0, false);
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE_BYTES); i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }
}
