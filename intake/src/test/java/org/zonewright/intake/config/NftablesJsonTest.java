package org.zonewright.intake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zonewright.facts.policy.Answer.Verdict.ALLOWED;
import static org.zonewright.facts.policy.Answer.Verdict.BLOCKED;
import static org.zonewright.facts.policy.Answer.Verdict.OPEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.source.RefusedSource;

/// nftables says the same as JSON and as text; what has no words in the text stays open.
class NftablesJsonTest {
    private static final String JSON = """
            {"nftables": [
            {"metainfo": {"version": "1.0.6", "release_name": "x", "json_schema_version": 1}},
            {"table": {"family": "inet", "name": "filter", "handle": 1}},
            {"set": {"family": "inet", "name": "plcs", "table": "filter", "type": "ipv4_addr", "handle": 5, "flags": ["interval"],
              "elem": [{"prefix": {"addr": "192.168.10.0", "len": 28}}, {"range": ["192.168.10.20", "192.168.10.22"]}, "192.168.10.30"]}},
            {"chain": {"family": "inet", "table": "filter", "name": "forward", "handle": 2, "type": "filter", "hook": "forward", "prio": 0, "policy": "drop"}},
            {"chain": {"family": "inet", "table": "filter", "name": "cells", "handle": 3}},
            {"rule": {"family": "inet", "table": "filter", "chain": "forward", "handle": 6, "expr": [
              {"match": {"op": "in", "left": {"ct": {"key": "state"}}, "right": ["established", "related"]}}, {"accept": null}]}},
            {"rule": {"family": "inet", "table": "filter", "chain": "forward", "handle": 7, "comment": "engineering", "expr": [
              {"match": {"op": "==", "left": {"meta": {"key": "iifname"}}, "right": "eth0"}},
              {"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "saddr"}}, "right": {"prefix": {"addr": "10.10.1.0", "len": 24}}}},
              {"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "@plcs"}},
              {"counter": {"packets": 12, "bytes": 900}}, {"log": {"prefix": "eng "}}, {"jump": {"target": "cells"}}]}},
            {"rule": {"family": "inet", "table": "filter", "chain": "forward", "handle": 8, "expr": [
              {"match": {"op": "==", "left": {"fib": {"result": "oif", "flags": ["saddr"]}}, "right": false}},
              {"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 123}}, {"accept": null}]}},
            {"rule": {"family": "inet", "table": "filter", "chain": "forward", "handle": 9, "expr": [
              {"vmap": {"key": {"payload": {"protocol": "tcp", "field": "dport"}},
                "data": {"set": [[22, {"drop": null}], [80, {"accept": null}]]}}}]}},
            {"rule": {"family": "inet", "table": "filter", "chain": "cells", "handle": 10, "expr": [
              {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": {"set": [502, {"range": [44818, 44820]}]}}},
              {"accept": null}]}},
            {"rule": {"family": "inet", "table": "filter", "chain": "cells", "handle": 11, "expr": [
              {"match": {"op": "!=", "left": {"meta": {"key": "l4proto"}}, "right": "tcp"}}, {"reject": {"type": "icmpx", "expr": "port-unreachable"}}]}},
            {"table": {"family": "ip", "name": "nat", "handle": 2}},
            {"chain": {"family": "ip", "table": "nat", "name": "pre", "type": "nat", "hook": "prerouting", "prio": -100, "policy": "accept"}},
            {"rule": {"family": "ip", "table": "nat", "chain": "pre", "expr": [
              {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 8080}},
              {"dnat": {"addr": "192.168.10.5", "port": 80}}]}}
            ]}
            """;

    private static final String TEXT = """
            table inet filter {
             set plcs {
              type ipv4_addr
              flags interval
              elements = { 192.168.10.0/28, 192.168.10.20-192.168.10.22, 192.168.10.30 }
             }
             chain forward {
              type filter hook forward priority 0; policy drop;
              ct state established,related accept
              iifname "eth0" ip saddr 10.10.1.0/24 ip daddr @plcs counter packets 12 bytes 900 log prefix "eng " jump cells comment "engineering"
              fib saddr oif missing udp dport 123 accept
              tcp dport vmap { 22 : drop, 80 : accept }
             }
             chain cells {
              tcp dport { 502, 44818-44820 } accept
              meta l4proto != tcp reject
             }
            }
            table ip nat {
             chain pre {
              type nat hook prerouting priority -100; policy accept;
              tcp dport 8080 dnat to 192.168.10.5:80
             }
            }
            """;

