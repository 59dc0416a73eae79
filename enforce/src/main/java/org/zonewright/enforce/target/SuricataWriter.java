package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.enforce.AddressMath;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Scope;
import org.zonewright.facts.Function;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;

/// Rules of Suricata 7: `alert` to observe, `drop` where it stands in the way. There is no `pass`, so that approved
/// traffic stays under every other rule of the sensor: a rule about unapproved traffic names exactly the addresses
/// and ports that no flow approves. Where an approval is bound to functions, further rules tell the others by the
/// code in the request ([SuricataFunctions]).
final class SuricataWriter {
    /// The range for rules of a site's own is 1000000 to 1999999.
    private static final int FIRST_SID = 1_620_001;

    private static final int MESSAGE = 160;
    private static final String LIMITED = "threshold:type limit,track by_both,count 1,seconds 60;";

    /// ICMP, IGMP and ICMPv6 keep the network going and are judged by no flow.
    private static final List<Integer> NETWORK = List.of(1, 2, 58);

    private static final AddressSet GROUPS = AddressSet.unionOf(Stream.of("224.0.0.0/4", "255.255.255.255", "ff00::/8")
            .flatMap(text -> AddressSet.parse(text).stream())
            .toList());

    private final Order order;
    private final String action;
    private final StringBuilder text = new StringBuilder();
    private int count;

    private SuricataWriter(Order order) {
        this.order = order;
        this.action = order.drops() ? "drop" : "alert";
    }

    static String write(Order order) {
        SuricataWriter writer = new SuricataWriter(order);
        writer.text.append(order.header("# "));
        List<Permit> bound = order.policy().permits().stream()
                .filter(SuricataWriter::tellsFunctions)
                .toList();
        for (int i = 0; i < bound.size(); i++) {
            writer.functions(bound.get(i), bound.subList(0, i), bound);
        }
        writer.unapproved();
        return writer.text.toString();
    }

    private static boolean tellsFunctions(Permit permit) {
        return permit.functions().bounded()
                && permit.service().protocol().orElse(0) == Service.TCP
                && Target.SURICATA.tellsFunctions(permit.protocol().orElse(""));
    }

    /// What a flow may not ask for, where no other flow between the same ends may, and no earlier one said so
    /// already.
    private void functions(Permit permit, List<Permit> earlier, List<Permit> all) {
        for (SuricataFunctions.Test test : SuricataFunctions.of(permit)) {
            Boxes boxes = Boxes.ofFamilies(
                    permit.from(), permit.to(), permit.service().destination());
            for (Permit other : order.policy().accepted()) {
                boolean lets = all.contains(other)
                        ? test.function().filter(one -> allows(other, one)).isPresent()
                        : covers(other, Service.TCP);
                boolean said = earlier.contains(other) && SuricataFunctions.isSameProtocol(other, permit);
                if (lets || said) {
                    boxes = boxes.minus(other.from(), other.to(), ports(other));
                }
            }
            for (Boxes.Box box : boxes.list()) {
                String about = permit.id() + " " + test.about();
                rule(test.protocol(), box, about, "flow:to_server,established;" + test.options());
            }
        }
    }

    private static boolean allows(Permit permit, Function function) {
        return permit.functions().allowed().stream()
                .anyMatch(one ->
                        one.protocol().equals(function.protocol()) && one.code().equals(function.code()));
    }

    private static boolean covers(Permit permit, int protocol) {
        return permit.service().isAny() || permit.service().protocol().orElse(-1) == protocol;
    }

    private static PortSet ports(Permit permit) {
        return permit.service().destination();
    }

    private void unapproved() {
        List<Integer> protocols = Stream.concat(
                        Stream.of(Service.TCP, Service.UDP),
                        order.policy().accepted().stream()
                                .filter(permit -> !permit.service().isAny())
                                .map(permit -> permit.service().protocol().getAsInt()))
                .filter(number -> !NETWORK.contains(number))
                .sorted()
                .distinct()
                .toList();
        for (int protocol : protocols) {
            String word = new Transport(protocol).hasPorts() ? new Transport(protocol).id() : "ip";
            String options = word.equals("ip") ? "ip_proto:" + protocol + ";" : "flow:to_server;";
            for (Boxes.Box box : rest(protocol)) {
                rule(word, box, "unapproved " + new Transport(protocol).id(), options);
            }
        }
        String options = Stream.concat(protocols.stream(), NETWORK.stream())
                .sorted()
                .map(number -> "ip_proto:!" + number + ";")
                .collect(Collectors.joining());
        for (Boxes.Box box : rest(-1)) {
            rule("ip", box, "unapproved protocol", options);
        }
    }

    /// What is judged and no flow over this protocol covers. What goes to groups is judged by no flow either.
    private List<Boxes.Box> rest(int protocol) {
        List<Boxes> judged = new ArrayList<>();
        Scope scope = order.policy().scope();
        if (scope.everything()) {
            judged.add(Boxes.ofFamilies(AddressSet.any(), AddressSet.any(), PortSet.any()));
        }
        scope.crossings()
                .forEach(pair -> judged.add(Boxes.ofFamilies(pair.source(), pair.destination(), PortSet.any())));
        List<Boxes.Box> all = new ArrayList<>();
        for (Boxes boxes : judged) {
            Boxes rest = boxes.minus(AddressSet.any(), GROUPS, PortSet.any());
            for (Permit permit : order.policy().accepted()) {
                if (covers(permit, protocol)) {
                    rest = rest.minus(permit.from(), permit.to(), ports(permit));
                }
            }
            all.addAll(rest.list());
        }
        return all;
    }

    private void rule(String protocol, Boxes.Box box, String about, String options) {
        int sid = FIRST_SID + count;
        count++;
        text.append(action)
                .append(' ')
                .append(protocol)
                .append(' ')
                .append(list(box.source()))
                .append(" any -> ");
        text.append(list(box.destination())).append(' ').append(ports(box.ports()));
        text.append(" (msg:\"")
                .append(Plain.comment(order.logPrefix() + about, MESSAGE))
                .append("\"; ");
        text.append(options.replace(";", "; ").strip()).append(' ').append(LIMITED);
        text.append(" classtype:policy-violation; sid:").append(sid).append("; rev:1;)\n");
    }

    /// The set, of one family, or what is not in it, whichever is shorter.
    private static String list(AddressSet set) {
        boolean six = AddressMath.four(set).isEmpty();
        String whole = six ? "::/0" : "0.0.0.0/0";
        if (set.isAny()) {
            return whole;
        }
        AddressSet family = six ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
        List<String> inside = words(set, "");
        List<String> outside = words(family.minus(set), "!");
        return inside.size() <= outside.size() + 1
                ? "[" + String.join(",", inside) + "]"
                : "[" + whole + "," + String.join(",", outside) + "]";
    }

    private static List<String> words(AddressSet set, String mark) {
        return AddressMath.prefixes(set).stream()
                .map(prefix -> mark + (prefix.isSingle() ? prefix.address().toString() : prefix.toString()))
                .toList();
    }

    private static String ports(PortSet ports) {
        if (ports.isAny()) {
            return "any";
        }
        return ports.list().stream()
                .map(range -> range.first() == range.last() ? "" + range.first() : range.first() + ":" + range.last())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
