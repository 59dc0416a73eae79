package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;

/// Devices behind a gateway are found where the protocol shows them, and never made up: one unit alone is no device of
/// its own.
class ChildrenTest {
    private static final String GATEWAY = "10.0.0.7";
    private static final Attribute UNIT = new Attribute("modbus.unit");

    private static Observation gateway() {
        return Observation.capture("a.pcap").tcp("10.0.0.1", "10.0.0.7:502", "modbus");
    }

    private static Asset resolved(Observation observation) {
        return Resolved.asset(Resolved.of(observation), "a.pcap/" + GATEWAY);
    }

    private static List<String> addresses(Asset asset) {
        return asset.children().stream().map(child -> child.address().value()).toList();
    }

    @Test
    void severalUnitsBesidesThePseudoOnesAreDevices() {
        Asset asset = resolved(gateway()
                .says(GATEWAY, UNIT, "12", "modbus")
                .says(GATEWAY, UNIT, "5", "modbus")
                .says(GATEWAY, UNIT, "255", "modbus"));
        assertThat(addresses(asset)).containsExactly("5", "12");
        assertThat(asset.children()).allMatch(child -> child.confidence() == Confidence.MEDIUM);
        assertThat(asset.children().getFirst().id()).isEqualTo(asset.id() + "/modbus.unit/5");
        assertThat(asset.children().getFirst().reason().sources())
                .containsExactly(new SourceRef.InCapture("a.pcap", 3, -1));
    }

    @Test
    void oneUnitAloneIsTheStationAndItsIdentityToo() {
        Asset asset = resolved(gateway()
                .says(GATEWAY, UNIT, "5", "modbus")
                .behind(GATEWAY, "modbus.unit", "5", Attribute.VENDOR, "Moxa"));
        assertThat(asset.children()).isEmpty();
        assertThat(asset.best(Attribute.VENDOR)).contains("Moxa");
    }

    @Test
    void whatThePseudoUnitSaysIsSaidOfTheStation() {
        Asset asset = resolved(gateway()
                .says(GATEWAY, UNIT, "5", "modbus")
                .says(GATEWAY, UNIT, "6", "modbus")
                .behind(GATEWAY, "modbus.unit", "255", Attribute.VENDOR, "Moxa"));
        assertThat(addresses(asset)).containsExactly("5", "6");
        assertThat(asset.best(Attribute.VENDOR)).contains("Moxa");
    }

    @Test
    void aStationThatSaysItPassesOnNeedsOneUnitOnly() {
        Asset asset = resolved(gateway()
                .says(GATEWAY, UNIT, "5", "modbus")
                .says(GATEWAY, new Attribute("modbus.gateway-exception"), "11", "modbus"));
        assertThat(addresses(asset)).containsExactly("5");
        assertThat(asset.children().getFirst().confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void unitsThatNameThemselvesDifferentlyAreCertain() {
        Asset asset = resolved(gateway()
                .behind(GATEWAY, "modbus.unit", "5", Attribute.MODEL, "PM5560")
                .behind(GATEWAY, "modbus.unit", "6", Attribute.MODEL, "PM3255"));
        assertThat(asset.children())
                .extracting(child -> child.best(Attribute.MODEL))
                .containsExactly(Optional.of("PM5560"), Optional.of("PM3255"));
        assertThat(asset.children()).allMatch(child -> child.confidence() == Confidence.HIGH);
        assertThat(asset.best(Attribute.MODEL)).isEmpty();
    }

    @Test
    void aStationOfAnotherNetworkIsADeviceByItself() {
        Asset asset = resolved(gateway()
                .behind(GATEWAY, "bacnet.station", "2001:7", new Attribute("bacnet.station"), "2001:7")
                .behind(GATEWAY, "bacnet.station", "2001:7", Attribute.NAME, "AHU-7"));
        assertThat(asset.children()).singleElement().satisfies(child -> {
            assertThat(child.best(Attribute.NAME)).contains("AHU-7");
            assertThat(child.confidence()).isEqualTo(Confidence.HIGH);
        });
        assertThat(asset.label()).isEqualTo(GATEWAY);
        assertThat(asset.hasRole(Role.GATEWAY)).isTrue();
    }

    @Test
    void aRouteToADeviceWithTheStationsOwnSerialNumberLeadsBackToIt() {
        Asset asset = resolved(gateway()
                .says(GATEWAY, Attribute.SERIAL, "00c0ffee", "enip")
                .behind(GATEWAY, "cip.route", "1/0", Attribute.SERIAL, "00c0ffee")
                .behind(GATEWAY, "cip.route", "1/0", Attribute.MODEL, "1769-L30ER")
                .behind(GATEWAY, "cip.route", "1/3", Attribute.SERIAL, "0badcafe"));
        assertThat(addresses(asset)).containsExactly("1/3");
        assertThat(asset.hasRole(Role.GATEWAY)).isFalse();
        assertThat(asset.best(Attribute.MODEL)).contains("1769-L30ER");
    }

    @Test
    void anAddressThatWasOnlyAskedIsNoDevice() {
        Asset asset = resolved(gateway()
                .says(GATEWAY, new Attribute("iec104.common-address"), "1", "iec104")
                .says(GATEWAY, new Attribute("iec104.asked-common-address"), "2", "iec104"));
        assertThat(asset.children()).isEmpty();
    }
}
