package org.zonewright.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Hosts in network namespaces of Linux, each with a network of its own, behind one firewall that routes between
/// them. Needs root, `ip` and `nft`; closing takes everything away, whatever was left running.
final class RoutedNetworks implements AutoCloseable {
    private static final String FIREWALL = "firewall";

    private final long id = ProcessHandle.current().pid();
    private final Map<String, String> namespaces = new LinkedHashMap<>();

    private RoutedNetworks() {}

    /// What a command said, its errors too.
    record Done(int exit, String said) {}

    /// True if namespaces can be made here and rules loaded into them.
    static boolean arePossible() throws IOException, InterruptedException {
        String probe = "zwt-rules-" + ProcessHandle.current().pid();
        if (run("ip", "netns", "add", probe).exit() != 0) {
            return false;
        }
        boolean loads = run("ip", "netns", "exec", probe, "nft", "add", "table", "inet", "probe")
                        .exit()
                == 0;
        run("ip", "netns", "del", probe);
        return loads;
    }

    /// Makes the firewall and the hosts; a host's first address is that of its network, `10.81.N.x`, whose `.1` is
    /// the firewall's.
    static RoutedNetworks make(Map<String, List<String>> hosts) throws IOException, InterruptedException {
        RoutedNetworks made = new RoutedNetworks();
        try {
            made.add(FIREWALL);
            made.must(made.inside(FIREWALL, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"));
            for (Map.Entry<String, List<String>> host : hosts.entrySet()) {
                made.host(host.getKey(), host.getValue());
            }
            return made;
        } catch (IOException | InterruptedException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private void add(String host) throws IOException, InterruptedException {
        String namespace = "zwt-" + host + "-" + id;
        must(List.of("ip", "netns", "add", namespace));
        namespaces.put(host, namespace);
        must(inside(host, "ip", "link", "set", "lo", "up"));
    }

    private void host(String host, List<String> addresses) throws IOException, InterruptedException {
        add(host);
        String first = addresses.getFirst();
        String gateway = first.substring(0, first.lastIndexOf('.')) + ".1";
        String port = "to-" + host;
        must(inside(FIREWALL, "ip", "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", name(host)));
        must(inside(FIREWALL, "ip", "addr", "add", gateway + "/24", "dev", port));
        must(inside(FIREWALL, "ip", "link", "set", port, "up"));
        for (String address : addresses) {
            must(inside(host, "ip", "addr", "add", address + "/24", "dev", "eth0"));
        }
        must(inside(host, "ip", "link", "set", "eth0", "up"));
        must(inside(host, "ip", "route", "add", "default", "via", gateway));
    }

    private String name(String host) {
        return namespaces.getOrDefault(host, host);
    }

    /// A command to be run at a host.
    List<String> inside(String host, String... command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name(host)));
        all.addAll(List.of(command));
        return all;
    }

    /// Runs `nft` at the firewall and gives what it said.
    String nft(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("nft"));
        command.addAll(List.of(arguments));
        return must(inside(FIREWALL, command.toArray(String[]::new)));
    }

    private String must(List<String> command) throws IOException, InterruptedException {
        Done done = run(command.toArray(String[]::new));
        if (done.exit() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + done.said());
        }
        return done.said();
    }

    private static Done run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Done(127, String.valueOf(e.getMessage()));
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Done(124, "no end of " + String.join(" ", command));
        }
        return new Done(process.exitValue(), said);
    }

    @Override
    public void close() throws IOException {
        for (String namespace : namespaces.values()) {
            try {
                String pids = run("ip", "netns", "pids", namespace).said();
                pids.lines().filter(line -> line.matches("\\d+")).forEach(pid -> ProcessHandle.of(Long.parseLong(pid))
                        .ifPresent(ProcessHandle::destroyForcibly));
                run("ip", "netns", "del", namespace);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted before " + namespace + " was taken away", e);
            }
        }
    }
}
