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
            for (Talk talk : asset.asked(protocols)) {
                askedToo.add(talk.peer());
            }
            boolean sure = false;
            List<Talk> answered = new ArrayList<>();
            for (Talk talk : asset.answered(protocols)) {
                if (!isGuess(talk) || !askedToo.contains(talk.peer())) {
                    answered.add(talk);
                    sure |= !isGuess(talk);
                }
            }
            if (answered.isEmpty()) {
                return Optional.empty();
            }
            Confidence confidence = sure && Behaviour.peers(answered) >= clients ? Confidence.MEDIUM : Confidence.LOW;
            return RoleRule.shown(role, confidence, key, answered);
        }

        /// Two ends at the same port, as NTP peers are, may each be the one that asked.
        private static boolean isGuess(Talk talk) {
            return talk.conversation().direction() == DirectionEvidence.FIRST_PACKET;
        }
    }

    private static final Set<String> DHCP = Set.of("dhcp");
    private static final Set<String> LOGS = Set.of("netflow", "sflow", "syslog");
    private static final Set<String> FILES = Set.of("ftp", "nfs", "smb", "tftp");

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
        List<Talk> offers = new ArrayList<>(asset.asked(DHCP));
        offers.removeIf(talk -> talk.conversation().serverPort().orElse(0) != 68);
        return offers.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.DHCP_SERVER, Confidence.MEDIUM, "dhcp-server", offers);
    }

    /// Logs and flow records are sent without an answer.
    static Optional<AssignedRole> logs(Behaviour asset, Site site) {
        List<Talk> received = new ArrayList<>(asset.served(LOGS));
        received.removeIf(talk -> talk.conversation().clientPackets() == 0);
        return received.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.LOG_SERVER, Confidence.MEDIUM, "log-server", received);
    }

    /// A controller's or switch's own file service makes no file server.
    static Optional<AssignedRole> files(Behaviour asset, Site site) {
        List<Talk> answered = asset.answered(FILES);
        if (answered.isEmpty() || asset.isControlled()) {
            return Optional.empty();
        }
        Confidence confidence = Behaviour.peers(answered) > 1 ? Confidence.MEDIUM : Confidence.LOW;
        return RoleRule.shown(Role.FILE_SERVER, confidence, "file-server", answered);
    }

    /// Takes sessions from outside, or takes sessions and opens others: a jump host.
    static Optional<AssignedRole> remoteSessions(Behaviour asset, Site site) {
        List<Talk> taken = asset.answered(Protocols.REMOTE_SESSION);
        List<Talk> fromOutside = new ArrayList<>(taken);
        fromOutside.removeIf(talk -> !talk.conversation().clientAddress().isPublic()
                || talk.conversation().serverAddress().isPublic());
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
        List<Talk> asked = new ArrayList<>(asset.asked(Protocols.OFFICE));
        asked.removeIf(talk -> talk.conversation().clientAddress().isPublic());
        return asked.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.WORKSTATION, Confidence.LOW, "workstation", asked);
    }
}
