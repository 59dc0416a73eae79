package org.zonewright.enforce.target;

import java.util.List;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;

/// Writes policies as rules of a product. The same policy gives the same bytes; every line ends in `\n`.
public final class RuleWriter {
    private RuleWriter() {}

    /// The files for a target; `texts` are the language of comments.
    ///
    /// @throws IllegalArgumentException for [Mode#DROP] with a target that only watches
    public static List<RuleFile> write(Target target, ConduitPolicy policy, Mode mode, Texts texts) {
        if (mode == Mode.DROP && !target.drops()) {
            throw new IllegalArgumentException(target.id() + " drops nothing");
        }
        Order order = new Order(policy, target, mode, texts);
        String name = policy.name();
        return switch (target) {
            case NFTABLES -> List.of(RuleFile.of(name + ".nft", NftablesWriter.write(order)));
            case IPTABLES -> IptablesWriter.write(order);
            case SURICATA -> List.of(RuleFile.of(name + ".rules", SuricataWriter.write(order)));
            case PFSENSE ->
                List.of(RuleFile.of(name + ".pfsense.xml", SenseWriter.write(order, SenseWriter.Kind.PFSENSE)));
            case OPNSENSE ->
                List.of(RuleFile.of(name + ".opnsense.xml", SenseWriter.write(order, SenseWriter.Kind.OPNSENSE)));
            case FORTIGATE -> List.of(RuleFile.of(name + ".fortigate.conf", FortigateWriter.write(order)));
            case CISCO_ASA -> List.of(RuleFile.of(name + ".asa.cfg", CiscoAsaWriter.write(order)));
            case CISCO_IOS -> List.of(RuleFile.of(name + ".ios.cfg", CiscoIosWriter.write(order)));
            case ZEEK -> List.of(RuleFile.of(name + ".zeek", ZeekWriter.write(order)));
            case CSV -> List.of(RuleFile.of(name + ".csv", ChangeRequest.csv(policy, mode, texts)));
        };
    }
}
