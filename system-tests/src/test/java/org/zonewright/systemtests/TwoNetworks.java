package org.zonewright.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Two network namespaces of Linux joined by a pair of virtual interfaces: a cable with a host at each end. Needs
/// root and `ip`; closing takes everything away, whatever was left running.
final class TwoNetworks implements AutoCloseable {
    static final String CLIENT = "10.77.1.1";
    static final String SERVER = "10.77.1.2";

    /// The server's end of the cable, in the server's namespace.
    static final String INTERFACE = "zwt-b";

    private final String client;
    private final String server;

    private TwoNetworks(String client, String server) {
        this.client = client;
        this.server = server;
    }

    /// True if namespaces can be made here and a recorder is installed.
    static boolean arePossible() throws IOException, InterruptedException {
        String probe = "zwt-probe-" + ProcessHandle.current().pid();
        boolean made = run("ip", "netns", "add", probe).exit() == 0;
        if (made) {
            run("ip", "netns", "del", probe);
        }
        boolean recorder =
                run("sh", "-c", "command -v dumpcap || command -v tcpdump").exit() == 0;
        return made && recorder;
    }

    /// Makes both, each with its address.
    static TwoNetworks make() throws IOException, InterruptedException {
        long id = ProcessHandle.current().pid();
        TwoNetworks made = new TwoNetworks("zwt-a-" + id, "zwt-b-" + id);
        try {
            made.ip("netns", "add", made.client);
            made.ip("netns", "add", made.server);
            made.ip(
                    "-n",
                    made.client,
                    "link",
                    "add",
                    "zwt-a",
                    "type",
                    "veth",
                    "peer",
                    "name",
                    INTERFACE,
                    "netns",
                    made.server);
            made.address(made.client, "zwt-a", CLIENT);
            made.address(made.server, INTERFACE, SERVER);
            return made;
        } catch (IOException | InterruptedException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private void address(String namespace, String networkInterface, String address)
            throws IOException, InterruptedException {
        ip("-n", namespace, "addr", "add", address + "/24", "dev", networkInterface);
        ip("-n", namespace, "link", "set", "lo", "up");
        ip("-n", namespace, "link", "set", networkInterface, "up");
    }

    private void ip(String... words) throws IOException, InterruptedException {
        Done done = run(words("ip", words));
        if (done.exit() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + done.said());
        }
    }

    /// A command to be run at the server's end.
    List<String> atServer(String... command) {
        return List.of(words("ip", words("netns", words("exec", words(server, command)))));
    }

    /// A command to be run at the client's end.
    List<String> atClient(String... command) {
        return List.of(words("ip", words("netns", words("exec", words(client, command)))));
    }

    private static String[] words(String first, String... rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    private record Done(int exit, String said) {}

    private static Done run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Done(127, String.valueOf(e.getMessage()));
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(20, TimeUnit.SECONDS);
        return new Done(process.exitValue(), said);
    }

    /// The Java of this test, for small programs at either end.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() throws IOException {
        for (String namespace : List.of(client, server)) {
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
