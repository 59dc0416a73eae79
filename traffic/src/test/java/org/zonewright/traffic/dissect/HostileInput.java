package org.zonewright.traffic.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.zonewright.facts.Transport;

/// What a sender may do to a dissector: cut a message anywhere, change any bytes. Only [Truncated] may come out.
public final class HostileInput {
    private static final int CHANGES = 2_000;

    private HostileInput() {}

    /// Probes and dissects every beginning of the message, then the message with bytes changed (from a fixed seed),
    /// from either side.
    public static void survives(Dissector dissector, ByteSlice message) {
        survives(dissector, message, Transport.TCP, 49152, 49153);
    }

    /// [#survives(Dissector, ByteSlice)] for messages whose meaning depends on ports.
    public static void survives(Dissector dissector, ByteSlice message, Transport transport, int source, int target) {
        RecordingObserver observer = new RecordingObserver().ports(transport, source, target);
        RecordingObserver answers =
                new RecordingObserver().ports(transport, source, target).fromServer();
        for (int length = 0; length <= message.length(); length++) {
            byte[] cut = bytes(message, length);
            one(dissector, cut, observer);
            one(dissector, cut, answers);
        }
        Random random = new Random(1);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = bytes(message, message.length());
            for (int j = 0; j <= i % 4 && changed.length > 0; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            one(dissector, changed, observer);
            one(dissector, changed, answers);
        }
    }

    private static byte[] bytes(ByteSlice message, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(message.array(), message.start(), copy, 0, length);
        return copy;
    }

    private static void one(Dissector dissector, byte[] bytes, RecordingObserver observer) {
        ByteSlice slice = new ByteSlice().wrap(bytes, 0, bytes.length);
        try {
            dissector.probe(slice, observer);
            assertThat(dissector.dissect(slice, observer)).isGreaterThanOrEqualTo(Dissector.DONE);
        } catch (Truncated e) {
            // the one way to refuse bytes that are not there
        }
    }
}
