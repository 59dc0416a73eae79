package org.zonewright.traffic.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names what an input is that is no pcap and no pcapng, from its first bytes.
///
/// Captures in other formats are told apart from everything else, since they can be converted.
final class Lookalike {
    /// A file format and the bytes that it has at `offset`, each written as the character of that number.
    private record Magic(String name, int offset, String bytes) {
        Magic(String name, String bytes) {
            this(name, 0, bytes);
        }
    }

    private static final List<Magic> CAPTURES = List.of(
            new Magic("snoop", "snoop\0\0\0"),
            new Magic("Microsoft Network Monitor 1", "RTSS"),
            new Magic("Microsoft Network Monitor 2", "GMBU"),
            new Magic("Network General Sniffer", "TRSNIFF data    \u001A"),
            new Magic("NetXRay or Windows Sniffer", "XCP\0"),
            new Magic("Shomiti Surveyor", "\u00F1\u00E2\0\0"),
            new Magic("Novell LANalyzer", "\u0001\u0010L\0"),
            new Magic("EtherPeek or OmniPeek", "\u007Fver\0"),
            new Magic("Visual Networks", "\u0005VNF"),
            new Magic("pcap of Nokia's variant", "\u00A1\u00E2\u00CB\u0012"),
            new Magic("pcap of Nokia's variant", "\u0012\u00CB\u00E2\u00A1"),
            new Magic("iptrace", "iptrace 2.0"));

    private static final List<Magic> OTHERS = List.of(
            new Magic("JPEG", "\u00FF\u00D8\u00FF"),
            new Magic("PNG", "\u0089PNG"),
            new Magic("GIF", "GIF8"),
            new Magic("PDF", "%PDF"),
            new Magic("ZIP (also DOCX, XLSX)", "PK\u0003\u0004"),
            new Magic("7-Zip", "7z\u00BC\u00AF"),
            new Magic("RAR", "Rar!"),
            new Magic("bzip2", "BZh"),
            new Magic("xz", "\u00FD7zXZ"),
            new Magic("LZ4", "\u0004\"M\u0018"),
            new Magic("Microsoft Office", "\u00D0\u00CF\u0011\u00E0"),
            new Magic("SQLite", "SQLite format 3"),
            new Magic("Windows event log", "ElfFile\0"),
            new Magic("ELF program", "\u007FELF"),
            new Magic("Windows program", "MZ"),
            new Magic("tar", 257, "ustar"));

    private static final int LOOKED_AT = 512;

    private Lookalike() {}

    /// Reports that the window, from its position on, holds no capture, and what it looks like.
    static void report(Window window, Report report) {
        window.require(LOOKED_AT);
        int length = Math.min(window.available(), LOOKED_AT);
        if (length == 0) {
            report.file(CaptureProblem.EMPTY);
            return;
        }
        byte[] head = new byte[length];
        System.arraycopy(window.bytes(), window.position(), head, 0, length);
        String capture = nameOf(head, CAPTURES);
        if (capture != null) {
            report.file(CaptureProblem.OTHER_FORMAT, capture);
        } else if (isErf(head)) {
            report.file(CaptureProblem.OTHER_FORMAT, "Endace ERF");
        } else {
            report.file(CaptureProblem.NOT_A_CAPTURE, otherName(head));
        }
    }

    private static String otherName(byte[] head) {
        String name = nameOf(head, OTHERS);
        if (name != null) {
            return name;
        }
        return isText(head) ? "text" : "unknown binary data";
    }

    private static @Nullable String nameOf(byte[] head, List<Magic> magics) {
        for (Magic magic : magics) {
            if (startsWith(head, magic)) {
                return magic.name();
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] head, Magic magic) {
        if (head.length < magic.offset() + magic.bytes().length()) {
            return false;
        }
        for (int i = 0; i < magic.bytes().length(); i++) {
            if ((head[magic.offset() + i] & 0xFF) != magic.bytes().charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// ERF has no magic: two records of one type in a row, within a second, whose lengths lead from one to the other.
    ///
    /// `fraction u32 · seconds u32 (both little endian) · type u8 · flags u8 · length u16 · - u16 · on the wire
    /// u16`
    private static boolean isErf(byte[] head) {
        if (head.length < 16) {
            return false;
        }
        int length = Words.u16(head, 10, true);
        if (length < 16 || head.length < length + 16 || head[8] != head[length + 8] || head[8] <= 0) {
            return false;
        }
        long seconds = Words.u32(head, 4, false);
        long next = Words.u32(head, length + 4, false);
        return seconds > 0 && next >= seconds && next - seconds <= 1;
    }

    private static boolean isText(byte[] head) {
        for (byte value : head) {
            boolean control = value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r';
            if ((control && value != '\f' && value != 0x1B) || value == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
