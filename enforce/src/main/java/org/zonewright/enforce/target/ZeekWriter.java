package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.FunctionBound;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// A policy script for Zeek: a notice for each connection that no flow approves, and for functions of Modbus and DNP3
/// beyond an approval. Zeek watches and drops nothing.
final class ZeekWriter {
    private static final int LAST_PORT = 0xffff;

    private final Order order;

    private ZeekWriter(Order order) {
        this.order = order;
    }

    static String write(Order order) {
        return new ZeekWriter(order).text();
    }

    private String text() {
        List<String> flows = new ArrayList<>();
        for (Permit permit : order.policy().accepted()) {
            flows.addAll(rows(permit));
        }
        Scope scope = order.policy().scope();
        List<String> crossings = scope.crossings().stream()
                .map(pair -> "\tCrossing($from=" + set(pair.source()) + ", $to=" + set(pair.destination()) + ")")
                .toList();
        return order.header("# ")
                + HEAD.replace("MODULE", module())
                + "global flows: vector of Flow = vector(\n" + String.join(",\n", flows) + "\n);\n\n"
                + "# Only what crosses one of these is judged; none is everything.\n"
                + "global crossings: vector of Crossing = vector(\n" + String.join(",\n", crossings) + "\n);\n"
                + TAIL;
    }

    private String module() {
        StringBuilder name = new StringBuilder("ZW_");
        for (char c : order.policy().name().toCharArray()) {
            name.append(c == '-' ? '_' : c);
        }
        return name.toString();
    }

    private static List<String> rows(Permit permit) {
        Service service = permit.service();
        boolean hasPorts = !service.isAny()
                && (service.protocol().getAsInt() == Service.TCP
                        || service.protocol().getAsInt() == Service.UDP);
        if (!service.isAny() && !hasPorts) {
            return List.of(); // Zeek has connections of TCP, UDP and ICMP alone
        }
        List<String> rows = new ArrayList<>();
        List<PortSet.Range> ranges = service.isAny()
                ? List.of(new PortSet.Range(0, LAST_PORT))
                : service.destination().list();
        String transport = service.isAny() ? "any" : service.protocol().getAsInt() == Service.TCP ? "tcp" : "udp";
        for (PortSet.Range range : ranges) {
            rows.add("\tFlow($id=\"" + Order.id(permit, 128) + "\", $from=" + set(permit.from()) + ", $to="
                    + set(permit.to()) + ", $transport=\"" + transport + "\", $first=" + range.first() + ", $last="
                    + range.last() + functions(permit) + ")");
        }
        return rows;
    }

    private static String functions(Permit permit) {
        String protocol = permit.protocol().orElse("");
        if (!permit.functions().bounded() || !Target.ZEEK.tellsFunctions(protocol)) {
            return "";
        }
        SortedSet<Integer> codes = FunctionBound.codes(permit.functions().allowed(), protocol);
        return ", $bound=T, $codes=set(" + codes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    private static String set(AddressSet set) {
        return "set("
                + AddressMath.prefixes(set).stream()
                        .map(prefix -> prefix.address().family() == 6
                                ? "[" + prefix.address() + "]/" + prefix.length()
                                : prefix.toString())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static final String HEAD = """
            @load base/frameworks/notice
            module MODULE;

            export {
            \tredef enum Notice::Type += { Unapproved_Connection, Unapproved_Function };
            }

            type Flow: record {
            \tid: string;
            \tfrom: set[subnet];
            \tto: set[subnet];
            \ttransport: string;
            \tfirst: count;
            \tlast: count;
            \tbound: bool &default=F;
            \tcodes: set[count] &optional;
            };

            type Crossing: record {
            \tfrom: set[subnet];
            \tto: set[subnet];
            };

            """;

    private static final String TAIL = """

            function is_judged(c: connection): bool
            \t{
            \tif ( |crossings| == 0 )
            \t\treturn T;
            \tfor ( i in crossings )
            \t\tif ( c$id$orig_h in crossings[i]$from && c$id$resp_h in crossings[i]$to )
            \t\t\treturn T;
            \treturn F;
            \t}

            function covers(f: Flow, c: connection): bool
            \t{
            \tlocal number = port_to_count(c$id$resp_p);
            \tif ( f$transport != "any" && f$transport != cat(get_port_transport_proto(c$id$resp_p)) )
            \t\treturn F;
            \treturn c$id$orig_h in f$from && c$id$resp_h in f$to && number >= f$first && number <= f$last;
            \t}

            event new_connection(c: connection)
            \t{
            \tif ( get_port_transport_proto(c$id$resp_p) == icmp || ! is_judged(c) )
            \t\treturn;
            \tfor ( i in flows )
            \t\tif ( covers(flows[i], c) )
            \t\t\treturn;
            \tNOTICE([$note=Unapproved_Connection, $conn=c, $msg="no flow approves this connection",
            \t        $identifier=cat(c$id$orig_h, c$id$resp_h, c$id$resp_p)]);
            \t}

            function check_function(c: connection, protocol: string, code: count)
            \t{
            \tlocal approved = F;
            \tlocal bound = F;
            \tfor ( i in flows )
            \t\tif ( covers(flows[i], c) )
            \t\t\t{
            \t\t\tif ( flows[i]$bound )
            \t\t\t\tbound = T;
            \t\t\tif ( ! flows[i]$bound || code in flows[i]$codes )
            \t\t\t\tapproved = T;
            \t\t\t}
            \tif ( bound && ! approved )
            \t\tNOTICE([$note=Unapproved_Function, $conn=c, $msg=fmt("%s function %d is not approved", protocol, code),
            \t\t        $identifier=cat(c$id$orig_h, c$id$resp_h, protocol, code)]);
            \t}

            event modbus_message(c: connection, headers: ModbusHeaders, is_orig: bool)
            \t{
            \tif ( is_orig )
            \t\tcheck_function(c, "modbus", headers$function_code);
            \t}

            event dnp3_application_request_header(c: connection, is_orig: bool, application: count, fc: count)
            \t{
            \tcheck_function(c, "dnp3", fc);
            \t}
            """;
}
