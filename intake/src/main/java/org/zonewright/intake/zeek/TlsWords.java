package org.zonewright.intake.zeek;

/// Words of the log `ssl` as the facts have them.
final class TlsWords {
    private TlsWords() {}

    /// `TLS 1.2` for `TLSv12`; empty for what is no version of TLS or SSL 3.
    static String version(String word) {
        return switch (word) {
            case "SSLv3" -> "SSL 3.0";
            case "TLSv10" -> "TLS 1.0";
            case "TLSv11" -> "TLS 1.1";
            case "TLSv12" -> "TLS 1.2";
            case "TLSv13" -> "TLS 1.3";
            default -> "";
        };
    }
}
