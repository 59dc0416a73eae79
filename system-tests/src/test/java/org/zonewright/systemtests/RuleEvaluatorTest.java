package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Protects the judge of the rules where Suricata is not installed: it refuses what it does not know, and a rule that
/// asks for something else is silent.
class RuleEvaluatorTest {
    private static final String RULE =
            "alert tcp [10.1.0.0/24,!10.1.0.9] any -> [10.2.0.1] [502,600:700] (msg:\"told\";"
                    + " flow:to_server,established; dsize:>7; content:\"|00 00|\"; offset:2; depth:2;"
                    + " content:!\"|09|\"; offset:7; depth:1; byte_test:1,>=,5,7; byte_test:1,!=,8,7; pcre:\"/^..\\x00/s\";"
                    + " threshold:type limit,track by_both,count 1,seconds 60;"
                    + " classtype:policy-violation; sid:1; rev:1;)";

    @TempDir
    private Path folder = Path.of("");

    private Path rules(String text) throws IOException {
        return Files.writeString(folder.resolve("some.rules"), text);
    }

    private int alerts(String rule, int... functions) throws IOException {
        Requests requests = new Requests();
        for (int function : functions) {
            requests.modbus(502, function);
        }
        return new RuleEvaluator()
                .alerts(rules(rule), requests.write(folder.resolve("some.pcap")))
                .size();
    }

    @Test
    void aRuleTellsOfWhatItNames() throws IOException {
        assertThat(alerts(RULE, 4)).isZero();
        assertThat(alerts(RULE, 5, 6, 8, 9, 10)).isEqualTo(3);
        assertThat(alerts(RULE.replace("seconds 60", "seconds 600"), 5, 6, 10)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            alert tcp             ~ alert udp
            [10.1.0.0/24          ~ [10.1.1.0/24
            !10.1.0.9             ~ !10.1.0.0/31
            [10.2.0.1]            ~ [::/0]
            [502,                 ~ [503,
            [502,                 ~ [!502,
            dsize:>7              ~ dsize:<7
            |00 00|               ~ |00 01|
            offset:2; depth:2     ~ offset:4; depth:2
            !"|09|"               ~ !"|05|"
            >=,5                  ~ >,5
            >=,5                  ~ &,0x10
            !=,8                  ~ !=,5
            ^..                   ~ ^.
            """)
    void aRuleForSomethingElseIsSilent(String part, String other) throws IOException {
        assertThat(alerts(RULE, 5)).isOne();
        assertThat(RULE).contains(part);
        assertThat(alerts(RULE.replace(part, other), 5)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            alert tcp             ~ pass tcp
            alert tcp             ~ alert tpc
            any ->                ~ any <-
            any ->                ~ ->
            [10.1.0.0/24          ~ [10.1.0.0/33
            [10.1.0.0/24          ~ [10.1.0.256
            [10.2.0.1]            ~ []
            [10.2.0.1]            ~ [10.2.0.1,]
            600:700               ~ 700:600
            600:700               ~ 600:70000
            msg:"told";           ~ ``
            msg:"told"            ~ msg:told
            msg:"told"            ~ msg:"to;ld"
            flow:to_server        ~ flow:to_nobody
            dsize:>7              ~ dsize:>x
            dsize:>7              ~ disze:>7
            dsize:>7              ~ dsize:>7; dsize:>8
            dsize:>7              ~ ip_proto:6
            dsize:>7              ~ modbus:function 5
            dsize:>7;             ~ dsize:>7
            dsize:>7              ~ dsize:>7; offset:1
            |00 00|               ~ |00 0|
            |00 00|               ~ |00 00
            depth:2; content      ~ depth:1; content
            byte_test:1,          ~ byte_test:9,
            ,>=,                  ~ ,=>,
            /s"                   ~ /q"
            type limit            ~ type limited
            policy-violation      ~ policy
            sid:1;                ~ ``
            rev:1;)               ~ rev:1)
            rev:1;)               ~ rev:1;
            """)
    void whatIsNoRuleIsRefused(String part, String other) throws IOException {
        assertThat(RULE).contains(part);
        Path wrong = rules(RULE.replace(part, other));
        assertThatThrownBy(() -> new RuleEvaluator().take(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("classtype:");
    }

    @Test
    void noRulesAtAllAndTwoOfOneNumberAreRefused() throws IOException {
        Path none = rules("# nothing\n");
        assertThatThrownBy(() -> new RuleEvaluator().take(none)).hasMessageContaining("no rules");
        Path two = rules(RULE + "\n" + RULE + "\n");
        assertThatThrownBy(() -> new RuleEvaluator().take(two)).hasMessageContaining("a second rule");
    }
}
