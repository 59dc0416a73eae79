package org.zonewright.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/// Runs rules for Suricata over captures: [Suricata] itself, or where it is not installed [RuleEvaluator].
interface RuleJudge {
    /// What one rule told of one packet, ports being 0 where the protocol has none.
    record Alert(String message, InetAddress source, int sourcePort, InetAddress destination, int destinationPort) {}

    /// What the rules tell of a capture, in its order.
    ///
    /// @throws AssertionError if a rule is refused
    List<Alert> alerts(Path rules, Path capture) throws IOException, InterruptedException;

    /// Reads the rules alone.
    ///
    /// @throws AssertionError if a rule is refused
    void take(Path rules) throws IOException, InterruptedException;

    /// Who judges on this machine, said on standard error.
    ///
    /// @param folder for files that are not kept
    static RuleJudge here(Path folder) throws IOException, InterruptedException {
        boolean isInstalled = Suricata.isInstalled();
        System.err.println(
                isInstalled
                        ? "rules for Suricata: run by Suricata"
                        : "rules for Suricata: run by the evaluator of the tests, for want of Suricata");
        return isInstalled ? new Suricata(folder) : new RuleEvaluator();
    }
}
