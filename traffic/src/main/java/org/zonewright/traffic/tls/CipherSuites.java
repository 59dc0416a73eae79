package org.zonewright.traffic.tls;

import java.util.HashMap;
import java.util.Map;

/// The names of cipher suites as IANA registered them ("TLS Cipher Suites"): those that are in use, and the weak
/// ones. Camellia, ARIA, GOST, Kerberos and the like are told by their number.
final class CipherSuites {
    /// The number in hex, the name without its `TLS_`.
    private static final String TABLE = """
            0000 NULL_WITH_NULL_NULL
            0001 RSA_WITH_NULL_MD5
            0002 RSA_WITH_NULL_SHA
            0003 RSA_EXPORT_WITH_RC4_40_MD5
            0004 RSA_WITH_RC4_128_MD5
            0005 RSA_WITH_RC4_128_SHA
            0006 RSA_EXPORT_WITH_RC2_CBC_40_MD5
            0008 RSA_EXPORT_WITH_DES40_CBC_SHA
            0009 RSA_WITH_DES_CBC_SHA
            000a RSA_WITH_3DES_EDE_CBC_SHA
            0014 DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
            0015 DHE_RSA_WITH_DES_CBC_SHA
            0016 DHE_RSA_WITH_3DES_EDE_CBC_SHA
            0017 DH_anon_EXPORT_WITH_RC4_40_MD5
            0018 DH_anon_WITH_RC4_128_MD5
            0019 DH_anon_EXPORT_WITH_DES40_CBC_SHA
            001a DH_anon_WITH_DES_CBC_SHA
            001b DH_anon_WITH_3DES_EDE_CBC_SHA
            002c PSK_WITH_NULL_SHA
            002f RSA_WITH_AES_128_CBC_SHA
            0033 DHE_RSA_WITH_AES_128_CBC_SHA
            0034 DH_anon_WITH_AES_128_CBC_SHA
            0035 RSA_WITH_AES_256_CBC_SHA
            0039 DHE_RSA_WITH_AES_256_CBC_SHA
            003a DH_anon_WITH_AES_256_CBC_SHA
            003b RSA_WITH_NULL_SHA256
            003c RSA_WITH_AES_128_CBC_SHA256
            003d RSA_WITH_AES_256_CBC_SHA256
            0067 DHE_RSA_WITH_AES_128_CBC_SHA256
            006b DHE_RSA_WITH_AES_256_CBC_SHA256
            006c DH_anon_WITH_AES_128_CBC_SHA256
            006d DH_anon_WITH_AES_256_CBC_SHA256
            008a PSK_WITH_RC4_128_SHA
            008b PSK_WITH_3DES_EDE_CBC_SHA
            008c PSK_WITH_AES_128_CBC_SHA
            008d PSK_WITH_AES_256_CBC_SHA
            009c RSA_WITH_AES_128_GCM_SHA256
            009d RSA_WITH_AES_256_GCM_SHA384
            009e DHE_RSA_WITH_AES_128_GCM_SHA256
            009f DHE_RSA_WITH_AES_256_GCM_SHA384
            00a6 DH_anon_WITH_AES_128_GCM_SHA256
            00a7 DH_anon_WITH_AES_256_GCM_SHA384
            00a8 PSK_WITH_AES_128_GCM_SHA256
            00a9 PSK_WITH_AES_256_GCM_SHA384
            00ae PSK_WITH_AES_128_CBC_SHA256
            00af PSK_WITH_AES_256_CBC_SHA384
            00b0 PSK_WITH_NULL_SHA256
            00b1 PSK_WITH_NULL_SHA384
            1301 AES_128_GCM_SHA256
            1302 AES_256_GCM_SHA384
            1303 CHACHA20_POLY1305_SHA256
            1304 AES_128_CCM_SHA256
            1305 AES_128_CCM_8_SHA256
            c006 ECDHE_ECDSA_WITH_NULL_SHA
            c007 ECDHE_ECDSA_WITH_RC4_128_SHA
            c008 ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
            c009 ECDHE_ECDSA_WITH_AES_128_CBC_SHA
            c00a ECDHE_ECDSA_WITH_AES_256_CBC_SHA
            c010 ECDHE_RSA_WITH_NULL_SHA
            c011 ECDHE_RSA_WITH_RC4_128_SHA
            c012 ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
            c013 ECDHE_RSA_WITH_AES_128_CBC_SHA
            c014 ECDHE_RSA_WITH_AES_256_CBC_SHA
            c015 ECDH_anon_WITH_NULL_SHA
            c016 ECDH_anon_WITH_RC4_128_SHA
            c017 ECDH_anon_WITH_3DES_EDE_CBC_SHA
            c018 ECDH_anon_WITH_AES_128_CBC_SHA
            c019 ECDH_anon_WITH_AES_256_CBC_SHA
            c023 ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
            c024 ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
            c027 ECDHE_RSA_WITH_AES_128_CBC_SHA256
            c028 ECDHE_RSA_WITH_AES_256_CBC_SHA384
            c02b ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
            c02c ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
            c02f ECDHE_RSA_WITH_AES_128_GCM_SHA256
            c030 ECDHE_RSA_WITH_AES_256_GCM_SHA384
            c09c RSA_WITH_AES_128_CCM
            c09d RSA_WITH_AES_256_CCM
            c09e DHE_RSA_WITH_AES_128_CCM
            c09f DHE_RSA_WITH_AES_256_CCM
            c0a0 RSA_WITH_AES_128_CCM_8
            c0a1 RSA_WITH_AES_256_CCM_8
            c0a2 DHE_RSA_WITH_AES_128_CCM_8
            c0a3 DHE_RSA_WITH_AES_256_CCM_8
            c0a4 PSK_WITH_AES_128_CCM
            c0a5 PSK_WITH_AES_256_CCM
            c0a8 PSK_WITH_AES_128_CCM_8
            c0a9 PSK_WITH_AES_256_CCM_8
            c0ac ECDHE_ECDSA_WITH_AES_128_CCM
            c0ad ECDHE_ECDSA_WITH_AES_256_CCM
            c0ae ECDHE_ECDSA_WITH_AES_128_CCM_8
            c0af ECDHE_ECDSA_WITH_AES_256_CCM_8
            cca8 ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            cca9 ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
            ccaa DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            ccab PSK_WITH_CHACHA20_POLY1305_SHA256
            """;

    private static final Map<Integer, String> NAMES = parse();

    private CipherSuites() {}

    private static Map<Integer, String> parse() {
        Map<Integer, String> names = new HashMap<>();
        TABLE.lines().forEach(line -> names.put(Integer.parseInt(line, 0, 4, 16), "TLS_" + line.substring(5)));
        return Map.copyOf(names);
    }

    /// The suite's name, or its number as `0x1234`.
    static String name(int suite) {
        String name = NAMES.get(suite);
        return name == null ? "0x%04x".formatted(suite) : name;
    }
}
