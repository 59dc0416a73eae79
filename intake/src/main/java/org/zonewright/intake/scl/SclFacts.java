package org.zonewright.intake.scl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.ListedStation;
import org.zonewright.intake.source.NumberText;

/// Tells what a configuration says as facts: each device with its addresses, and the flows that are meant to be.
final class SclFacts {
    static final String METHOD = "scl";
    private static final int MMS_PORT = 102;
    private static final Attribute SUBSCRIBES = new Attribute("scl.subscribes");

    private final SclModel model;
    private final Gathering into;
    private final Map<String, Address> addresses;
    private final Map<String, ListedStation> stations = new TreeMap<>();

    SclFacts(SclModel model, Gathering into) {
        this.model = model;
        this.into = into;
        this.addresses = model.addresses();
    }

    void tell() {
        for (SclModel.Device device : model.devices()) {
            ListedStation station = new ListedStation(METHOD, device.line());
            describe(station, device);
            model.portsOf(device.name()).forEach(port -> port(station, port));
            stations.put(device.name(), station);
            into.show(device.name() + " " + device.attributes());
        }
        if (!model.devices().isEmpty() && addresses.isEmpty()) {
            into.log().report(IntakeProblem.SOURCE_TYPES_ONLY, new SourceRef.InFile(into.file()));
        }
        model.blocks().forEach(this::block);
        publications();
        inputs();
        for (SclModel.Device device : model.devices()) {
            ListedStation station = stations.getOrDefault(device.name(), new ListedStation(METHOD, 0));
            if (station.hasAddress()) {
                station.tell(into.vantage(), into);
                into.taken("IED");
            } else {
                into.leftOut("IED", "address");
            }
        }
    }

    private static void describe(ListedStation station, SclModel.Device device) {
        station.value(Attribute.NAME, device.name(), Confidence.MEDIUM, device.line());
        Map<String, Attribute> attributes = Map.of(
                "manufacturer", Attribute.VENDOR,
                "type", Attribute.MODEL,
                "desc", Attribute.DESCRIPTION,
                "configVersion", new Attribute("scl.config-version"));
        device.attributes().forEach((name, value) -> {
            Attribute attribute = attributes.get(name);
            if (attribute != null) {
                station.value(attribute, value, Confidence.MEDIUM, device.line());
            }
        });
    }

    private void port(ListedStation station, SclModel.Port port) {
        int line = port.line();
        station.value(
                new Attribute("scl.access-point"), port.accessPoint() + " " + port.network(), Confidence.MEDIUM, line);
        for (String parameter : List.of("IP", "MAC-Address")) {
            Address.parse(port.parameters().getOrDefault(parameter, ""))
                    .ifPresent(address -> station.address(address, line));
        }
        network(port).ifPresent(network -> station.value(Attribute.NETWORK, network, Confidence.MEDIUM, line));
        Address.parse(port.parameters().getOrDefault("IP-GATEWAY", ""))
                .filter(Address::isStation)
                .ifPresent(gateway -> station.value(Attribute.GATEWAY, gateway.toString(), Confidence.MEDIUM, line));
    }

    private static Optional<String> network(SclModel.Port port) {
        Address ip = Address.parse(port.parameters().getOrDefault("IP", "")).orElse(null);
        Address mask =
                Address.parse(port.parameters().getOrDefault("IP-SUBNET", "")).orElse(null);
        if (ip instanceof Ipv4Address four && mask instanceof Ipv4Address bits) {
            int length = Integer.bitCount(bits.bits());
            boolean whole = length > 0 && length < 32 && bits.bits() == -1 << (32 - length);
            return whole ? Optional.of(new Ipv4Address(four.bits() & bits.bits()) + "/" + length) : Optional.empty();
        }
        return Optional.empty();
    }

