package org.zonewright.intake.scl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.zonewright.facts.Address;

/// What a file says, gathered before it is told, since its parts refer to each other forwards and backwards. Mutable;
/// one
/// thread; one file.
final class SclModel {
    static final int MAX_ITEMS = 500_000;

    /// A device; lines count from 1.
    record Device(String name, Map<String, String> attributes, int line) {}

    /// An address of an access point.
    record Port(String device, String accessPoint, String network, Map<String, String> parameters, int line) {}

    /// Where a control block publishes to: GOOSE or sampled values.
    record Publication(
            String device,
            String logicalDevice,
            String block,
            boolean goose,
            Map<String, String> parameters,
            int line) {}

    /// A control block; `id` is what its messages carry, `subscribers` the devices it is meant for.
    record Block(
            String device,
            String logicalDevice,
            String name,
            Kind kind,
            String id,
            String dataSet,
            List<String> subscribers,
            int line) {}

    enum Kind {
        GOOSE,
        SAMPLED_VALUES,
        REPORT
    }

    /// That a device takes data of another.
    record Input(String subscriber, String publisher, String service, String block, int line) {}

    private final SequencedMap<String, Device> devices = new LinkedHashMap<>();
    private final List<Port> ports = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();

    void add(Device device) {
        if (devices.size() < MAX_ITEMS) {
            devices.putIfAbsent(device.name(), device);
        }
    }

    void add(Port port) {
        bounded(ports, port);
    }

    void add(Publication publication) {
        bounded(publications, publication);
    }

    void add(Block block) {
        bounded(blocks, block);
    }

    void add(Input input) {
        bounded(inputs, input);
    }

    private static <T> void bounded(List<T> list, T item) {
        if (list.size() < MAX_ITEMS) {
            list.add(item);
        }
    }

    List<Device> devices() {
        return List.copyOf(devices.values());
    }

    List<Publication> publications() {
        return publications;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Input> inputs() {
        return inputs;
    }

    List<Port> portsOf(String device) {
        return ports.stream().filter(port -> port.device().equals(device)).toList();
    }

    /// The first address of each device that has one.
    Map<String, Address> addresses() {
        Map<String, Address> addresses = new TreeMap<>();
        for (Port port : ports) {
            for (String parameter : List.of("IP", "MAC-Address")) {
                Address.parse(port.parameters().getOrDefault(parameter, ""))
                        .filter(Address::isStation)
                        .ifPresent(address -> addresses.putIfAbsent(port.device(), address));
            }
        }
        return addresses;
    }
}
