package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.MessageSamples.Sample;
import org.zonewright.traffic.capture.PublicCaptures;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.StrictObserver;
import org.zonewright.traffic.dissect.Truncated;

/// Whatever bytes a sender writes, every registered dissector comes to an end with a length or a refusal, says only
/// what may be said, and not too much of it: one that fails takes the whole reading down. The limit of time is
/// against loops without an end, far above what the tests take.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryDissectorTest {
    private static final int LONGEST_DATAGRAM = 65_535;
    /// How much more than ordinary is tried.
    private static final int EFFORT = Integer.getInteger("zonewright.effort", 1);

    /// By dissector and kind of failure, the first example.
    private final SortedMap<String, String> failures = new TreeMap<>();

    @Test
    void randomBytesAreReadOrRefused() {
        Random random = new Random(62443);
        for (Dissector dissector : Dissectors.all()) {
            for (Sample place : places(dissector)) {
                for (int round = 0; round < 300 * EFFORT; round++) {
                    byte[] bytes = new byte[round % 100];
                    random.nextBytes(bytes);
                    read(dissector, bytes, place);
                }
                for (int value : new int[] {0, 1, 2, 0x20, 0x7f, 0x80, 0xff}) {
                    byte[] same = new byte[LONGEST_DATAGRAM];
                    Arrays.fill(same, (byte) value);
                    read(dissector, same, place);
                }
                byte[] noise = new byte[LONGEST_DATAGRAM];
                random.nextBytes(noise);
                read(dissector, noise, place);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void damagedMessagesAreReadOrRefused() throws IOException {
        List<Dissector> dissectors = Dissectors.all();
        List<List<Sample>> samples =
                MessageSamples.of(dissectors, MessageSamples.captures(PublicCaptures.folder(), 200_000));
        assertThat(samples.stream().filter(found -> !found.isEmpty()).count())
                .as("dissectors with real messages")
                .isGreaterThan(60);
        Random random = new Random(62443);
        for (int i = 0; i < dissectors.size(); i++) {
            for (Sample sample : samples.get(i)) {
                damage(dissectors.get(i), sample, random);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void messagesOfOthersAreReadOrRefused() throws IOException {
        List<Dissector> dissectors = Dissectors.all();
        List<Sample> all = new ArrayList<>();
        MessageSamples.of(dissectors, MessageSamples.captures(PublicCaptures.folder(), 200_000))
                .forEach(found -> all.addAll(found.subList(0, Math.min(2, found.size()))));
        for (Dissector dissector : dissectors) {
            all.forEach(sample -> read(dissector, sample.bytes(), sample));
        }
        assertThat(failures).isEmpty();
    }

    private void damage(Dissector dissector, Sample sample, Random random) {
        byte[] whole = sample.bytes();
        int step = EFFORT > 1 ? 1 : 1 + whole.length / 200;
        for (int length = 0; length <= whole.length; length += length < 100 ? 1 : step) {
            read(dissector, Arrays.copyOf(whole, length), sample);
        }
        for (int round = 0; round < 120 * EFFORT; round++) {
            byte[] changed = whole.clone();
            for (int change = 0; change <= round % 4 && changed.length > 0; change++) {
                // What decides how a message is read stands near its start.
                int within = round % 2 == 0 ? changed.length : Math.min(changed.length, 64);
                changed[random.nextInt(within)] = interesting(random);
            }
            if (round % 5 == 0 && changed.length >= 4) {
                length(changed, random.nextInt(Math.min(changed.length, 64) - 3), random);
            }
            read(dissector, changed, sample);
        }
        if (whole.length > 0) {
            read(dissector, continued(whole, random.nextInt(whole.length), whole), sample);
            read(dissector, continued(whole, random.nextInt(whole.length), new byte[] {0}), sample);
            read(dissector, continued(whole, random.nextInt(whole.length), new byte[] {-1}), sample);
            read(dissector, continued(whole, random.nextInt(whole.length), new byte[] {interesting(random)}), sample);
        }
    }

    private static byte interesting(Random random) {
        byte[] values = {0, 1, 2, 4, 0x7f, -1, -2, -128, (byte) random.nextInt(), (byte) random.nextInt()};
        return values[random.nextInt(values.length)];
    }

    /// Writes a length that is hard to reckon with, in either order of bytes.
    private static void length(byte[] bytes, int at, Random random) {
        int[] extremes = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, Integer.MAX_VALUE - random.nextInt(40), 0x7fff_0000
        };
        int value = extremes[random.nextInt(extremes.length)];
        ByteBuffer.wrap(bytes).putInt(at, random.nextBoolean() ? value : Integer.reverseBytes(value));
    }

    /// The start of a message, filled up with other bytes to the longest datagram there is.
    private static byte[] continued(byte[] start, int kept, byte[] filling) {
        byte[] bytes = Arrays.copyOf(start, LONGEST_DATAGRAM);
        for (int i = kept; i < bytes.length; i++) {
            bytes[i] = filling[(i - kept) % filling.length];
        }
        return bytes;
    }

    /// Where the dissector's messages are to be found, sent by either side.
    private static List<Sample> places(Dissector dissector) {
        byte[] none = {};
        List<Sample> places = new ArrayList<>();
        for (Binding binding : dissector.bindings()) {
            Sample place =
                    switch (binding) {
                        case Binding.TcpPort(int port) -> new Sample(none, Transport.TCP, 50_000, port, true, 0);
                        case Binding.UdpPort(int port) -> new Sample(none, Transport.UDP, 50_000, port, true, 0);
                        case Binding.AnyTcp any -> new Sample(none, Transport.TCP, 50_000, 50_001, true, 0);
                        case Binding.AnyUdp any -> new Sample(none, Transport.UDP, 50_000, 50_001, true, 0);
                        case Binding.IpProtocol(int number) -> new Sample(none, new Transport(number), 0, 0, true, 0);
                        default -> new Sample(none, Transport.ETHERNET, 0, 0, true, 0);
                    };
            if (places.size() < 4) {
                places.add(place);
                int server = place.destination();
                int client = place.source();
                places.add(new Sample(none, place.transport(), server, client, false, 0));
            }
        }
        return places;
    }

    /// Reads messages one behind the other, as the engine does.
    private void read(Dissector dissector, byte[] bytes, Sample as) {
        StrictObserver observer =
                new StrictObserver(as.transport(), as.source(), as.destination(), as.fromClient(), as.state());
        ByteSlice slice = new ByteSlice().wrap(bytes, 0, bytes.length);
        int at = 0;
        try {
            dissector.probe(slice, observer);
            assertThat(observer.statements()).as("a probe says nothing").isZero();
            int result;
            do {
                observer.next();
                slice.wrap(bytes, at, bytes.length - at);
                result = dissector.dissect(slice, observer);
                if (result < Dissector.DONE) {
                    throw new AssertionError("a result of " + result);
                }
                at += Math.min(result, bytes.length - at);
            } while (result > 0 && at < bytes.length);
        } catch (Truncated e) {
            // the one way to refuse bytes that are not there
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            failed(dissector, bytes, at, as, e);
        }
    }

    private void failed(Dissector dissector, byte[] bytes, int at, Sample as, Throwable e) {
        String where = Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.zonewright.traffic.")
                        && !frame.getClassName().contains("StrictObserver"))
                .limit(3)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .toList()
                .toString();
        String message = HexFormat.of().formatHex(bytes, at, Math.min(bytes.length, at + 200));
        failures.putIfAbsent(
                dissector.getClass().getSimpleName() + " " + e.getClass().getSimpleName() + " " + where,
                "%s, %s %d > %d client %s state %x, %d bytes from %d: %s"
                        .formatted(
                                e.getMessage(),
                                as.transport(),
                                as.source(),
                                as.destination(),
                                as.fromClient(),
                                as.state(),
                                bytes.length,
                                at,
                                message));
    }
}
