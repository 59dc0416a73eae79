package org.zonewright.report.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.inventory.Asset;

/// A redacted copy leaves the house: one name or address that slips through breaks the promise.
class RedactionTest {

    private static String json(Discovery discovery) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DiscoveryJson.write(discovery, Texts.english(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Discovery redacted() {
        Discovery discovery = SmallPlant.discovery();
        return Redaction.of(discovery.inventory()).apply(discovery);
    }

    @Test
    void no_name_address_serial_or_account_is_left_in_the_json() throws IOException {
        assertThat(json(redacted()))
                .doesNotContain(
                        "SCADA-Süd", "Pumpe Ö1", "Meter-Nord", "10.0.1.", "00:1b:1b", "X4U421302009", "eva.larsen");
    }

    @Test
    void assets_keep_their_order_maker_role_and_traffic() {
        Discovery redacted = redacted();
        assertThat(redacted.inventory().assets())
                .extracting(Asset::id)
                .containsExactly("asset-001", "asset-002", "asset-003");
        Asset plc = redacted.inventory().assets().get(1);
        assertThat(plc.label()).isEqualTo("asset-002");
        assertThat(plc.best(Attribute.MODEL)).contains("6ES7 315-2EH14-0AB0");
        assertThat(redacted.inventory().conversations().getFirst().server()).isEqualTo("asset-002");
        assertThat(plc.addresses())
                .contains(redacted.inventory().conversations().getFirst().serverAddress());
    }

    @Test
    void stations_of_one_network_stay_in_one_network() {
        assertThat(redacted().inventory().assets().stream()
                        .map(asset -> asset.addresses().getFirst().toString()))
                .containsExactly("240.0.0.1", "240.0.0.2", "240.0.0.3");
    }

    @Test
    void group_addresses_stay_because_they_name_nobody() {
        assertThat(redacted().inventory().conversations().get(1).serverAddress())
                .hasToString("01:80:c2:00:00:0e");
    }

    @Test
    void names_and_addresses_inside_sentences_are_replaced() {
        Redaction redaction = Redaction.of(SmallPlant.discovery().inventory());
        assertThat(redaction.words("scada-süd asked Pumpe Ö1 at 10.0.1.7:502, not 172.16.0.9."))
                .isEqualTo("asset-001 asked asset-002 at 240.0.0.2:502, not [address].");
        assertThat(redaction.words("station/10.0.1.7 in 10.0.1.0/24 and 10.9.0.0/16; by eva.larsen"))
                .isEqualTo("asset-002 in network-01 and [network]; by account-of-asset-001");
        assertThat(redaction.words("fe80::1 and 00:1B:1B:01:02:03")).isEqualTo("[address] and 02:00:00:00:00:01");
        assertThat(redaction.apply(Text.of("x", "10.0.1.5")).arguments()).containsExactly("240.0.0.1");
    }

    @Test
    void a_configuration_that_is_called_as_its_asset_gets_a_pseudonym_too() {
        Redaction redaction = Redaction.of(SmallPlant.discovery().inventory());
        SourceRef line = new SourceRef.InDocument("conf/scada-süd.rules", 7, 0, "");
        Reason reason = redaction.apply(Reason.of(Text.of("x", "conf/scada-süd.rules"), line));
        assertThat(reason.sources().getFirst().display()).isEqualTo("conf/asset-001.rules:7");
        assertThat(reason.text().arguments()).containsExactly("conf/asset-001.rules");
        assertThat(redaction.file("captures/tap-core.pcapng")).isEqualTo("captures/tap-core.pcapng");
    }

    @Test
    void words_that_are_no_names_stay() {
        Redaction redaction = Redaction.of(SmallPlant.discovery().inventory());
        assertThat(redaction.words("SR 5.1 RE(1): modbus tcp/502, frame 417, 3.2.6"))
                .isEqualTo("SR 5.1 RE(1): modbus tcp/502, frame 417, 3.2.6");
    }

    @Test
    void the_same_inventory_gives_the_same_pseudonyms() throws IOException {
        assertThat(json(redacted())).isEqualTo(json(redacted()));
    }
}
