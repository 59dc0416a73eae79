package org.zonewright.systemtests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a rule for Suricata, in the part of the language that rules for approved flows are written in. Strict: a
/// word or an option that is not of this part, and one that is malformed, is refused.
final class SuricataRuleReader {
    private static final Pattern LINE = Pattern.compile(
            "(alert|drop) (modbus|dnp3|enip|tcp|udp|sctp|ip) (\\S+) (\\S+) -> (\\S+) (\\S+) \\((.*)\\)");
    private static final Pattern OPTION =
            Pattern.compile("\\s*([a-z0-9_]+)(?::((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\";])*))?;");
    private static final Pattern MESSAGE = Pattern.compile("\"([^\"\\\\:;]*(?:[:][^\"\\\\:;]*)*)\"");
    private static final Pattern IP_PROTOCOL = Pattern.compile("(!?)(\\d{1,3})");
    private static final Pattern FUNCTION = Pattern.compile("function (\\d{1,3})");
    private static final Pattern LIMIT = Pattern.compile("type limit, ?track by_both, ?count (\\d+), ?seconds (\\d+)");
    private static final Set<String> REPEATED = Set.of("content", "offset", "depth", "byte_test", "pcre", "ip_proto");
    private static final Map<String, String> KEYWORDS =
            Map.of("modbus", "modbus", "dnp3_func", "dnp3", "enip_command", "enip", "cip_service", "enip");

    private final String protocol;
    private final Set<String> seen = new HashSet<>();
    private final List<PayloadTest> payload = new ArrayList<>();
    private final List<SuricataRule.IpProtocol> ipProtocols = new ArrayList<>();
    private Optional<String> message = Optional.empty();
    private Optional<SuricataRule.Control> control = Optional.empty();
    private Optional<SuricataRule.Limit> limit = Optional.empty();
    private OptionalInt sid = OptionalInt.empty();
    private boolean toServer;
    private boolean established;

    private SuricataRuleReader(String protocol) {
        this.protocol = protocol;
    }

    /// Reads one line.
    ///
    /// @throws IllegalArgumentException if it is no rule of this part of the language
    static SuricataRule read(String line) {
        Matcher header = LINE.matcher(line);
        if (!header.matches()) {
            throw new IllegalArgumentException("no rule: " + line);
        }
        SuricataRuleReader reader = new SuricataRuleReader(header.group(2));
        try {
            Matcher option = OPTION.matcher(header.group(7));
            int at = 0;
            while (option.find(at) && option.start() == at) {
                reader.option(
                        option.group(1),
                        Optional.ofNullable(option.group(2)).orElse("").strip());
                at = option.end();
            }
            if (at != header.group(7).length()) {
                throw new IllegalArgumentException(
                        "no option: " + header.group(7).substring(at));
            }
            return new SuricataRule(
                    header.group(1),
                    header.group(2),
                    RuleEnd.parse(header.group(3), header.group(4)),
                    RuleEnd.parse(header.group(5), header.group(6)),
                    reader.message.orElseThrow(() -> new IllegalArgumentException("no msg")),
                    reader.toServer,
                    reader.established,
                    reader.payload,
                    reader.ipProtocols,
                    reader.control,
                    reader.limit,
                    reader.sid.orElseThrow(() -> new IllegalArgumentException("no sid")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " in: " + line, e);
        }
    }

    private void option(String name, String value) {
        if (!seen.add(name) && !REPEATED.contains(name)) {
            throw new IllegalArgumentException("twice: " + name);
        }
        switch (name) {
            case "msg" -> message = Optional.of(matched(MESSAGE, value).group(1));
            case "flow" -> flow(value);
            case "dsize" -> payload.add(PayloadTest.Length.parse(value));
            case "content" -> payload.add(PayloadTest.Content.parse(value));
            case "offset" -> payload.add(lastContent().withOffset(value));
            case "depth" -> payload.add(lastContent().withDepth(value));
            case "byte_test" -> payload.add(PayloadTest.Figure.parse(value));
            case "pcre" -> payload.add(PayloadTest.Expression.parse(value));
            case "ip_proto" -> ipProtocol(value);
            case "modbus" -> control(name, matched(FUNCTION, value).group(1), 255);
            case "dnp3_func" -> control(name, value, 255);
            case "enip_command" -> control(name, value, 65_535);
            case "cip_service" -> control(name, value, 127);
            case "threshold" -> {
                Matcher read = matched(LIMIT, value);
                limit = Optional.of(new SuricataRule.Limit(number(read.group(1)), number(read.group(2))));
            }
            case "classtype" -> isTrue(value.equals("policy-violation"), "classtype " + value);
            case "sid" -> sid = OptionalInt.of(number(value));
            case "rev" -> isTrue(number(value) > 0, "rev " + value);
            default -> throw new IllegalArgumentException("unknown option " + name);
        }
    }

    private void flow(String value) {
        isTrue(value.equals("to_server") || value.equals("to_server,established"), "flow " + value);
        toServer = true;
        established = value.endsWith("established");
    }

    /// The content before, taken out to be put back with what is said of it now.
    private PayloadTest.Content lastContent() {
        if (!payload.isEmpty() && payload.removeLast() instanceof PayloadTest.Content content) {
            return content;
        }
        throw new IllegalArgumentException("no content before offset or depth");
    }

    private void ipProtocol(String value) {
        isTrue(protocol.equals("ip"), "ip_proto with " + protocol);
        Matcher read = matched(IP_PROTOCOL, value);
        ipProtocols.add(new SuricataRule.IpProtocol(!read.group(1).isEmpty(), number(read.group(2))));
    }

    private void control(String keyword, String value, int last) {
        isTrue(protocol.equals(KEYWORDS.get(keyword)), keyword + " with " + protocol);
        isTrue(control.isEmpty(), "a second keyword of a protocol");
        isTrue(number(value) <= last, keyword + " " + value);
        control = Optional.of(new SuricataRule.Control(keyword, number(value)));
    }

    private static Matcher matched(Pattern syntax, String value) {
        Matcher found = syntax.matcher(value);
        isTrue(found.matches(), "malformed: " + value);
        return found;
    }

    private static int number(String text) {
        isTrue(text.matches("\\d{1,9}"), "no number: " + text);
        return Integer.parseInt(text);
    }

    private static void isTrue(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
