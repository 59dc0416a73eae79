package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.enforce.FunctionBound;
import org.zonewright.enforce.Permit;
import org.zonewright.facts.Function;

/// How a rule of Suricata tells that a request asks for what an approval does not hold.
///
/// By keyword for Modbus, DNP3 and EtherNet/IP with CIP. By bytes of a segment for codes that Modbus does not assign,
/// for S7comm (TPKT of RFC 1006, COTP, then kind and function) and IEC 60870-5-104 (type identification of the first
/// APDU, and of commands in later ones):
///
///     Modbus    0 transaction 2 protocol, 0 4 length 6 unit 7 function
///     S7comm    0 TPKT 4 COTP 7 0x32 8 kind 17 function of a job; 22 0x40 + group 23 subfunction of user data
///     IEC 104   0 0x68 1 length 2 control, first bit 0 for information 6 type 8 cause
final class SuricataFunctions {
    private static final int LAST_ASSIGNED = 24;
    private static final int DEVICE_IDENTIFICATION = 43;
    private static final int LAST_REQUEST = 127;
    private static final int LAST_DNP3 = 128;
    private static final int LAST_TYPE = 255;
    private static final int FIRST_COMMAND = 45;
    private static final int LAST_COMMAND = 64;
    private static final Set<String> ENIP = Set.of("enip", "cip", "ethernet-ip");
    private static final String S7 = "content:\"|03 00|\";depth:2;";
    private static final String MBAP = "dsize:>7;content:\"|00 00|\";offset:2;depth:2;";
    private static final String APDU = "dsize:>11;content:\"|68|\";depth:1;byte_test:1,!&,1,2;";

    private SuricataFunctions() {}

    /// One test: the protocol word of the rule, its options, what it is about, and the function where it is one.
    record Test(String protocol, String options, String about, Optional<Function> function) {}

    static boolean isSameProtocol(Permit one, Permit two) {
        String first = one.protocol().orElse("");
        String second = two.protocol().orElse("");
        return first.equals(second) || (ENIP.contains(first) && ENIP.contains(second));
    }

    /// The tests for everything that a permit does not hold, in a fixed order.
    static List<Test> of(Permit permit) {
        FunctionBound bound = permit.functions();
        return switch (permit.protocol().orElse("")) {
            case "modbus" -> modbus(bound);
            case "dnp3" -> dnp3(bound);
            case "enip", "cip", "ethernet-ip" -> enip(bound);
            case "s7comm" -> s7(bound);
            case "iec104" -> iec104(bound);
            default -> List.of();
        };
    }

    private static String about(Function function) {
        return function.protocol() + " " + function.code() + " " + function.name();
    }

    private static Test keyword(String protocol, String option, Function function) {
        return new Test(protocol, option, about(function), Optional.of(function));
    }

    /// Suricata takes a connection for Modbus by the codes that the specification assigns; the keyword knows no others,
    /// so those are told by their byte.
    private static List<Test> modbus(FunctionBound bound) {
        List<Test> tests = new ArrayList<>();
        for (Function function : bound.denied()) {
            if (isAssigned(FunctionBound.number(function.code()).orElse(0))) {
                tests.add(keyword("modbus", "modbus:function " + function.code() + ";", function));
            }
        }
        SortedSet<Integer> known = FunctionBound.codes(bound.allowed(), "modbus");
        known.addAll(FunctionBound.codes(bound.denied(), "modbus"));
        for (int code = 1; code <= LAST_ASSIGNED; code++) {
            if (!known.contains(code)) {
                tests.add(keyword("modbus", "modbus:function " + code + ";", Function.unknown("modbus", "" + code)));
            }
        }
        SortedSet<Integer> let = FunctionBound.codes(bound.allowed(), "modbus");
        let.add(DEVICE_IDENTIFICATION);
        for (Span span : Span.notIn(let, LAST_ASSIGNED + 1, LAST_REQUEST)) {
            tests.add(new Test("tcp", MBAP + span.test(7), "modbus " + span.text("code"), Optional.empty()));
        }
        return tests;
    }

    private static boolean isAssigned(long code) {
        return code <= LAST_ASSIGNED || code == DEVICE_IDENTIFICATION;
    }

    /// Codes from one to another, both included.
    private record Span(int first, int last) {
        /// The longest spans of what is not in a set.
        private static List<Span> notIn(SortedSet<Integer> set, int from, int to) {
            List<Span> all = new ArrayList<>();
            int first = from;
            while (first <= to) {
                int last = first;
                while (last < to && !set.contains(last + 1)) {
                    last++;
                }
                if (!set.contains(first)) {
                    all.add(new Span(first, last));
                }
                first = set.contains(first) ? first + 1 : last + 1;
            }
            return all;
        }

