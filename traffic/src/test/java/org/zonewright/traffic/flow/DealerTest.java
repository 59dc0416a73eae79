package org.zonewright.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.memory.MemoryBudget;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Packets that are dealt out to several threads all arrive, nobody waits for a thread that failed, and a bound that
/// engines keep each for itself does not go unnoticed.
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DealerTest {
    private static final Protocol PROTOCOL = Protocol.named("dealer-test");
    private static final int LENGTH = 1400;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int BAD_PORT = 666;

    @TempDir
    private Path folder = Path.of("");

    /// Takes every stream for its own and waits for the end of its only message; breaks on one port.
    private static final class Waiting implements Dissector {
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
            if (observer.destinationPort() == BAD_PORT) {
                throw new IllegalStateException("broken on purpose");
            }
            return NEED_MORE;
        }

        @Override
        public int maxBuffered() {
            return 1 << 20;
        }
    }

    private static Dealer dealer(int threads) {
        return dealer(threads, MemoryBudget.unbounded());
    }

    private static Dealer dealer(int threads, MemoryBudget memory) {
        VantageBook vantages = new VantageBook("tap");
        vantages.networkInterface(0, "");
        vantages.id(0, 0);
        AddressBook addresses = new AddressBook(1);
        DissectorTable table = new DissectorTable(List.of(new Waiting()));
        return new Dealer(
                () -> new FlowEngine(
                        "tap.pcap", vantages, addresses, table.with(List.of(new Waiting())), 1, memory.pager()),
                threads);
    }

    /// Deals `each` segments of `flows` streams, some in each chunk.
    private static void deal(Dealer dealer, int flows, int each, int transport, int port) {
        byte[] bytes = dealer.exchange(null);
        Packet packet = new Packet();
        long number = 0;
        for (int segment = 0; segment < each; segment++) {
            for (int flow = 0; flow < flows; flow++) {
                packet.bytes = bytes;
                packet.number = ++number;
                packet.addresses = Packet.pair(0x0a000001 + flow, 0x0a010001);
                packet.transport = transport;
                packet.ports = Packet.ports(40_000, port);
                packet.tcpSequence = Integer.reverseBytes(1 + segment * LENGTH);
                packet.tcpFlags = Packet.ACK;
                packet.payloadEnd = LENGTH;
                packet.payloadLength = LENGTH;
                packet.wireLength = LENGTH + 54;
                dealer.packet(packet);
            }
            bytes = dealer.exchange(bytes);
        }
    }

    @Test
    void everyPacketIsCountedInTheOrderInWhichConversationsBegan() {
        try (Dealer dealer = dealer(3)) {
            deal(dealer, 100, 20, TCP, 502);
            ConversationTable.Cursor row =
                    dealer.harvest().orElseThrow().conversations().cursor();
            for (int flow = 0; flow < 100; flow++) {
                assertThat(row.next()).isTrue();
                assertThat(row.firstFrame()).isEqualTo(flow + 1L);
                assertThat(row.packetsA()).isEqualTo(20);
                assertThat(row.bytesA()).isEqualTo(20 * (LENGTH + 54L));
            }
            assertThat(row.next()).isFalse();
        }
    }

    /// Flows of one packet each that come again: every engine writes pages and reads them back, on whichever thread.
    @Test
    void tablesOfAllEnginesSpillAndComeTogetherAtTheEnd() {
        try (MemoryBudget tiny = MemoryBudget.of(50_000, folder);
                Dealer dealer = dealer(3, tiny)) {
            deal(dealer, 50_000, 3, UDP, 9);
            ConversationTable.Cursor row =
                    dealer.harvest().orElseThrow().conversations().cursor();
            for (int flow = 0; flow < 50_000; flow++) {
                assertThat(row.next()).isTrue();
                assertThat(row.firstFrame()).isEqualTo(flow + 1L);
                assertThat(row.packetsA()).isEqualTo(3);
            }
            assertThat(tiny.spilledBytes()).as("bytes spilled").isGreaterThan(5_000_000);
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void whatBreaksOnAnyThreadIsThrown() {
        try (Dealer dealer = dealer(3)) {
            assertThatThrownBy(() -> {
                        deal(dealer, 100, 200, TCP, BAD_PORT);
                        dealer.harvest();
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken on purpose");
        }
    }

    @Test
    void moreWaitingThanOneEngineKeepsIsNoHarvest() {
        try (Dealer dealer = dealer(2)) {
            deal(dealer, 70, 700, TCP, 502);
            Optional<Harvest> harvest = dealer.harvest();
            assertThat(harvest).isEmpty();
        }
    }
}
