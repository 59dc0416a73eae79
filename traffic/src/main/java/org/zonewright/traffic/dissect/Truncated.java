package org.zonewright.traffic.dissect;

/// Thrown by [ByteSlice] on a read beyond the window. One instance without a stack: it is a common event on hostile
/// or cut input, and says all it has to by being thrown.
public final class Truncated extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Made once: to make another at each of thousands of reads is code that is compiled and all but never runs.
    @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack and nothing suppressed: no throw leaves a trace
    static final Truncated INSTANCE = new Truncated();

    private Truncated() {
        super("message is shorter than it says", null, false, false);
    }
}
