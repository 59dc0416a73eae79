package org.zonewright.report.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Tools rely on the contract's fields: a renamed one or a function that is no request would go unnoticed otherwise.
class DiscoveryJsonTest {

    private static String text(Discovery discovery) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DiscoveryJson.write(discovery, Texts.english(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(Discovery discovery) throws IOException {
        return new ObjectMapper().readTree(text(discovery));
    }

    @Test
    void a_capture_tells_its_frames_bytes_and_times() throws IOException {
        JsonNode capture = json(SmallPlant.discovery()).at("/captures/0");
        assertThat(capture.get("file").asString()).isEqualTo("tap-1.pcapng");
        assertThat(capture.get("linkType").asString()).isEqualTo("Ethernet");
        assertThat(capture.get("frames").asLong()).isEqualTo(1234);
        assertThat(capture.get("bytes").asLong()).isEqualTo(567_890);
        assertThat(capture.get("firstTime").asString()).isEqualTo("2026-11-20T08:00:00.000250Z");
        assertThat(capture.get("lastTime").asString()).isEqualTo("2026-11-20T09:30:00.123456789Z");
        assertThat(capture.at("/quality/truncatedFrames").asLong()).isZero();
    }

    @Test
    void an_asset_has_its_addresses_by_family_and_its_facts_with_their_places() throws IOException {
        JsonNode assets = json(SmallPlant.discovery()).get("assets");
        assertThat(assets.at("/0/ipv4/0").asString()).isEqualTo("10.0.1.5");
        assertThat(assets.at("/0/mac/0").asString()).isEqualTo("00:1b:1b:01:02:03");
        assertThat(assets.at("/0/names/0").asString()).isEqualTo("SCADA-Süd");
        assertThat(assets.at("/1/model").asString()).isEqualTo("6ES7 315-2EH14-0AB0");
        assertThat(assets.at("/1/roles/0").asString()).isEqualTo("controller");
        assertThat(assets.at("/1/facts/0/source/frame").asLong()).isEqualTo(7);
        assertThat(assets.at("/2/vendor").isNull()).isTrue();
        assertThat(assets.at("/2/firstSeen").isNull()).isTrue();
    }

    @Test
    void a_device_behind_an_asset_has_its_address_there_its_identity_and_what_shows_it() throws IOException {
        JsonNode child = json(SmallPlant.discovery()).at("/assets/1/children/0");
        assertThat(child.get("scheme").asString()).isEqualTo("modbus.unit");
        assertThat(child.get("address").asString()).isEqualTo("5");
        assertThat(child.get("model").asString()).isEqualTo("PM5560");
        assertThat(child.get("vendor").isNull()).isTrue();
        assertThat(child.get("confidence").asString()).isEqualTo("medium");
        assertThat(child.at("/reason/sources/0/frame").asLong()).isEqualTo(8);
        assertThat(child.at("/facts/0/source/frame").asLong()).isEqualTo(7);
        assertThat(json(SmallPlant.discovery()).at("/assets/0/children").size()).isZero();
    }

    @Test
    void functions_are_requests_with_code_unit_and_class() throws IOException {
        JsonNode conversation = json(SmallPlant.discovery()).at("/conversations/0");
        assertThat(conversation.get("serverPort").asInt()).isEqualTo(502);
        assertThat(conversation.get("functions").size()).isEqualTo(3);
        JsonNode read = conversation.at("/functions/0");
        assertThat(read.get("code").asString()).isEqualTo("3");
        assertThat(read.get("unit").asInt()).isEqualTo(1);
        assertThat(read.get("class").asString()).isEqualTo("read");
        assertThat(read.get("count").asLong()).isEqualTo(50);
        assertThat(conversation.at("/functions/2/code").asString()).isEqualTo("enip:0x006f");
        assertThat(conversation.at("/functions/2/name").isNull()).isTrue();
    }

    @Test
    void frames_without_ip_have_no_port_and_an_unknown_protocol_is_null() throws IOException {
        JsonNode conversation = json(SmallPlant.discovery()).at("/conversations/1");
        assertThat(conversation.get("transport").asString()).isEqualTo("ethernet");
        assertThat(conversation.has("serverPort")).isFalse();
        assertThat(conversation.get("protocol").isNull()).isTrue();
        assertThat(conversation.has("serverAsset")).isFalse();
    }

    @Test
    void a_problem_says_where_and_what_to_do() throws IOException {
        JsonNode all = json(SmallPlant.discovery());
        assertThat(all.at("/problems/0/kind").asString()).isEqualTo("capture.truncated-record");
        assertThat(all.at("/problems/0/where/frame").asLong()).isEqualTo(81);
        assertThat(all.at("/problems/0/where/byte").asLong()).isEqualTo(8100);
        assertThat(all.at("/problemCounts/capture.truncated-record").asLong()).isEqualTo(1);
    }

    @Test
    void every_item_stands_on_its_own_line() throws IOException {
        assertThat(text(SmallPlant.discovery()).lines())
                .anyMatch(line ->
                        line.startsWith("{\"realm\":\"station\",\"client\":\"10.0.1.5\"") && line.endsWith("},"))
                .anyMatch(line -> line.equals("\"captures\": ["));
    }

    @Test
    void the_same_discovery_gives_the_same_bytes() throws IOException {
        assertThat(text(SmallPlant.discovery())).isEqualTo(text(SmallPlant.discovery()));
    }

    @Test
    void half_a_surrogate_pair_in_a_name_becomes_a_replacement_character() throws IOException {
        JsonNode assets =
                json(SmallPlant.discovery("A\ud800B", "\ud83d\ude00\u0000")).get("assets");
        assertThat(assets.at("/0/names/0").asString()).isEqualTo("A\ufffdB");
        assertThat(assets.at("/1/names/0").asString()).isEqualTo("\ud83d\ude00\u0000");
    }

    @Test
    void a_full_disk_is_an_input_output_error_and_not_a_crash() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> DiscoveryJson.write(SmallPlant.discovery(), Texts.english(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void times_far_outside_the_calendar_are_still_written() {
        assertThat(Timestamps.precise(Instant.MAX)).startsWith("+1000000000-12-31");
        assertThat(Timestamps.precise(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(Timestamps.readable(Instant.EPOCH)).isEqualTo("1970-01-01 00:00:00");
    }
}
