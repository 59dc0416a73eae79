package org.zonewright.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.memory.MemoryBudget;

/// What stations say stands at the same vantage point as their conversations, or the inventory cannot join the two.
class IdentityLogTest {
    @Test
    void aStatementMadeBeforeTheSecondInterfaceWasAnnouncedHasTheFirstOnesName() {
        VantageBook vantages = new VantageBook("tap");
        vantages.networkInterface(0, "left");
        int vantage = vantages.id(0, 0);
        IdentityLog log = new IdentityLog(
                "tap.pcapng", vantages, 1, MemoryBudget.unbounded().pager());
        log.add(
                vantage,
                new Ipv4Address(1),
                null,
                Attribute.NAME,
                "plc",
                "dns",
                Confidence.HIGH,
                1,
                FirstSeen.of(1, 0));
        assertThat(vantages.at(vantage).networkInterface()).isEmpty();
        vantages.networkInterface(1, "right");
        assertThat(log.facts()).hasSize(1);
        assertThat(log.facts().getFirst().vantage())
                .isEqualTo(vantages.at(vantage))
                .extracting(point -> point.networkInterface())
                .isEqualTo("left");
    }
}
