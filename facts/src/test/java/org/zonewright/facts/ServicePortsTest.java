package org.zonewright.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Names by port are what is left where no content was seen; a wrong line here misnames every such conversation.
class ServicePortsTest {
    @Test
    void industrialServicesHaveTheirPorts() {
        assertThat(ServicePorts.protocol(Transport.TCP, 502)).contains("modbus");
        assertThat(ServicePorts.protocol(Transport.TCP, 102)).contains("s7comm");
        assertThat(ServicePorts.protocol(Transport.TCP, 2404)).contains("iec104");
        assertThat(ServicePorts.protocol(Transport.UDP, 2222)).contains("enip");
        assertThat(ServicePorts.protocol(Transport.UDP, 47808)).contains("bacnet");
        assertThat(ServicePorts.protocol(Transport.TCP, 4060)).contains("dlms");
    }

    @Test
    void aPortOfOneTransportIsNotOneOfAnother() {
        assertThat(ServicePorts.protocol(Transport.UDP, 161)).contains("snmp");
        assertThat(ServicePorts.protocol(Transport.TCP, 161)).isEmpty();
        assertThat(ServicePorts.isService(Transport.TCP, 2222)).isFalse();
    }

    @Test
    void otherPortsAndTransportsHaveNoName() {
        assertThat(ServicePorts.protocol(Transport.TCP, 51000)).isEmpty();
        assertThat(ServicePorts.protocol(new Transport(1), -1)).isEmpty();
    }
}
