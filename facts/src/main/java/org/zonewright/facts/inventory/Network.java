package org.zonewright.facts.inventory;

import org.zonewright.base.Reason;

/// An IP prefix of a realm, in CIDR notation; `guessed` where nothing but the addresses seen speaks for its length.
public record Network(String realm, String cidr, boolean guessed, Reason reason) {}
