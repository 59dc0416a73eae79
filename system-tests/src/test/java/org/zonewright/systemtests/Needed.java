package org.zonewright.systemtests;

import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/// What a test needs of the machine it runs on. Left out aloud on a desk, never in continuous integration: there a
/// missing thing is a failure.
final class Needed {
    private Needed() {}

    /// Ends the test where `present` is false: failed if the environment says `CI=true`, else skipped with a line on
    /// standard error.
    static void that(boolean present, String what) {
        if (present) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail("needed and not here: " + what);
        }
        System.err.println("SKIPPED, needed and not here: " + what);
        throw new TestAbortedException("needed and not here: " + what);
    }
}
