package org.zonewright.base;

/// A kind of [Problem] with a stable id, so that problems can be counted, filtered and looked up. Each module has one
/// enum of the kinds it can report.
///
/// The message is the text `problem.<id>`, the hint (what to do) the text `problem.<id>.hint`; both are in the
/// module's texts, and `docs/problems.md` has a line for each.
public interface ProblemKind {
    /// Area and name, such as `capture.truncated-record`; never changed once released.
    String id();

    /// How much a problem of this kind usually takes away.
    Severity severity();
}
