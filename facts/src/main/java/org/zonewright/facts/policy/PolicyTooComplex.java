package org.zonewright.facts.policy;

/// The rules of a device cannot be brought into a decision diagram within its bound; nothing can be said of them
/// exactly, and nothing else is said.
public final class PolicyTooComplex extends Exception {
    private static final long serialVersionUID = 1;

    PolicyTooComplex(String device) {
        super(device);
    }

    /// The device whose rules they are.
    public String device() {
        return String.valueOf(getMessage());
    }
}
