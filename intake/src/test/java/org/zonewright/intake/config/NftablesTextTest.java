package org.zonewright.intake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Unread;

/// nftables' own text is read rule by rule, with its sets, verdict maps and definitions; what cannot be decided or
/// was not understood is kept as such.
class NftablesTextTest {
    private static final String LISTED = """
            # printed by nft list ruleset
            table inet plant {
            \tset scada {
            \t\ttype ipv4_addr
            \t\tflags interval
            \t\telements = { 10.30.0.10, 10.30.0.16-10.30.0.19,
            \t\t             10.30.1.0/24 }
            \t}
            \tset seen {
            \t\ttype ipv4_addr
            \t\tflags dynamic,timeout
            \t\ttimeout 1h
            \t}
            \tchain to_cells {
            \t\ttcp dport { 502, 44818-44820 } counter packets 7 bytes 420 accept comment "f-a-scada"
            \t\treturn
            \t}
            \tchain forward {
            \t\ttype filter hook forward priority filter; policy drop;
            \t\tct state vmap { established : accept, related : accept, invalid : drop }
            \t\tip saddr @scada ip daddr { 192.168.1.0/24, 192.168.2.0/24 } jump to_cells
            \t\tiifname "eth0" oifname != "eth2" ip saddr 10.10.0.0/16 tcp dport https limit rate 10/second accept
            \t\tip saddr @seen accept
            \t\tmeta l4proto { tcp, udp } th dport 53 ip daddr 10.30.0.5 log prefix "dns: " accept
            \t\ticmp type echo-request accept
            \t\tip6 saddr fd00::/8 udp dport 123 accept
            \t}
            \tchain early {
            \t\ttype filter hook prerouting priority raw; policy accept;
            \t\tip saddr 10.30.0.19 drop
            \t}
            }
            table ip nat {
            \tchain prerouting {
            \t\ttype nat hook prerouting priority dstnat; policy accept;
            \t\tip daddr 10.50.1.10 tcp dport 502 dnat to 192.168.1.10:502
            \t}
            }
            """;

    private static Ruleset read(String text) {
        return NftablesText.read("fw.nft", text.lines().toList());
    }

    private static Answer.Verdict may(String source, String destination, int protocol, int port)
            throws PolicyTooComplex {
        return PolicyAlgebra.of(read(LISTED)).judge(question(source, destination, protocol, port));
    }

    private static Question question(String source, String destination, int protocol, int port) {
        return new Question(
                InterfaceSet.of("eth0"),
                InterfaceSet.of("eth1"),
                AddressSet.parse(source).orElseThrow(),
                AddressSet.parse(destination).orElseThrow(),
                List.of(Service.to(protocol, PortSet.of(port))));
    }

    @Test
    void theTextIsRecognisedAndOtherTextIsNot() {
        assertThat(NftablesText.recognises(LISTED)).isTrue();
        assertThat(NftablesText.recognises("table of contents {\nchain of thought\n"))
                .isFalse();
    }

    @Test
    void setsChainsProtocolsAndStatesDecide() throws PolicyTooComplex {
        Ruleset known = read(LISTED.replace("\t\tip saddr @seen accept\n", ""));
        PolicyAlgebra algebra = PolicyAlgebra.of(known);
        assertThat(algebra.judge(question("10.30.0.10", "192.168.1.10", 6, 502)))
                .isEqualTo(Answer.Verdict.ALLOWED);
        assertThat(algebra.judge(question("10.30.1.0/24", "192.168.2.0/24", 6, 44819)))
                .isEqualTo(Answer.Verdict.ALLOWED);
        assertThat(algebra.judge(question("10.30.0.11", "192.168.1.10", 6, 502)))
                .isEqualTo(Answer.Verdict.BLOCKED);
        assertThat(algebra.judge(question("10.30.0.19", "192.168.1.10", 6, 502)))
                .isEqualTo(Answer.Verdict.BLOCKED);
        assertThat(algebra.judge(question("1.2.3.4", "10.30.0.5", 17, 53))).isEqualTo(Answer.Verdict.ALLOWED);
        assertThat(algebra.judge(question("fd00::1", "fe00::1", 17, 123))).isEqualTo(Answer.Verdict.ALLOWED);
        assertThat(algebra.judge(question("fe00::1", "fd00::1", 17, 123))).isEqualTo(Answer.Verdict.BLOCKED);
    }

