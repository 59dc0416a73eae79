package org.zonewright.assess.reach;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What somebody has to overcome at one step. Its difficulty is [#level()], 0 to 4, from the table `difficulty.tsv`;
/// at 5 the step is closed and counts as no way. The scale is the product's own, no standard gives one.
public enum Hurdle {
    /// Same zone.
    INSIDE,
    /// An asset of two zones passes packets on.
    FORWARDED,
    /// A gateway passes the request on to a device behind it.
    RELAYED,
    /// The flow asks for no sign-in.
    NO_SIGN_IN,
    /// What it asks for is not documented.
    UNSAID,
    /// One factor, with an account that the side it comes from has too, or may have.
    SHARED_ACCOUNT,
    /// An asset must be taken over that passes nothing on by itself.
    TAKE_OVER,
    /// One factor, with an account of its own.
    SEPARATE_ACCOUNT,
    /// Somebody must carry it.
    CARRIED,
    /// A second factor, with an account that the side it comes from has too, or may have.
    SECOND_FACTOR,
    /// A second factor and an account of its own.
    CLOSED;

    /// The level from which a step is no way any more.
    public static final int CLOSED_LEVEL = 5;

    private static final class Scale {
        static final Map<Hurdle, Integer> LEVELS = read();

        private static Map<Hurdle, Integer> read() {
            EnumMap<Hurdle, Integer> levels = new EnumMap<>(Hurdle.class);
            Map<String, String> table = Tables.read("difficulty.tsv");
            for (Hurdle hurdle : values()) {
                String level = table.get(hurdle.id());
                if (level == null) {
                    throw new IllegalStateException("difficulty.tsv lacks " + hurdle.id());
                }
                levels.put(hurdle, Integer.valueOf(level));
            }
            return levels;
        }
    }

    /// 0 for nothing to overcome, to [#CLOSED_LEVEL].
    public int level() {
        return Scale.LEVELS.getOrDefault(this, CLOSED_LEVEL);
    }

    /// The word in JSON and tables.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
