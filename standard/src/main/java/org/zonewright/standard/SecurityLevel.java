package org.zonewright.standard;

import java.util.Optional;

/// One security level, 0 to 4, for one [FoundationalRequirement]; declared from lowest to highest, so `compareTo`
/// orders by level. Levels are cumulative: what holds at a level asks for everything below it too.
///
/// What each level stands for is paraphrased from public summaries of IEC 62443-3-3.
public enum SecurityLevel {
    /// Nothing is asked for, or nothing is reached.
    SL0(0),
    /// Against chance and mistakes.
    SL1(1),
    /// Against intent with simple means, little effort and general skills.
    SL2(2),
    /// Against intent with sophisticated means, moderate resources and skills in control systems.
    SL3(3),
    /// As SL3, with extended resources and high motivation.
    SL4(4);

    private final int number;

    SecurityLevel(int number) {
        this.number = number;
    }

    /// 0 to 4.
    public int number() {
        return number;
    }

    /// The level with a number from 0 to 4; empty for any other.
    public static Optional<SecurityLevel> ofNumber(int number) {
        return number < 0 || number > 4 ? Optional.empty() : Optional.of(values()[number]);
    }

    public boolean isAtLeast(SecurityLevel other) {
        return compareTo(other) >= 0;
    }

    /// The next higher level; empty at the top.
    public Optional<SecurityLevel> next() {
        return ofNumber(number() + 1);
    }

    public static SecurityLevel max(SecurityLevel one, SecurityLevel other) {
        return one.isAtLeast(other) ? one : other;
    }

    public static SecurityLevel min(SecurityLevel one, SecurityLevel other) {
        return one.isAtLeast(other) ? other : one;
    }
}
