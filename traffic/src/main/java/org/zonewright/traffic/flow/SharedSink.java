package org.zonewright.traffic.flow;

/// Hands those packets on to an engine that are in its [Share], and counts the packets of each frame, so that what
/// several engines hold can be put in order. One thread.
public final class SharedSink implements PacketSink {
    private final FlowEngine engine;
    private final Share share;

    public SharedSink(FlowEngine engine, Share share) {
        this.engine = engine;
        this.share = share;
    }

    @Override
    public void packet(Packet p) {
        if (share.has(Share.shard(p.addresses))) {
            engine.packet(p);
        }
        p.ofFrame++;
    }

    @Override
    public void refused(int family, long addresses, int ports, int transport, int vantage) {
        if (share.has(Share.shard(addresses))) {
            engine.refused(family, addresses, ports, transport, vantage);
        }
    }
}
