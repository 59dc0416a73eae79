package org.zonewright.intake.config.build;

/// The configuration holds more than is read, see [ConfigLimits]. Caught where the file is opened: rules without
/// those behind them decide something else, so nothing of the file is used.
public final class ConfigTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long bound;

    public ConfigTooLarge(long bound) {
        super("more than " + bound, null, false, false);
        this.bound = bound;
    }

    /// How much is read.
    public long bound() {
        return bound;
    }
}
