package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zonewright.traffic.capture.Buffers;

/// Deals the packets of one capture out to several engines, each of which a thread of a [Crew] works on: the packets
/// of a pair of addresses seen from one point always go to the same engine, in their order. So each conversation is
/// read as if there were one engine, and what they hold at the end is put together without a seam. To be used by one
/// thread, and closed.
///
/// What the engines do not share are bounds on the whole capture: where one was near, one engine has to read it all.
public final class Dealer implements PacketSink, Buffers, AutoCloseable {
    private static final int SHARDS_A_THREAD = 4;
    private static final int CHUNKS_A_THREAD = 4;
    /// What the buffers of a thread may take: a small packet's entry is as long as its record, and arrays double.
    public static final long BYTES_A_THREAD = 3L * CHUNKS_A_THREAD * Buffers.LENGTH;

    private static final int MOST_SHARDS = 64;
    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;

    private final List<Shard> shards = new ArrayList<>();
    private final int shift;
    private final Crew crew;
    private Chunk chunk;
    private long lastFrame;
    private int ofFrame;

    /// `engines` makes engines over one [AddressBook] and one [VantageBook], each with dissectors and a pager of its
    /// own, which is closed with the dealer; `threads` is at least 2, the caller's among them.
    public Dealer(Supplier<FlowEngine> engines, int threads) {
        int count = Math.min(MOST_SHARDS, Integer.highestOneBit(threads * SHARDS_A_THREAD));
        shift = Long.SIZE - Integer.numberOfTrailingZeros(count);
        for (int i = 0; i < count; i++) {
            shards.add(new Shard(i, engines.get()));
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < threads * CHUNKS_A_THREAD; i++) {
            chunks.add(new Chunk(count));
        }
        crew = new Crew(shards, chunks, threads - 1);
        chunk = crew.empty();
    }

    @Override
    public byte[] exchange(byte @Nullable [] before) {
        if (before != null) {
            crew.read(chunk);
            chunk = crew.empty();
        }
        return chunk.bytes;
    }

    private Batch batch(long addresses, int vantage) {
        int one = Packet.source(addresses);
        int other = Packet.destination(addresses);
        long mark = (((long) (one + other) << 32) | ((one ^ other) & 0xffff_ffffL)) * ODD; // the same both ways
        return chunk.batches[(int) (((mark ^ vantage) * ODD) >>> shift)];
    }

    @Override
    public void packet(Packet p) {
        if (p.number == lastFrame) {
            ofFrame++;
        } else {
            lastFrame = p.number;
            ofFrame = 0;
        }
        p.ofFrame = ofFrame;
        batch(p.addresses, p.vantage).add(p, chunk.bytes);
    }

    @Override
    public void refused(int family, long addresses, int ports, int transport, int vantage) {
        batch(addresses, vantage).refused(addresses, FlowTable.rest(ports, vantage, transport, family));
    }

    /// Ends the reading and gives what is left: once, after the last packet. Empty if a bound was so near that one
    /// engine might have reached it: then one engine has to read the capture. To be read before the dealer is
    /// closed.
    ///
    /// @throws org.zonewright.facts.memory.BudgetSpent if there was no memory for what some packets say
    public Optional<Harvest> harvest() {
        crew.read(chunk);
        crew.finish();
        List<Harvest> harvests = new ArrayList<>();
        long buffered = 0;
        long flows = 0;
        boolean cut = false;
        for (Shard shard : shards) {
            Harvest harvest = shard.engine.harvest();
            harvests.add(harvest);
            cut |= !harvest.isWhole();
            buffered += shard.engine.mostBuffered();
            flows += shard.engine.flows();
        }
        Harvest whole = harvests.getFirst();
        whole.takeIn(harvests.subList(1, harvests.size()));
        boolean near =
                cut || buffered >= StreamBuffers.BUDGET || flows > FunctionTable.MAX_FLOW || whole.reachedBound();
        return near ? Optional.empty() : Optional.of(whole);
    }

    @Override
    public void close() {
        crew.close();
        shards.forEach(shard -> shard.engine.close());
    }
}
