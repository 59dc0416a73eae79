package org.zonewright.traffic.capture;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with a capture or with the place where captures were to be found.
public enum CaptureProblem implements ProblemKind {
    /// The file has no bytes.
    EMPTY("capture.empty", Severity.ERROR),
    /// The file is something else: {0} says what it looks like.
    NOT_A_CAPTURE("capture.not-a-capture", Severity.ERROR),
    /// A capture in a format that is not read: {0} names it.
    OTHER_FORMAT("capture.other-format", Severity.ERROR),
    /// A pcap or pcapng of a version that is not read: {0} format, {1} version.
    UNSUPPORTED_VERSION("capture.unsupported-version", Severity.ERROR),
    /// The file ends within a record: {0} bytes announced, {1} left.
    TRUNCATED_RECORD("capture.truncated-record", Severity.ERROR),
    /// A record says impossible things: {0} bytes captured, {1} possible.
    BAD_RECORD("capture.bad-record", Severity.ERROR),
    /// A pcapng block whose two lengths do not fit: {0} and {1}.
    BAD_BLOCK("capture.bad-block", Severity.ERROR),
    /// A pcapng block length that is no multiple of 4: {0}.
    UNALIGNED_BLOCK("capture.unaligned-block", Severity.WARNING),
    /// {0} bytes were passed over to find the next good block after a bad one.
    RESYNCHRONISED("capture.resynchronised", Severity.WARNING),
    /// A frame of an interface that the file does not describe: {0} id, {1} described.
    UNKNOWN_INTERFACE("capture.unknown-interface", Severity.WARNING),
    /// More interfaces than are accepted: {0}.
    TOO_MANY_INTERFACES("capture.too-many-interfaces", Severity.ERROR),
    /// A pcapng option that does not fit its block or has an impossible value: {0} its number.
    BAD_OPTION("capture.bad-option", Severity.WARNING),
    /// More bytes captured than the frame had on the wire: {0} and {1}.
    LENGTH_CONFLICT("capture.length-conflict", Severity.WARNING),
    /// The compressed bytes are damaged: {0} compression, {1} what is wrong.
    DAMAGED_COMPRESSION("capture.damaged-compression", Severity.ERROR),
    /// The file ends within its compressed part: {0} compression.
    TRUNCATED_COMPRESSION("capture.truncated-compression", Severity.ERROR),
    /// After the compressed part comes something else: {0} compression.
    TRAILING_GARBAGE("capture.trailing-garbage", Severity.WARNING),
    /// The uncompressed capture is longer than the caller allows: {0} bytes.
    SIZE_LIMIT("capture.size-limit", Severity.ERROR),
    /// The operating system could not go on reading: {0} its words.
    READ_FAILED("capture.read-failed", Severity.ERROR),
    /// There is no such file or folder.
    MISSING("capture.missing", Severity.ERROR),
    /// No file has a name that fits the pattern.
    NO_MATCH("capture.no-match", Severity.ERROR),
    /// A folder, and no capture in it.
    NOTHING_USABLE("capture.nothing-usable", Severity.ERROR);

    private final String id;
    private final Severity severity;

    CaptureProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