    @Test
    void statesWithCommasBetweenAndStatesThatMeanTheSameAreOneRule() {
        Ruleset rules = read("""
                table ip t {
                  chain f {
                    type filter hook forward priority 0; policy drop;
                    ct state established,related accept
                    ct state vmap { established : accept, related : accept, invalid : drop }
                  }
                }
                """);
        assertThat(rules.chains().values().stream().flatMap(chain -> chain.rules().stream()))
                .extracting(rule ->
                        rule.match().states() + " " + rule.action().getClass().getSimpleName())
                .containsExactly("[ESTABLISHED] Accept", "[ESTABLISHED] Accept", "[INVALID] Drop");
    }

    @Test
    void aRateAndASetThatChangesLeaveTheAnswerOpen() throws PolicyTooComplex {
        assertThat(may("10.10.0.5", "192.168.9.9", 6, 443)).isEqualTo(Answer.Verdict.OPEN);
        assertThat(may("1.2.3.4", "192.168.9.9", 6, 80)).isEqualTo(Answer.Verdict.OPEN);
        Answer answer = PolicyAlgebra.of(read(LISTED)).ask(question("10.10.0.5", "192.168.9.9", 6, 443));
        assertThat(answer.open())
                .extracting(rule -> String.join(";", rule.match().open()))
                .containsExactly("limit rate 10/second", "ip saddr @seen");
    }

    @Test
    void aRuleKeepsItsLineItsCommentAndItsCount() {
        Rule rule = read(LISTED).chains().values().stream()
                .filter(chain -> chain.name().equals("inet plant to_cells"))
                .flatMap(chain -> chain.rules().stream())
                .findFirst()
                .orElseThrow();
        assertThat(rule.comment()).contains("f-a-scada");
        assertThat(rule.hits()).isEqualTo(OptionalLong.of(7));
        assertThat(rule.at().display()).isEqualTo("fw.nft:15");
    }

    @Test
    void translationsAreReadAndDecideNothing() {
        assertThat(read(LISTED).translations()).hasSize(1);
        assertThat(read(LISTED).stages()).noneMatch(stage -> stage.name().contains("nat"));
    }

    @Test
    void definedNamesStandForTheirValue() throws PolicyTooComplex {
        Ruleset rules = read("""
                define cell = 10.1.0.0/16
                table ip t { chain f { type filter hook forward priority 0; policy drop; ip daddr $cell accept } }
                """);
        assertThat(PolicyAlgebra.of(rules).judge(question("1.1.1.1", "10.1.2.3", 6, 1)))
                .isEqualTo(Answer.Verdict.ALLOWED);
    }

    @Test
    void whatIsNotUnderstoodIsKeptWithItsLine() {
        Ruleset rules = read("""
                table ip t {
                  chain f {
                    type filter hook forward priority 0;
                    queue num 1
                  }
                }
                table netdev n { chain i { } }
                table arp a { }
                """);
        assertThat(rules.unread()).extracting(Unread::decides).containsExactly(true, true, false);
        assertThat(rules.unread().getFirst().at().display()).isEqualTo("fw.nft:4");
    }

    @Test
    void damagedTextIsReadToItsEnd() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder(LISTED);
            for (int i = 0; i < 5; i++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, "{};,\" \n".charAt(random.nextInt(7)));
            }
            Ruleset rules = read(text.substring(0, random.nextInt(text.length())));
            assertThat(rules.device()).isEqualTo("fw.nft");
        }
    }

    /// A file that replaces its table as a whole declares it, deletes it and makes it anew.
    @Test
    void aTableThatIsDeletedBeforeItIsMadeIsUnderstood() {
        String start = """
                table inet plant
                delete table inet plant
                table inet plant {
                	chain forward {
                		type filter hook forward priority filter; policy drop;
                	}
                }
                """;
        Ruleset rules = NftablesText.read("fw.nft", start.lines().toList());
        assertThat(rules.unread()).isEmpty();
        assertThat(rules.stages()).hasSize(1);
        Ruleset gone = NftablesText.read(
                "fw.nft", (start + "delete table inet plant\n").lines().toList());
        assertThat(gone.unread()).extracting(Unread::decides).containsExactly(true);
    }
}
