package org.zonewright.intake.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;

/// One station as a document lists it: its addresses, which are one device to the document, and what is said of it.
/// Mutable; one thread; one station.
public final class ListedStation {
    private record Value(Attribute attribute, String value, Confidence confidence, int line) {}

    private static final int MAX_ADDRESSES = 64;
    private static final Set<Attribute> SHOWN = Set.of(Attribute.NAME, Attribute.VENDOR, Attribute.MODEL);

    private final String method;
    private final int line;
    private final SequencedMap<Address, Integer> addresses = new LinkedHashMap<>();
    private final List<Value> values = new ArrayList<>();

    /// `line` is where the station's entry starts, from 1.
    public ListedStation(String method, int line) {
        this.method = method;
        this.line = line;
    }

    /// Adds an address if it is one of a station.
    public void address(Address address, int at) {
        if (address.isStation() && !address.isLoopback() && addresses.size() < MAX_ADDRESSES) {
            addresses.putIfAbsent(address, at);
        }
    }

    public void value(Attribute attribute, String value, Confidence confidence, int at) {
        values.add(new Value(attribute, value, confidence, at));
    }

    public boolean hasAddress() {
        return !addresses.isEmpty();
    }

    /// Addresses, name, maker and model in one line, for a preview.
    public String display() {
        return Stream.concat(
                        addresses.keySet().stream().map(Address::toString),
                        values.stream()
                                .filter(value -> SHOWN.contains(value.attribute))
                                .map(Value::value)
                                .distinct())
                .collect(Collectors.joining(" "));
    }

    /// The station as facts: its values about the first IP address, or the first MAC address where there is none; for
    /// every address the entry it stands in; and which MAC address owns which IP address where that is clear.
    public void tell(VantagePoint vantage, Gathering into) {
        List<Address> ips = addresses.keySet().stream().filter(Address::isIp).toList();
        List<Address> macs =
                addresses.keySet().stream().filter(MacAddress.class::isInstance).toList();
        Address primary = ips.isEmpty() ? macs.getFirst() : ips.getFirst();
        for (Value value : values) {
            SourceRef where = into.at(value.line);
            into.identity(vantage, primary, value.attribute, value.value, method, value.confidence, where);
        }
        addresses.forEach((address, at) -> into.identity(
                vantage, address, Attribute.LIST_ROW, Integer.toString(line), method, Confidence.MEDIUM, into.at(at)));
        if (macs.size() == 1 || ips.size() == 1) {
            macs.forEach(mac -> ips.forEach(ip -> into.identity(
                    vantage,
                    mac,
                    Attribute.OWNS_ADDRESS,
                    ip.toString(),
                    method,
                    Confidence.MEDIUM,
                    into.at(addresses.getOrDefault(mac, line)))));
        }
    }
}
