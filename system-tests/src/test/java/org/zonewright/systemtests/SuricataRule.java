package org.zonewright.systemtests;

import java.util.List;
import java.util.Optional;

/// One rule for Suricata, read: what a packet must be for the rule to tell of it.
///
/// `protocol` is the word of the header; `toServer` and `established` are what `flow` asks for; `control` is the test
/// of a request of a control protocol.
record SuricataRule(
        String action,
        String protocol,
        RuleEnd source,
        RuleEnd destination,
        String message,
        boolean toServer,
        boolean established,
        List<PayloadTest> payload,
        List<IpProtocol> ipProtocols,
        Optional<Control> control,
        Optional<Limit> limit,
        int sid) {
    SuricataRule {
        payload = List.copyOf(payload);
        ipProtocols = List.copyOf(ipProtocols);
    }

    /// The number of a protocol over IP, or with `not` every other.
    record IpProtocol(boolean not, int number) {}

    /// A keyword of a control protocol, as `modbus`, `dnp3_func`, `enip_command` or `cip_service`, and its code.
    record Control(String keyword, int code) {}

    /// At most `count` alerts for a pair of addresses in so many seconds.
    record Limit(int count, int seconds) {}
}
