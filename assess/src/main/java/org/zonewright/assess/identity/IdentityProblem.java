package org.zonewright.assess.identity;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What the document says about identity and the product cannot follow.
public enum IdentityProblem implements ProblemKind {
    /// An identity line names a device by neither address nor MAC address. `{0}`: why it was written.
    DEVICE_WITHOUT_ADDRESS("identity.device-without-address"),
    /// A sensor is one interface of a capture; its file stands for all of them. `{0}`: sensor; `{1}`: interface.
    SENSOR_INTERFACE("identity.sensor-interface"),
    /// A realm is said to see untagged frames alone; it is given tagged ones too. `{0}`: realm; `{1}`: sensor.
    UNTAGGED_ONLY("identity.untagged-only");

    private final String id;

    IdentityProblem(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }
}
