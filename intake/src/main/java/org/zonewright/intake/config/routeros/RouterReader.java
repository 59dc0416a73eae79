package org.zonewright.intake.config.routeros;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Reads the commands of an export: first lists and addresses, then rules. The chains `forward`, `input` and `output`
/// judge, each family by itself; a packet that no rule decides is accepted.
final class RouterReader {
    private static final Pattern TAKEN =
            Pattern.compile("# (\\w{3}/\\d{2}/\\d{4}|\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}) by RouterOS .*");
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[MMM/dd/uuuu][uuuu-MM-dd] HH:mm:ss")
            .toFormatter(Locale.ROOT);

    private static final Map<String, Path> CHAINS =
            Map.of("forward", Path.THROUGH, "input", Path.TO_DEVICE, "output", Path.FROM_DEVICE);

    /// Menus whose rules change what gets through and are not read.
    private static final Set<String> DECIDES = Set.of(
            "/interface bridge filter", "/interface bridge nat", "/ip firewall layer7-protocol", "/ipv6 firewall nat");

    private final RulesetBuilder rules;
    private final List<RouterLine> commands;
    private final List<String> lines;
    private final Groups<Addresses> lists4;
    private final Groups<Addresses> lists6;
    private final Map<String, List<AddressSet>> networks = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<AddressSet> translated = new ArrayList<>();

    RouterReader(ConfigText text) {
        rules = new RulesetBuilder(text, "routeros", true);
        lines = text.lines();
        commands = RouterLine.of(lines);
        lists4 = new Groups<>(rules, Groups.Kind.addresses());
        lists6 = new Groups<>(rules, Groups.Kind.addresses());
    }

    Ruleset read() {
        lines.stream()
                .limit(20)
                .flatMap(line -> taken(line).stream())
                .findFirst()
                .ifPresent(rules::taken);
        RouterInterfaces interfaces = new RouterInterfaces(rules);
        for (RouterLine command : commands) {
            rules.spend(1);
            prepare(command, interfaces);
        }
        networks.forEach((name, at) -> rules.networkInterface(new NetworkInterface(
                name,
                Optional.of(interfaces.listOf(name)).filter(list -> !list.isEmpty()),
                at,
                Optional.ofNullable(words.get(name)),
                rules.at(0))));
        interfaces.translated(AddressSet.unionOf(translated));
        for (RouterLine command : commands) {
            rule(command, interfaces);
        }
        for (String family : List.of("ip", "ipv6")) {
            stage(family, "raw prerouting", Path.THROUGH);
            stage(family, "raw prerouting", Path.TO_DEVICE);
            stage(family, "raw output", Path.FROM_DEVICE);
            CHAINS.forEach((chain, path) -> stage(family, "filter " + chain, path));
        }
        return rules.build();
    }

    private static Optional<Instant> taken(String line) {
        Matcher time = TAKEN.matcher(line);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            String date = time.group(1);
            boolean named = date.indexOf('/') > 0;
            String text = named ? date.substring(0, 1).toUpperCase(Locale.ROOT) + date.substring(1) : date;
            return Optional.of(
                    LocalDateTime.parse(text + " " + time.group(2), DATE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // a comment that only looks like a time
        }
    }

    private void stage(String family, String chain, Path path) {
        String name = family + " " + chain;
        if (rules.hasChain(name)) {
            rules.stage(Stage.of(name, path, name, true, rules.at(0)));
        }
    }

    private void prepare(RouterLine command, RouterInterfaces interfaces) {
        boolean adds = command.verb().equals("add");
        switch (command.menu()) {
            case "/system identity" -> {
                if (!command.value("name").isEmpty()) {
                    rules.device(command.value("name"));
                }
            }
            case "/interface list" -> interfaces.list(command);
            case "/interface list member" -> {
                if (adds && !command.is("disabled")) {
                    interfaces.member(command.value("list"), command.value("interface"));
                }
            }
            case "/ip address", "/ipv6 address" -> {
                if (adds && !command.is("disabled")) {
                    AddressSet.parse(command.value("address"))
                            .ifPresent(set -> at(command.value("interface")).add(set));
                }
            }
            case "/ip firewall nat" -> {
                boolean into = command.value("chain").equals("dstnat") && !command.is("disabled");
                if (adds && into) {
                    AddressSet.parse(command.value("to-addresses")).ifPresent(translated::add);
                }
            }
            case "/ip firewall raw", "/ipv6 firewall raw" -> {
                if (command.value("action").equals("notrack") && !command.is("disabled")) {
                    interfaces.exempts();
                }
            }
            case "/ip firewall address-list" -> listed(command, lists4);
            case "/ipv6 firewall address-list" -> listed(command, lists6);
            default -> {
                if (command.menu().startsWith("/interface")
                        && !command.value("comment").isEmpty()) {
                    String name = command.value("name");
                    words.put(name.isEmpty() ? command.value("default-name") : name, command.value("comment"));
                }
            }
        }
    }

    private List<AddressSet> at(String name) {
        return networks.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private static void listed(RouterLine command, Groups<Addresses> lists) {
        if (!command.verb().equals("add") || command.is("disabled")) {
            return;
        }
        String name = command.value("list");
        String address = command.value("address");
        boolean passing = !command.value("timeout").isEmpty();
        Addresses found = AddressSet.parse(address)
                .filter(set -> !passing)
                .map(Addresses::known)
                .orElseGet(() -> Addresses.unknown("address-list " + name + ": " + address));
        lists.add(name, found, command.line());
    }

    private void rule(RouterLine command, RouterInterfaces interfaces) {
        String menu = command.menu();
        boolean sixth = menu.startsWith("/ipv6");
        switch (menu) {
            case "/ip firewall filter", "/ip firewall raw", "/ipv6 firewall filter", "/ipv6 firewall raw" -> {
                if (command.verb().equals("add")) {
                    String table = (sixth ? "ipv6 " : "ip ") + menu.substring(menu.lastIndexOf(' ') + 1) + " ";
                    new RouterRule(rules, interfaces, sixth ? lists6 : lists4, sixth, command).filter(table);
                } else if (!command.verb().equals("print")) {
                    rules.unread(command.line(), menu + " " + command.verb(), true);
                }
            }
            case "/ip firewall nat" -> {
                if (command.verb().equals("add") && !command.is("disabled")) {
                    new RouterRule(rules, interfaces, lists4, false, command).translation();
                }
            }
            default -> {
                boolean decides = DECIDES.contains(menu) && command.verb().equals("add") && !command.is("disabled");
                if (decides && !menu.endsWith("layer7-protocol")) {
                    rules.unread(command.line(), menu, true);
                }
            }
        }
    }
}
