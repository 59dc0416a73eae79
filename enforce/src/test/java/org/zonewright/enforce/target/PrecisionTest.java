package org.zonewright.enforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.enforce.Documents;

/// What a target cannot hold of an approval is said: rules that would never tell are no protection.
class PrecisionTest {
    private static List<String> said(Target target, String protocol, String port) {
        String document = """
                assets:
                  - { id: scada, match: { ip: 10.1.0.1 }, zone: operations }
                  - { id: plc, match: { ip: 10.2.0.1 }, zone: cell }
                zones:
                  - { id: operations, function: operations }
                  - { id: cell, function: control }
                conduits:
                  - id: way
                    between: [ operations, cell ]
                    flows:
                      - { id: f, from: { asset: scada }, to: { asset: plc }, protocol: %s, port: %s,
                          allow: [ read ], approved-by: head }
                """.formatted(protocol, port);
        return Precision.of(target, Documents.policy(Documents.plant(document), "way")).stream()
                .map(statement -> Texts.english().say(statement.text()))
                .toList();
    }

    @Test
    void suricataLooksForFunctionsOnThePortsOfItsConfigurationAlone() {
        assertThat(said(Target.SURICATA, "modbus", "tcp/1502"))
                .anyMatch(text ->
                        text.contains("detection-ports") && text.contains("1502") && text.contains("502 alone"));
        assertThat(said(Target.SURICATA, "modbus", "tcp/502")).noneMatch(text -> text.contains("detection-ports"));
        assertThat(said(Target.SURICATA, "dnp3", "tcp/20001")).anyMatch(text -> text.contains("detection-ports"));
        assertThat(said(Target.SURICATA, "dnp3", "tcp/20000")).noneMatch(text -> text.contains("detection-ports"));
        assertThat(said(Target.SURICATA, "s7comm", "tcp/1102")).noneMatch(text -> text.contains("detection-ports"));
    }

    @Test
    void aPacketFilterHoldsPortsAlone() {
        assertThat(said(Target.NFTABLES, "modbus", "tcp/502")).singleElement().satisfies(text -> assertThat(text)
                .contains("port only"));
    }
}
