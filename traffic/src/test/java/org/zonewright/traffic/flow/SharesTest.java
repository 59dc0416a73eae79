package org.zonewright.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.facts.memory.Pager;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Engines that keep shares of a capture hold together what one would hold, and a bound that they keep each for itself
/// does not go unnoticed.
class SharesTest {
    private static final Protocol PROTOCOL = Protocol.named("shares-test");
    private static final int LENGTH = 1400;
    private static final int TCP = 6;
    private static final int UDP = 17;

    @TempDir
    private Path folder = Path.of("");

    /// Takes every stream for its own and waits for the end of its only message.
    private static final class Waiting extends Dissector {
        @Override
        public Protocol protocol() {
            return PROTOCOL;
        }

        @Override
        public List<Binding> bindings() {
            return List.of(new Binding.AnyTcp());
        }

        @Override
        public Probe probe(ByteSlice bytes, Observer observer) {
            return Probe.YES;
        }

        @Override
        public int dissect(ByteSlice bytes, Observer observer) {
            return NEED_MORE;
        }

        @Override
        public int maxBuffered() {
            return 1 << 20;
        }
    }

    /// Engines that read the same packets, each its share of them.
    private static List<FlowEngine> engines(int count, MemoryBudget memory, Consumer<PacketSink> packets) {
        List<FlowEngine> engines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            VantageBook vantages = new VantageBook("tap");
            vantages.networkInterface(0, "");
            vantages.id(0, 0);
            Pager pager = memory.pager();
            AddressBook addresses = new AddressBook(1, pager);
            DissectorTable table = new DissectorTable(List.of(new Waiting()));
            FlowEngine engine = new FlowEngine("tap.pcap", vantages, addresses, table, 1, pager);
            packets.accept(new SharedSink(engine, Share.of(i, count)));
            engines.add(engine);
        }
        return engines;
    }

    private static List<FlowEngine> engines(int count, Consumer<PacketSink> packets) {
        return engines(count, MemoryBudget.unbounded(), packets);
    }

    /// `each` segments of each of `flows` streams.
    private static Consumer<PacketSink> segments(int flows, int each, int transport, int port) {
        return sink -> {
            Packet packet = new Packet();
            packet.bytes = new byte[LENGTH];
            for (int segment = 0; segment < each; segment++) {
                for (int flow = 0; flow < flows; flow++) {
                    packet.number++;
                    packet.ofFrame = 0;
                    packet.addresses = Packet.pair(0x0a000001 + flow, 0x0a010001);
                    packet.transport = transport;
                    packet.ports = Packet.ports(40_000, port);
                    packet.tcpSequence = Integer.reverseBytes(1 + segment * LENGTH);
                    packet.tcpFlags = Packet.ACK;
                    packet.payloadEnd = LENGTH;
                    packet.payloadLength = LENGTH;
                    packet.wireLength = LENGTH + 54;
                    sink.packet(packet);
                }
            }
        };
    }

    @Test
    void everyPacketIsCountedInTheOrderInWhichConversationsBegan() {
        List<FlowEngine> engines = engines(3, segments(100, 20, TCP, 502));
        assertThat(engines).allMatch(engine -> engine.flows() > 0);
        ConversationTable.Cursor row =
                Harvest.together(engines).orElseThrow().conversations().cursor();
        for (int flow = 0; flow < 100; flow++) {
            assertThat(row.next()).isTrue();
            assertThat(row.firstFrame()).isEqualTo(flow + 1L);
            assertThat(row.packetsA()).isEqualTo(20);
            assertThat(row.bytesA()).isEqualTo(20 * (LENGTH + 54L));
        }
        assertThat(row.next()).isFalse();
    }

    @Test
    void everyShardIsInOneShareAndBothDirectionsInOneShard() {
        for (int count = 1; count <= Share.SHARDS; count++) {
            for (int shard = 0; shard < Share.SHARDS; shard++) {
                int having = 0;
                for (int i = 0; i < count; i++) {
                    having += Share.of(i, count).has(shard) ? 1 : 0;
                }
                assertThat(having)
                        .as("shares of %d with shard %d", count, shard)
                        .isEqualTo(1);
            }
        }
        for (int host = 0; host < 1000; host++) {
            assertThat(Share.shard(Packet.pair(host, 77))).isEqualTo(Share.shard(Packet.pair(77, host)));
        }
    }

    /// Flows of one packet each that come again: every engine writes pages and reads them back.
    @Test
    void tablesOfAllEnginesSpillAndComeTogetherAtTheEnd() {
        try (MemoryBudget tiny = MemoryBudget.of(50_000, folder)) {
            List<FlowEngine> engines = engines(3, tiny, segments(50_000, 3, UDP, 9));
            ConversationTable.Cursor row =
                    Harvest.together(engines).orElseThrow().conversations().cursor();
            for (int flow = 0; flow < 50_000; flow++) {
                assertThat(row.next()).isTrue();
                assertThat(row.firstFrame()).isEqualTo(flow + 1L);
                assertThat(row.packetsA()).isEqualTo(3);
            }
            assertThat(tiny.spilledBytes()).as("bytes spilled").isGreaterThan(5_000_000);
            assertThat(row.next()).isFalse();
            engines.forEach(FlowEngine::close);
        }
    }

    @Test
    void moreWaitingThanOneEngineKeepsIsNoHarvest() {
        Optional<Harvest> harvest = Harvest.together(engines(2, segments(70, 700, TCP, 502)));
        assertThat(harvest).isEmpty();
    }
}
