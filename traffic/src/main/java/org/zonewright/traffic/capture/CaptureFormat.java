package org.zonewright.traffic.capture;

/// How a capture is written down: its container and what it is compressed with.
public record CaptureFormat(Container container, Compression compression) {
    /// The file format that holds the frames.
    public enum Container {
        PCAP("pcap"),
        PCAPNG("pcapng");

        private final String id;

        Container(String id) {
            this.id = id;
        }

        /// The word that reports carry.
        public String id() {
            return id;
        }
    }

    /// What the container's bytes are wrapped in.
    public enum Compression {
        NONE(""),
        GZIP("gzip"),
        ZSTD("zstd");

        private final String id;

        Compression(String id) {
            this.id = id;
        }

        /// The word that reports carry, empty for none.
        public String id() {
            return id;
        }
    }

    /// `pcap`, `pcapng`, each with `+gzip` or `+zstd`.
    public String id() {
        return compression == Compression.NONE ? container.id() : container.id() + "+" + compression.id();
    }
}
