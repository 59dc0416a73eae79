package org.zonewright.plant.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where on a host, or over what below IP, a flow is spoken.
///
/// Written `tcp/2404`, `udp/5000-5010`, `tcp/any`, `ip/47` (an IP protocol without ports) or `ethertype/0x88b8` (no
/// IP at all, such as GOOSE).
public sealed interface Port {

    /// TCP or UDP (or SCTP) ports from `first` to `last`, both 0 to 65535 and both included.
    record Range(Transport transport, int first, int last) implements Port {
        public Range {
            if (first < 0 || last > 0xffff || first > last) {
                throw new IllegalArgumentException("ports are 0 to 65535, the lower one first");
            }
        }

        public boolean contains(Transport candidate, int port) {
            return candidate == transport && first <= port && port <= last;
        }

        @Override
        public String toString() {
            String ports = first == 0 && last == 0xffff ? "any" : first == last ? "" + first : first + "-" + last;
            return transport.word() + "/" + ports;
        }
    }

    /// A protocol directly on IP, by its number, 0 to 255.
    record IpProtocol(int number) implements Port {
        public IpProtocol {
            if (number < 0 || number > 255) {
                throw new IllegalArgumentException("an IP protocol is 0 to 255");
            }
        }

        @Override
        public String toString() {
            return "ip/" + number;
        }
    }

    /// A protocol directly on Ethernet, by its EtherType, 0x0600 to 0xffff.
    record EtherType(int number) implements Port {
        public EtherType {
            if (number < 0x600 || number > 0xffff) {
                throw new IllegalArgumentException("an EtherType is 0x0600 to 0xffff");
            }
        }

        @Override
        public String toString() {
            return String.format("ethertype/0x%04x", number);
        }
    }

    /// What carries ports.
    enum Transport {
        TCP,
        UDP,
        SCTP;

        /// The word before the slash.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads the text form; throws `IllegalArgumentException` with what was expected.
    static Port parse(String text) {
        Matcher parts = Form.TEXT.matcher(text);
        if (!parts.matches()) {
            throw Form.wrong(text);
        }
        String first = parts.group(2);
        return switch (parts.group(1)) {
            case "tcp" -> Form.range(Transport.TCP, first, parts.group(3), text);
            case "udp" -> Form.range(Transport.UDP, first, parts.group(3), text);
            case "sctp" -> Form.range(Transport.SCTP, first, parts.group(3), text);
            case "ip" -> new IpProtocol(Form.number(first, text));
            case "ethertype" -> new EtherType(Form.number(first, text));
            default -> throw Form.wrong(text);
        };
    }

    /// The text form as a pattern, and its numbers.
    final class Form {
        private static final Pattern TEXT =
                Pattern.compile("([a-z]+)/(any|\\d{1,5}|0x[0-9a-fA-F]{1,4})(?:-(\\d{1,5}))?");

        private Form() {}

        private static Range range(Transport transport, String first, @Nullable String last, String text) {
            if (first.equals("any")) {
                return new Range(transport, 0, 0xffff);
            }
            int low = number(first, text);
            return new Range(transport, low, last == null ? low : number(last, text));
        }

        private static int number(String digits, String text) {
            if (digits.equals("any")) {
                throw wrong(text);
            }
            return digits.startsWith("0x") ? Integer.parseInt(digits.substring(2), 16) : Integer.parseInt(digits);
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException(
                    "'" + text + "' is not a port such as tcp/2404, udp/5000-5010, tcp/any, ip/47 or ethertype/0x88b8");
        }
    }
}
