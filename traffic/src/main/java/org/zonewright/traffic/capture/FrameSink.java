package org.zonewright.traffic.capture;

/// Takes the frames of a capture in the order in which they stand in the file.
public interface FrameSink {
    /// How the capture is written down, once, before anything else is told.
    default void format(CaptureFormat format) {}

    /// A network interface of the capture, before its first frame. `id` counts up from 0 through the whole file,
    /// also over several pcapng sections; `linkType` is the LINKTYPE number (as registered by the tcpdump group),
    /// `name` is empty where the file does not say one, `snapLength` is 0 for "no limit said".
    void networkInterface(int id, int linkType, String name, int snapLength);

    /// One frame. `bytes[offset, offset + captured)` are valid during the call only; `wireLength` is the frame's
    /// length on the wire in bytes, never less than 0 (an unsigned 32-bit value in the file); `nanos` is the time
    /// since 1970 in nanoseconds; `number` counts from 1 through the whole file; `fileOffset` is the record's place
    /// in the uncompressed file.
    void frame(
            byte[] bytes,
            int offset,
            int captured,
            long wireLength,
            long nanos,
            int interfaceId,
            long number,
            long fileOffset);

    /// Frames that the recorder says it lost (pcapng interface statistics), summed over calls.
    void lost(long frames);
}
