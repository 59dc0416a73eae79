package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.Dissector;

/// The dissectors of one reader, found by port, by link-layer type, or by trying. Numbers count from 1 in the order
/// of the list; 0 means none. Immutable once made, but for what dissectors remember of a message at hand.
public final class DissectorTable {
    private static final int LIMIT = 255;

    private final Dissector[] dissectors;
    private final PortHints tcpPorts;
    private final PortHints udpPorts;
    private final byte[] etherTypes;
    private final byte[] saps;
    private final byte[] ipProtocols;
    private final Map<Long, Integer> snaps;
    private final int[] anyTcp;
    private final int[] anyUdp;

    /// The dissectors for which each port is a hint. Few ports have any.
    private static final class PortHints {
        private final char[] places = new char[65536];
        private final List<int[]> hints = new ArrayList<>(List.of(new int[0]));

        void add(int port, int number) {
            int[] before = of(port);
            int[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = number;
            if (places[port] == 0) {
                places[port] = (char) hints.size();
                hints.add(after);
            } else {
                hints.set(places[port], after);
            }
        }

        int[] of(int port) {
            return hints.get(places[port]);
        }
    }

    public DissectorTable(List<Dissector> dissectors) {
        if (dissectors.size() > LIMIT) {
            throw new IllegalArgumentException("more than " + LIMIT + " dissectors");
        }
        this.dissectors = dissectors.toArray(Dissector[]::new);
        tcpPorts = new PortHints();
        udpPorts = new PortHints();
        etherTypes = new byte[65536];
        saps = new byte[256];
        ipProtocols = new byte[256];
        snaps = new HashMap<>();
        List<Integer> tcp = new ArrayList<>();
        List<Integer> udp = new ArrayList<>();
        for (int number = 1; number <= dissectors.size(); number++) {
            for (Binding binding : dissectors.get(number - 1).bindings()) {
                bind(binding, number, tcp, udp);
            }
        }
        anyTcp = tcp.stream().mapToInt(Integer::intValue).toArray();
        anyUdp = udp.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The same table for another thread, with dissectors of its own.
    private DissectorTable(DissectorTable same, List<Dissector> dissectors) {
        this.dissectors = dissectors.toArray(Dissector[]::new);
        tcpPorts = same.tcpPorts;
        udpPorts = same.udpPorts;
        etherTypes = same.etherTypes;
        saps = same.saps;
        ipProtocols = same.ipProtocols;
        snaps = same.snaps;
        anyTcp = same.anyTcp;
        anyUdp = same.anyUdp;
    }

    /// This table with other objects of the same dissectors in the same order, since a dissector is for one thread.
    public DissectorTable with(List<Dissector> same) {
        return new DissectorTable(this, same);
    }

    private void bind(Binding binding, int number, List<Integer> tcp, List<Integer> udp) {
        if (binding instanceof Binding.TcpPort(int port)) {
            tcpPorts.add(port, number);
        } else if (binding instanceof Binding.UdpPort(int port)) {
            udpPorts.add(port, number);
        } else if (binding instanceof Binding.AnyTcp) {
            tcp.add(number);
        } else if (binding instanceof Binding.AnyUdp) {
            udp.add(number);
        } else {
            bindBelowPorts(binding, number);
        }
    }

    private void bindBelowPorts(Binding binding, int number) {
        if (binding instanceof Binding.EtherType(int type)) {
            etherTypes[type] = (byte) number;
        } else if (binding instanceof Binding.LlcSap(int sap)) {
            saps[sap] = (byte) number;
        } else if (binding instanceof Binding.Snap(int organisation, int protocolId)) {
            snaps.put(((long) organisation << 16) | protocolId, number);
        } else if (binding instanceof Binding.IpProtocol(int protocol)) {
            ipProtocols[protocol] = (byte) number;
        } else {
            throw new IllegalArgumentException("a binding of an unknown kind: " + binding);
        }
    }

    Dissector at(int number) {
        return dissectors[number - 1];
    }

    /// True if a port is a hint for the dissector.
    boolean isBound(int number, boolean tcp, int port) {
        for (int bound : onPort(tcp, port)) {
            if (bound == number) {
                return true;
            }
        }
        return false;
    }

    /// The dissectors for which a port is a hint.
    int[] onPort(boolean tcp, int port) {
        return tcp ? tcpPorts.of(port) : udpPorts.of(port);
    }

    /// The dissectors that recognise content on any port.
    int[] onAnyPort(boolean tcp) {
        return tcp ? anyTcp : anyUdp;
    }

    /// The number of the dissector for frames of an EtherType, or 0.
    public int onEtherType(int type) {
        return etherTypes[type] & 0xff;
    }

    /// The number of the dissector for frames of an LLC service access point, or 0.
    public int onSap(int sap) {
        return saps[sap] & 0xff;
    }

    int onIpProtocol(int protocol) {
        return ipProtocols[protocol] & 0xff;
    }

    /// The number of the dissector for SNAP frames of an organisation and protocol id, or 0.
    public int onSnap(int organisation, int protocolId) {
        return snaps.getOrDefault(((long) organisation << 16) | protocolId, 0);
    }
}
