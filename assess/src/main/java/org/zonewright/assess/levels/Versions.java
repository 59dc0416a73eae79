package org.zonewright.assess.levels;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// Order of firmware versions as makers write them: runs of digits count as numbers, the rest as words without case;
/// a leading `v` and what parts the runs (`.`, `-`, `_`, blanks) do not count. `V2.10` is after `2.9`, `1.0` is `1`,
/// and a pre-release (`2.0-rc1`, `2.0 beta`) is before its release.
final class Versions {
    private static final int PRE_RELEASE = 0;
    private static final int END = 1;
    private static final int WORD = 2;
    private static final int NUMBER = 3;

    private Versions() {}

    /// True if `version` is in the range, both ends included; an end that is missing is open.
    static boolean within(String version, Optional<String> from, Optional<String> to) {
        return from.filter(low -> compare(version, low) < 0).isEmpty()
                && to.filter(high -> compare(version, high) > 0).isEmpty();
    }

    static int compare(String one, String other) {
        Runs left = new Runs(one);
        Runs right = new Runs(other);
        while (true) {
            String a = left.next();
            String b = right.next();
            if (a.isEmpty() && b.isEmpty()) {
                return 0;
            }
            int order = compareRuns(a, b);
            if (order != 0) {
                return order;
            }
        }
    }

    /// A pre-release is before the end of a version, which equals a zero; other words come next and then numbers, so
    /// that 2.0rc1, 2.0 (and 2.0.0), 2.0b and 2.0.1 follow each other.
    private static int compareRuns(String a, String b) {
        int order = Integer.compare(rank(a), rank(b));
        if (order != 0) {
            return order;
        }
        return rank(a) == NUMBER ? new BigInteger(a).compareTo(new BigInteger(b)) : rank(a) == END ? 0 : a.compareTo(b);
    }

    private static int rank(String run) {
        if (run.isEmpty() || (isDigit(run.charAt(0)) && new BigInteger(run).signum() == 0)) {
            return END;
        }
        return isDigit(run.charAt(0)) ? NUMBER : isPreRelease(run) ? PRE_RELEASE : WORD;
    }

    private static boolean isPreRelease(String word) {
        return word.equals("rc") || word.equals("beta") || word.equals("alpha") || word.equals("pre");
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /// The runs of a version, one after the other; empty when there is no more.
    private static final class Runs {
        private final String text;
        private int at;

        Runs(String version) {
            String plain = version.strip().toLowerCase(Locale.ROOT);
            text = plain.length() > 1 && plain.charAt(0) == 'v' && isDigit(plain.charAt(1))
                    ? plain.substring(1)
                    : plain;
        }

        String next() {
            while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length()
                    && Character.isLetterOrDigit(text.charAt(at))
                    && isDigit(text.charAt(at)) == isDigit(text.charAt(start))) {
                at++;
            }
            return text.substring(start, at);
        }
    }
}