        /// The test that the byte at an offset is one of them.
        private String test(int offset) {
            return first == last
                    ? "byte_test:1,=," + first + "," + offset + ";"
                    : "byte_test:1,>=," + first + "," + offset + ";byte_test:1,<=," + last + "," + offset + ";";
        }

        private String text(String word) {
            return first == last ? word + " " + first : word + "s " + first + " to " + last;
        }
    }

    private static List<Test> dnp3(FunctionBound bound) {
        List<Test> tests = new ArrayList<>();
        SortedSet<Integer> allowed = FunctionBound.codes(bound.allowed(), "dnp3");
        SortedSet<Integer> denied = FunctionBound.codes(bound.denied(), "dnp3");
        for (Function function : bound.denied()) {
            tests.add(keyword("dnp3", "dnp3_func:" + function.code() + ";", function));
        }
        for (int code = 0; code <= LAST_DNP3; code++) {
            if (!allowed.contains(code) && !denied.contains(code)) {
                tests.add(keyword("dnp3", "dnp3_func:" + code + ";", Function.unknown("dnp3", "" + code)));
            }
        }
        return tests;
    }

    private static List<Test> enip(FunctionBound bound) {
        List<Test> tests = new ArrayList<>();
        for (Function function : bound.denied()) {
            long code = FunctionBound.number(function.code()).orElse(-1);
            String option = function.protocol().equals("enip") ? "enip_command:" : "cip_service:";
            if (code >= 0) {
                tests.add(keyword("enip", option + code + ";", function));
            }
        }
        return tests;
    }

    private static List<Test> s7(FunctionBound bound) {
        StringBuilder jobs = new StringBuilder(S7 + "content:\"|32 01|\";offset:7;depth:2;");
        for (int code : FunctionBound.codes(bound.allowed(), "s7comm")) {
            jobs.append("byte_test:1,!=,").append(code).append(",17;");
        }
        StringBuilder userData = new StringBuilder(S7 + "content:\"|32 07|\";offset:7;depth:2;")
                .append("content:\"|00 01 12|\";offset:17;depth:3;byte_test:1,&,0x40,22;");
        for (Function function : bound.allowed()) {
            group(function)
                    .ifPresent(bytes ->
                            userData.append("content:!\"|").append(bytes).append("|\";offset:22;depth:2;"));
        }
        return List.of(
                new Test("tcp", jobs.toString(), "s7comm job that is not approved", Optional.empty()),
                new Test("tcp", userData.toString(), "s7comm user data that is not approved", Optional.empty()),
                new Test(
                        "tcp",
                        S7 + "content:\"|72|\";offset:7;depth:1;",
                        "s7comm-plus instead of s7comm",
                        Optional.empty()));
    }

    /// `ud4/1` as the two bytes of a request.
    private static Optional<String> group(Function function) {
        String code = function.code();
        int slash = code.indexOf('/');
        if (!code.startsWith("ud") || slash < 0) {
            return Optional.empty();
        }
        int group = Integer.parseInt(code, 2, slash, 10);
        int subfunction = Integer.parseInt(code, slash + 1, code.length(), 10);
        return Optional.of(String.format(Locale.ROOT, "%02x %02x", 0x40 | group, subfunction));
    }

    private static List<Test> iec104(FunctionBound bound) {
        SortedSet<Integer> allowed = FunctionBound.codes(bound.allowed(), "iec104");
        List<Test> tests = new ArrayList<>();
        SortedSet<Integer> commands = new TreeSet<>();
        for (Span span : Span.notIn(allowed, 0, LAST_TYPE)) {
            tests.add(new Test("tcp", APDU + span.test(6), "iec104 " + span.text("type"), Optional.empty()));
            for (int type = Math.max(span.first(), FIRST_COMMAND);
                    type <= Math.min(span.last(), LAST_COMMAND);
                    type++) {
                commands.add(type);
            }
        }
        if (!commands.isEmpty()) {
            String types = commands.stream()
                    .map(type -> String.format(Locale.ROOT, "\\x%02x", type))
                    .collect(Collectors.joining());
            String later = "content:\"|68|\";depth:1;pcre:\"/^\\x68.{5,}\\x68[\\x0e-\\xfd].{4}[" + types
                    + "].[\\x05-\\x0a]/s\";";
            tests.add(new Test("tcp", later, "iec104 command in a later part of a segment", Optional.empty()));
        }
        return tests;
    }
}
