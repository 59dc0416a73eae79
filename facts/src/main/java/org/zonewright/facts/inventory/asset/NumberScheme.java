package org.zonewright.facts.inventory.asset;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.zonewright.facts.Attribute;

/// A kind of number that a station answers to, which may be its own or that of devices behind it: one number alone
/// says nothing, several do.
///
/// `isNone` picks the numbers that mean the station itself or every one. `proof` is an attribute that only a station
/// has that passes requests on: with it one number is enough. Text keys: `text` for several numbers, `text` with
/// `.passed` where there is proof, with `.differ` where what is said of them differs.
record NumberScheme(Attribute attribute, LongPredicate isNone, Optional<Attribute> proof, String text) {
    private static final int FIRST_RESERVED_OUTSTATION = 0xfff0;

    private static final List<NumberScheme> ALL = List.of(
            new NumberScheme(
                    new Attribute("modbus.unit"),
                    unit -> unit == 0 || unit == 255,
                    Optional.of(new Attribute("modbus.gateway-exception")),
                    "inventory.child.unit"),
            new NumberScheme(
                    new Attribute("iec104.common-address"),
                    address -> address == 0 || address == 0xffff,
                    Optional.empty(),
                    "inventory.child.common-address"),
            new NumberScheme(
                    new Attribute("dnp3.outstation-address"),
                    address -> address >= FIRST_RESERVED_OUTSTATION,
                    Optional.empty(),
                    "inventory.child.outstation"));

    static Optional<NumberScheme> of(Attribute attribute) {
        for (NumberScheme scheme : ALL) {
            if (scheme.attribute().equals(attribute)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /// True if the number, as it was said, can be that of a device behind the station.
    boolean isDevice(String number) {
        return number.chars().allMatch(c -> c >= '0' && c <= '9')
                && number.length() < 10
                && !isNone.test(Long.parseLong(number));
    }
}
