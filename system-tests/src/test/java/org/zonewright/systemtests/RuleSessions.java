package org.zonewright.systemtests;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The connections of a capture as rules for Suricata see them: who asks, whether both sides agreed to speak, and
/// what they speak. The client is who sent first. As Suricata does if not told otherwise, it takes a connection of
/// TCP for established only if the capture shows its handshake.
final class RuleSessions {
    private final Map<Way, Session> sessions = new HashMap<>();

    private record End(InetAddress address, int port) {}

    private record Way(int protocol, End from, End to) {
        private static Way of(CapturedPacket packet) {
            End from = new End(packet.source(), packet.sourcePort());
            return new Way(packet.protocol(), from, new End(packet.destination(), packet.destinationPort()));
        }

        private Way back() {
            return new Way(protocol, /* from= */ to, /* to= */ from);
        }
    }

    /// What is known of a connection after a packet of it.
    static final class Session {
        private final Way way;
        private final Set<String> protocols = new HashSet<>();
        private boolean isAnswered;
        private boolean isEstablished;
        private boolean isOver;
        private boolean hasData;

        private Session(Way way) {
            this.way = way;
        }

        /// Whether a packet goes to who was asked.
        boolean isToServer(CapturedPacket packet) {
            return Way.of(packet).equals(way);
        }

        boolean isEstablished() {
            return isEstablished;
        }

        /// Whether this is a connection of `modbus`, `dnp3` or `enip`, by its port and its first bytes.
        boolean speaks(String protocol) {
            return protocols.contains(protocol);
        }

        private void take(CapturedPacket packet) {
            boolean isToServer = isToServer(packet);
            if (packet.protocol() != CapturedPacket.TCP) {
                isEstablished |= !isToServer;
                return;
            }
            int handshake = packet.flags() & (CapturedPacket.SYN | CapturedPacket.ACK);
            if (!isToServer && handshake == (CapturedPacket.SYN | CapturedPacket.ACK)) {
                isAnswered = true;
            } else if (isToServer && isAnswered && handshake == CapturedPacket.ACK) {
                isEstablished = true;
            }
            if (isEstablished && !hasData && packet.data().hasRemaining()) {
                hasData = true;
                for (String protocol : Set.of("modbus", "dnp3", "enip")) {
                    if (ControlRequests.isOf(protocol, way.to().port(), packet.data())) {
                        protocols.add(protocol);
                    }
                }
            }
            isOver |= (packet.flags() & (CapturedPacket.FIN | CapturedPacket.RESET)) != 0;
        }
    }

    /// Takes the next packet of the capture and gives its connection.
    Session take(CapturedPacket packet) {
        Way way = Way.of(packet);
        Session known = sessions.get(way);
        Session session = known == null ? sessions.get(way.back()) : known;
        boolean isOpening = packet.protocol() == CapturedPacket.TCP
                && (packet.flags() & (CapturedPacket.SYN | CapturedPacket.ACK)) == CapturedPacket.SYN;
        if (session == null || (isOpening && (session.isOver || !session.isAnswered))) {
            sessions.remove(way.back());
            session = new Session(way);
            sessions.put(way, session);
        }
        session.take(packet);
        return session;
    }
}