    private static Ruleset read(String json) {
        try {
            return new NftablesJson().read(ConfigText.of("fw.json", json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theJsonSaysWhatTheTextSays() throws PolicyTooComplex {
        assertThat(new NftablesJson().recognises(JSON)).isTrue();
        Ruleset json = read(JSON);
        Ruleset text = NftablesText.read("fw.nft", TEXT.lines().toList());
        assertThat(json.unread()).isEmpty();
        assertThat(json.chains().keySet()).isEqualTo(text.chains().keySet());
        assertThat(PolicyAlgebra.compare(json, text).gained()).isEmpty();
        assertThat(PolicyAlgebra.compare(json, text).lost()).isEmpty();
        assertThat(json.translations()).singleElement().satisfies(one -> {
            assertThat(one.to()).contains(AddressSet.parse("192.168.10.5").orElseThrow());
            assertThat(one.port()).contains(PortSet.of(80));
        });
    }

    @Test
    void setsRangesMapsAndChainsDecide() {
        Asked asked = Asked.of(read(JSON));
        assertThat(asked.tcp("eth0", "10.10.1.7", "eth1", "192.168.10.21", 44819))
                .isEqualTo(ALLOWED);
        assertThat(asked.tcp("eth0", "10.10.1.7", "eth1", "192.168.10.23", 502)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("eth1", "10.10.1.7", "eth1", "192.168.10.21", 502)).isEqualTo(BLOCKED);
        assertThat(asked.tcp("eth1", "10.10.1.7", "eth1", "192.168.10.21", 80)).isEqualTo(ALLOWED);
        assertThat(asked.udp("eth1", "10.10.1.7", "eth1", "192.168.10.21", 123)).isEqualTo(OPEN);
    }

    @Test
    void countsCommentsLogsAndPlacesStayWithTheirRule() {
        Rule rule = Asked.rules(read(JSON), "inet filter forward").get(1);
        assertThat(rule.hits()).isEqualTo(OptionalLong.of(12));
        assertThat(rule.comment()).contains("engineering");
        assertThat(rule.logged()).isTrue();
        assertThat(rule.action()).isEqualTo(new Action.Jump("inet filter cells"));
        assertThat(rule.at().display()).isEqualTo("fw.json:10 nftables[6]");
    }

    @Test
    void packetsWithoutAStateAreOnlyThereWhereARuleExemptsThem() {
        String untracked =
                JSON.replace("[\"established\", \"related\"]", "[\"established\", \"related\", \"untracked\"]");
        assertThat(Asked.of(read(untracked)).tcp("eth1", "10.10.1.7", "eth1", "192.168.10.21", 443))
                .isEqualTo(BLOCKED);
        String exempting = untracked.replace("{\"dnat\": {\"addr\"", "{\"notrack\": null}, {\"dnat\": {\"addr\"");
        assertThat(Asked.of(read(exempting)).tcp("eth1", "10.10.1.7", "eth1", "192.168.10.21", 443))
                .isEqualTo(OPEN);
    }

    @Test
    void anObjectThatIsNotKnownLeavesEverythingOpen() {
        Ruleset rules = read(JSON.replace("{\"metainfo\"", "{\"wormhole\""));
        assertThat(rules.unread()).singleElement().satisfies(line -> assertThat(line.decides())
                .isTrue());
    }

    @Test
    void aFileThatBreaksOffOrNestsTooDeepIsRefused() {
        assertThatThrownBy(() -> new NftablesJson().read(ConfigText.of("fw.json", JSON.substring(0, 900))))
                .isInstanceOf(RefusedSource.class);
        String deep = "{\"nftables\": " + "[".repeat(10_000);
        assertThatThrownBy(() -> new NftablesJson().read(ConfigText.of("fw.json", deep)))
                .isInstanceOf(RefusedSource.class);
    }
}
