package org.zonewright.traffic.tls;

import java.util.Map;
import org.zonewright.traffic.dissect.ByteSlice;

/// The algorithms that certificates are signed by, by the bytes of their object ids (RFC 3279, 4055, 5758, 8410).
final class SignatureAlgorithm {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2a864886f70d010102", "md2WithRSA"),
            Map.entry("2a864886f70d010104", "md5WithRSA"),
            Map.entry("2a864886f70d010105", "sha1WithRSA"),
            Map.entry("2a864886f70d01010a", "RSA-PSS"),
            Map.entry("2a864886f70d01010b", "sha256WithRSA"),
            Map.entry("2a864886f70d01010c", "sha384WithRSA"),
            Map.entry("2a864886f70d01010d", "sha512WithRSA"),
            Map.entry("2a8648ce380403", "sha1WithDSA"),
            Map.entry("2a8648ce3d0401", "sha1WithECDSA"),
            Map.entry("2a8648ce3d040302", "sha256WithECDSA"),
            Map.entry("2a8648ce3d040303", "sha384WithECDSA"),
            Map.entry("2a8648ce3d040304", "sha512WithECDSA"),
            Map.entry("2b6570", "Ed25519"));

    private static final int LONGEST = 16;

    private SignatureAlgorithm() {}

    /// The algorithm's name; empty if it is not known.
    static String name(ByteSlice bytes, int at, int length) {
        return length > LONGEST ? "" : NAMES.getOrDefault(bytes.hex(at, length), "");
    }
}
