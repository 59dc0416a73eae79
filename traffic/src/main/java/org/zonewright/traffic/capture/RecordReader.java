package org.zonewright.traffic.capture;

/// Reads the records of one container format from a window. One thread, one use.
sealed interface RecordReader permits PcapReader, PcapngReader {
    /// The most bytes that a frame may have captured. Wireshark's and tcpdump's bound too; with a record's header it
    /// fits a [Window].
    int MAX_CAPTURED = 256 * 1024;

    /// Reads to the end, or to where nothing more can be read. True if every record was read.
    boolean read();

    /// The frames given to the sink.
    long frames();
}