    /// What a block's messages will carry, as captures show it; and who is meant to get reports.
    private void block(SclModel.Block block) {
        ListedStation station = stations.get(block.device());
        if (station == null) {
            into.leftOut("control block", "no-device");
            return;
        }
        String logical = block.device() + block.logicalDevice() + "/LLN0";
        switch (block.kind()) {
            case GOOSE -> {
                value(station, "goose.control-block", logical + "$GO$" + block.name(), block.line());
                value(station, "goose.id", block.id(), block.line());
                if (!block.dataSet().isEmpty()) {
                    value(station, "goose.data-set", logical + "$" + block.dataSet(), block.line());
                }
            }
            case SAMPLED_VALUES -> value(station, "sv.id", block.id(), block.line());
            case REPORT -> reports(block);
        }
        for (String subscriber : block.kind() == SclModel.Kind.REPORT ? List.<String>of() : block.subscribers()) {
            subscribes(subscriber, block.device(), block.name(), block.line());
        }
        into.taken("control block");
    }

    private void reports(SclModel.Block block) {
        for (String client : new TreeSet<>(block.subscribers())) {
            Address from = addresses.get(client);
            Address to = addresses.get(block.device());
            if (from == null || to == null || from.equals(to) || !from.isIp() || !to.isIp()) {
                into.leftOut("report", "address");
            } else {
                flow(List.of(), Transport.TCP, from, to, MMS_PORT, "mms", block.line());
                into.taken("report");
            }
        }
    }

    private void subscribes(String subscriber, String publisher, String block, int line) {
        ListedStation station = stations.get(subscriber);
        if (station != null) {
            value(station, SUBSCRIBES.id(), publisher + " " + block, line);
        }
    }

    private static void value(ListedStation station, String attribute, String value, int line) {
        if (!value.isBlank()) {
            station.value(new Attribute(attribute), value, Confidence.MEDIUM, line);
        }
    }

    /// From the device to the group address, in the VLAN that is planned.
    private void publications() {
        for (SclModel.Publication publication : model.publications()) {
            String kind = publication.goose() ? "GOOSE" : "sampled values";
            Address from = addresses.get(publication.device());
            Optional<Address> group = Address.parse(publication.parameters().getOrDefault("MAC-Address", ""));
            ListedStation station = stations.get(publication.device());
            if (station != null) {
                NumberText.hexadecimal(publication.parameters().getOrDefault("APPID", ""))
                        .ifPresent(id -> value(
                                station,
                                publication.goose() ? "goose.app-id" : "sv.app-id",
                                Long.toString(id),
                                publication.line()));
            }
            if (from == null || group.isEmpty()) {
                into.leftOut(kind, "address");
                continue;
            }
            flow(
                    vlan(publication),
                    Transport.ETHERNET,
                    from,
                    group.get(),
                    -1,
                    publication.goose() ? "goose" : "sv",
                    publication.line());
            into.taken(kind);
        }
    }

    /// VLAN ids are three hexadecimal digits; 0 is none.
    private static List<Integer> vlan(SclModel.Publication publication) {
        return NumberText.hexadecimal(publication.parameters().getOrDefault("VLAN-ID", ""))
                .filter(id -> id > 0 && id < 4095)
                .map(id -> List.of(id.intValue()))
                .orElse(List.of());
    }

    /// Inputs by GOOSE or sampled values name their publisher; those by report or poll make a client of the device.
    private void inputs() {
        Set<String> told = new TreeSet<>();
        for (SclModel.Input input : model.inputs()) {
            String service = input.service();
            if (!told.add(input.subscriber() + " " + input.publisher() + " " + service + " " + input.block())) {
                continue;
            }
            if (service.equals("Report") || service.equals("Poll")) {
                Address from = addresses.get(input.subscriber());
                Address to = addresses.get(input.publisher());
                if (from != null && to != null && from.isIp() && to.isIp() && !from.equals(to)) {
                    flow(List.of(), Transport.TCP, from, to, MMS_PORT, "mms", input.line());
                }
            } else {
                subscribes(input.subscriber(), input.publisher(), input.block(), input.line());
            }
            into.taken("input");
        }
    }

    private void flow(
            List<Integer> vlans, Transport transport, Address from, Address to, int port, String protocol, int line) {
        into.conversations()
                .add(
                        new Conversations.Ends(into.vantage(vlans), transport, from, to, -1, port, protocol),
                        new Conversations.Volume(0, 0, 0, 0, 0, 0),
                        DirectionEvidence.MESSAGE,
                        transport.equals(Transport.ETHERNET) ? Outcome.ONE_WAY : Outcome.ESTABLISHED,
                        line);
    }
}
