package org.zonewright.enforce.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.FunctionBound;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.enforce.SmallPolicies;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;

/// Protects the firewall from the document: whoever may write a purpose or a name must not be able to write a rule.
class HostileNamesTest {
    /// Ends a line, a string, a comment or a block in one target or another, and goes on with a rule of its own.
    private static final List<String> ATTACKS = List.of(
            "x\naccept\n",
            "x\r\npermit ip any any\r\n",
            "\" accept comment \"",
            "\"; drop; accept comment \"",
            "x\\",
            "-->\n<rule><type>pass</type></rule><!--",
            "]]></descr><type>pass</type><descr>",
            "x\"\n    set action accept\n",
            "\"; sid:1; ) pass ip any any -> any any (msg:\"x",
            "\u2028accept\u2029\u0085accept",
            "=HYPERLINK(\"http://x\")",
            "-j ACCEPT",
            "\u202eaccept\u0000\u0007");

    /// Ids are letters of any script: a target with ASCII names alone must keep them apart.
    private static final List<String> IDS =
            List.of("f-1", "f_1", "f.1", "ф-1", "é-1", "f-1-00000000", "9", "accept", "f".repeat(128), "f".repeat(127));

    private static Permit permit(String id, String words, int port) {
        Flow flow = Flow.of(new FlowId(id), new Endpoint.OfAsset(new AssetId("a")), new Endpoint.Any())
                .withPurpose(words)
                .withApprovedBy(words)
                .withProtocol(words);
        return new Permit(
                flow,
                new ConduitId("way"),
                AddressSet.parse("10.0.0." + port).orElseThrow(),
                AddressSet.parse("10.1.0.1").orElseThrow(),
                Service.to(Service.TCP, PortSet.of(port)),
                FunctionBound.NONE,
                List.of());
    }

    private static ConduitPolicy policy(String words) {
        List<Permit> permits = new ArrayList<>();
        for (String id : IDS) {
            permits.add(permit(id, words, permits.size() + 1));
        }
        return SmallPolicies.of(permits, Scope.all());
    }

    /// The text without comments of its own line and the strings that carry names.
    private static String bare(Target target, ConduitPolicy policy) {
        return RuleWriter.write(target, policy, target.drops() ? Mode.DROP : Mode.OBSERVE, Texts.english()).stream()
                .flatMap(file -> file.text().lines())
                .filter(line -> !line.matches("\\s*[#!].*") && !line.startsWith("  "))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(value = Target.class, names = "CSV", mode = EnumSource.Mode.EXCLUDE)
    void wordsOfTheDocumentChangeNoRule(Target target) {
        String harmless = bare(target, policy("Polling"));
        for (String attack : ATTACKS) {
            ConduitPolicy hostile = policy(attack);
            assertThat(bare(target, hostile)).as("%s with %s", target, attack).isEqualTo(harmless);
            String whole = RuleWriter.write(target, hostile, Mode.OBSERVE, Texts.english()).stream()
                    .map(RuleFile::text)
                    .collect(Collectors.joining());
            assertThat(whole.codePoints().allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c <= '~')))
                    .as("%s holds plain ASCII alone", target)
                    .isTrue();
        }
    }

    @Test
    void everyFlowKeepsARuleOfItsOwnWhateverItIsCalled() throws IOException {
        for (Target target : List.of(Target.NFTABLES, Target.IPTABLES)) {
            RuleFile file = RuleWriter.write(target, policy("Polling"), Mode.DROP, Texts.english())
                    .getFirst();
            Path path = Files.createTempFile("zonewright-", file.name());
            Files.writeString(path, file.text());
            List<Rule> rules = ConfigFile.read(path).rules().orElseThrow().chains().values().stream()
                    .flatMap(chain -> chain.rules().stream())
                    .filter(rule -> rule.match().services().stream()
                            .anyMatch(service -> !service.destination().isAny()))
                    .toList();
            Files.delete(path);
            assertThat(rules).as(file.text()).hasSize(IDS.size());
        }
    }

    @Test
    void namesThatTargetsGiveAreDifferentForDifferentIds() {
        for (int length : List.of(25, 60)) {
            assertThat(IDS.stream()
                            .map(id -> Plain.name(id, "_", length))
                            .distinct()
                            .toList())
                    .hasSize(IDS.size())
                    .allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9_]{1," + length + "}"));
        }
    }

    @Test
    void theXmlOfBothProductsIsWellFormedAndHasOneRuleAFlow() throws Exception {
        for (Target target : List.of(Target.PFSENSE, Target.OPNSENSE)) {
            for (String attack : ATTACKS) {
                String text = RuleWriter.write(target, policy(attack), Mode.DROP, Texts.english())
                        .getFirst()
                        .text();
                NodeList rules = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(text)))
                        .getElementsByTagName("type");
                long passes = 0;
                for (int i = 0; i < rules.getLength(); i++) {
                    passes += rules.item(i).getTextContent().equals("pass") ? 1 : 0;
                }
                assertThat(passes).as("%s with %s", target, attack).isEqualTo(IDS.size());
            }
        }
    }

    @Test
    void aCellIsNeverAFormulaAndNeverEndsItsRow() {
        ConduitPolicy policy = policy("=1+1");
        String csv = RuleWriter.write(Target.CSV, policy, Mode.OBSERVE, Texts.english())
                .getFirst()
                .text();
        assertThat(csv).contains("'=1+1").doesNotContain(",=1+1");
        String broken = RuleWriter.write(Target.CSV, policy("a\nb\"c,d"), Mode.OBSERVE, Texts.english())
                .getFirst()
                .text();
        assertThat(broken.lines()).hasSameSizeAs(csv.lines().toList());
        assertThat(broken).contains("\"a b\"\"c,d\"");
    }
}
