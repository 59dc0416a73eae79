package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zonewright.base.ProblemLog;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.capture.FrameSink;
import org.zonewright.traffic.capture.PublicCaptures;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.FlowEngine;
import org.zonewright.traffic.flow.Harvest;
import org.zonewright.traffic.flow.VantageBook;
import org.zonewright.traffic.frame.FrameDecoder;

/// What travels in a frame is written by anyone: real frames with bytes changed or cut off, in captures that are
/// whole. Reading goes on to the last frame. The limit of time is against loops without an end.
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFramesTest {
    private static final int ROUNDS = Integer.getInteger("zonewright.damages", 5);

    /// Passes frames on, every other one damaged.
    private record Spoiler(FrameDecoder decoder, Random random) implements FrameSink {
        @Override
        public void networkInterface(int id, int linkType, String name, int snapLength) {
            decoder.networkInterface(id, linkType, name, snapLength);
        }

        @Override
        public void frame(
                byte[] bytes,
                int offset,
                int captured,
                long wireLength,
                long nanos,
                int interfaceId,
                long number,
                long fileOffset) {
            byte[] frame = Arrays.copyOfRange(bytes, offset, offset + captured);
            int length = captured;
            if (captured > 0 && random.nextBoolean()) {
                int within = random.nextBoolean() ? captured : Math.min(captured, 100);
                for (int change = random.nextInt(4); change >= 0; change--) {
                    frame[random.nextInt(within)] = (byte) (random.nextInt(3) == 0 ? -1 : random.nextInt());
                }
                length = random.nextInt(8) == 0 ? random.nextInt(captured + 1) : captured;
            }
            decoder.frame(frame, 0, length, wireLength, nanos, interfaceId, number, fileOffset);
        }

        @Override
        public void lost(long frames) {
            decoder.lost(frames);
        }
    }

    @Test
    void readingGoesOnToTheLastFrame() throws IOException {
        DissectorTable dissectors = new DissectorTable(Dissectors.all());
        List<String> failures = new ArrayList<>();
        long frames = 0;
        for (Path capture : MessageSamples.captures(PublicCaptures.folder(), 200_000)) {
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    frames += frames(capture, dissectors, new Random(round));
                } catch (RuntimeException | StackOverflowError e) {
                    List<StackTraceElement> trace =
                            Arrays.stream(e.getStackTrace()).limit(8).toList();
                    failures.add(capture.getFileName() + " round " + round + ": " + e + " " + trace);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(frames).isGreaterThan(10_000L * ROUNDS);
    }

    private static long frames(Path capture, DissectorTable dissectors, Random random) throws IOException {
        VantageBook vantages = new VantageBook("damaged");
        AddressBook addresses = new AddressBook(7);
        FlowEngine engine = new FlowEngine("damaged", vantages, addresses, dissectors, 7);
        FrameDecoder decoder = new FrameDecoder(engine, dissectors, addresses, vantages);
        try (ByteSource in = ByteSource.open(capture)) {
            CaptureReader.read("damaged", in, new Spoiler(decoder, random), new ProblemLog());
        }
        decoder.finish();
        Harvest harvest = engine.harvest();
        assertThat(harvest.conversations().size()).isNotNegative();
        assertThat(harvest.identities()).doesNotContainNull();
        return decoder.counts().frames();
    }
}
