package org.zonewright.assess;

import java.util.Map;
import java.util.Set;

/// The words that people use for protocols beside those under which the traffic shows them.
public final class ProtocolWords {
    private static final Map<String, Set<String>> ALSO = Map.of(
            "https", Set.of("tls", "http"),
            "ftps", Set.of("tls", "ftp"),
            "ethernet-ip", Set.of("enip", "cip"),
            "enip", Set.of("cip"),
            "cip", Set.of("enip"),
            "s7comm", Set.of("cotp", "tpkt", "s7comm-plus"),
            "mms", Set.of("cotp", "tpkt"),
            "iec61850", Set.of("mms", "cotp", "goose", "sv"),
            "smb", Set.of("netbios"),
            "sftp", Set.of("ssh"));

    private ProtocolWords() {}

    /// True if the word of a document means the protocol that was seen.
    public static boolean mean(String word, String seen) {
        return seen.equals(word) || ALSO.getOrDefault(word, Set.of()).contains(seen);
    }
}
