package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Role;

/// Roles of servers that plants and offices share, and of computers.
final class ServiceRoles {
    /// Answering one of the protocols shows the role; `clients` is the number that makes it more than a guess.
    private record Service(Role role, Set<String> protocols, int clients, String key) implements RoleRule {
        @Override
        public Optional<AssignedRole> of(Behaviour asset, Site site) {
            if (asset.answered(protocols).isEmpty()) {
                return Optional.empty();
            }
            Set<Integer> askedToo = new HashSet<>();
            asset.asked(protocols).forEach(talk -> askedToo.add(talk.peer()));
            List<Talk> answered = asset.answered(protocols).stream()
                    .filter(talk -> !isGuess(talk) || !askedToo.contains(talk.peer()))
                    .toList();
            if (answered.isEmpty()) {
                return Optional.empty();
            }
            boolean sure = answered.stream().anyMatch(talk -> !isGuess(talk));
            Confidence confidence = sure && Behaviour.peers(answered) >= clients ? Confidence.MEDIUM : Confidence.LOW;
            return RoleRule.shown(role, confidence, key, answered);
        }

        /// Two ends at the same port, as NTP peers are, may each be the one that asked.
        private static boolean isGuess(Talk talk) {
            return talk.conversation().direction() == DirectionEvidence.FIRST_PACKET;
        }
    }

    private ServiceRoles() {}

    static final List<RoleRule> RULES = List.of(
            new Service(Role.TIME_SERVER, Set.of("ntp"), 1, "time-server"),
            new Service(Role.NAME_SERVER, Set.of("dns"), 1, "name-server"),
            new Service(Role.DIRECTORY_SERVER, Set.of("kerberos", "ldap"), 1, "directory-server"),
            new Service(Role.DHCP_SERVER, Set.of("dhcp", "dhcpv6"), 1, "dhcp-server"),
            ServiceRoles::dhcpAnswers,
            ServiceRoles::logs,
            ServiceRoles::files,
            new Service(Role.REMOTE_ACCESS, Protocols.TUNNEL, 1, "tunnel"),
            ServiceRoles::remoteSessions,
            new Service(Role.PRINTER, Set.of("ipp", "printer"), 1, "printer"));

    /// Offers go to clients that have no address yet: by broadcast to the client's port.
    static Optional<AssignedRole> dhcpAnswers(Behaviour asset, Site site) {
        List<Talk> offers = asset.asked(Set.of("dhcp")).stream()
                .filter(talk -> talk.conversation().serverPort().orElse(0) == 68)
                .toList();
        return offers.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.DHCP_SERVER, Confidence.MEDIUM, "dhcp-server", offers);
    }

    /// Logs and flow records are sent without an answer.
    static Optional<AssignedRole> logs(Behaviour asset, Site site) {
        List<Talk> received = asset.served(Set.of("netflow", "sflow", "syslog")).stream()
                .filter(talk -> talk.conversation().clientPackets() > 0)
                .toList();
        return received.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.LOG_SERVER, Confidence.MEDIUM, "log-server", received);
    }

    /// A controller's or switch's own file service makes no file server.
    static Optional<AssignedRole> files(Behaviour asset, Site site) {
        List<Talk> answered = asset.answered(Set.of("ftp", "nfs", "smb", "tftp"));
        if (answered.isEmpty() || asset.isControlled()) {
            return Optional.empty();
        }
        Confidence confidence = Behaviour.peers(answered) > 1 ? Confidence.MEDIUM : Confidence.LOW;
        return RoleRule.shown(Role.FILE_SERVER, confidence, "file-server", answered);
    }

    /// Takes sessions from outside, or takes sessions and opens others: a jump host.
    static Optional<AssignedRole> remoteSessions(Behaviour asset, Site site) {
        List<Talk> taken = asset.answered(Protocols.REMOTE_SESSION);
        List<Talk> fromOutside = taken.stream()
                .filter(talk -> talk.conversation().clientAddress().isPublic()
                        && !talk.conversation().serverAddress().isPublic())
                .toList();
        if (!fromOutside.isEmpty()) {
            return RoleRule.shown(Role.REMOTE_ACCESS, Confidence.HIGH, "remote-outside", fromOutside);
        }
        List<Talk> opened = asset.polled(Protocols.REMOTE_SESSION);
        if (taken.isEmpty() || opened.isEmpty()) {
            return Optional.empty();
        }
        List<Talk> both = new ArrayList<>(taken);
        both.addAll(opened);
        return RoleRule.shown(Role.REMOTE_ACCESS, Confidence.MEDIUM, "jump-host", both);
    }

    /// For assets without any other role: an ordinary computer.
    static Optional<AssignedRole> workstation(Behaviour asset, Site site) {
        List<Talk> asked = asset.asked(Protocols.OFFICE).stream()
                .filter(talk -> !talk.conversation().clientAddress().isPublic())
                .toList();
        return asked.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.WORKSTATION, Confidence.LOW, "workstation", asked);
    }
}
