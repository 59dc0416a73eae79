package org.zonewright.traffic.dissect;

/// What the product makes of one protocol: by which specification, what of it is decoded and what is not. The page
/// of protocols and the list of families that a capture did not show are made from these, so a sentence here is a
/// promise to a reader.
///
/// - `family` is what an engineer calls the protocol and its relatives, such as `PROFINET` for four of them.
/// - `specification` names document and version, or says that there is none that is public.
/// - `decoded` and `notDecoded` are in words, without a full stop at the end.
public record Coverage(
        Protocol protocol, Area area, String family, String specification, String decoded, String notDecoded) {
    private static final String NAME_ONLY = "recognised and named only";
    private static final String CONTENT = "everything it carries";

    /// Who speaks a protocol.
    public enum Area {
        /// Controllers, drives, protection, meters, buildings, machines and what serves them.
        INDUSTRIAL,
        /// Switches and routers, and stations towards them: addresses, names, time, redundancy.
        NETWORK,
        /// Computers: files, mail, logs, remote access, databases, management.
        COMPUTING
    }

    public Coverage {
        for (String text : new String[] {family, specification, decoded, notDecoded}) {
            if (text.isBlank() || text.endsWith(".")) {
                throw new IllegalArgumentException(
                        "coverage of " + protocol + ": a sentence without its full stop, not '" + text + "'");
            }
        }
    }

    /// A protocol of plants.
    public static Coverage industrial(
            Protocol protocol, String family, String specification, String decoded, String notDecoded) {
        return new Coverage(protocol, Area.INDUSTRIAL, family, specification, decoded, notDecoded);
    }

    /// A protocol of the network itself.
    public static Coverage network(
            Protocol protocol, String family, String specification, String decoded, String notDecoded) {
        return new Coverage(protocol, Area.NETWORK, family, specification, decoded, notDecoded);
    }

    /// A protocol of computers.
    public static Coverage computing(
            Protocol protocol, String family, String specification, String decoded, String notDecoded) {
        return new Coverage(protocol, Area.COMPUTING, family, specification, decoded, notDecoded);
    }

    /// A protocol that gets its name and no more.
    public static Coverage recognised(Protocol protocol, Area area, String family, String specification) {
        return new Coverage(protocol, area, family, specification, NAME_ONLY, CONTENT);
    }

    /// True if the protocol gets its name and no more.
    public boolean isNameOnly() {
        return decoded.equals(NAME_ONLY);
    }
}
