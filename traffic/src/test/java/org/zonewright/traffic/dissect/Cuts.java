package org.zonewright.traffic.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/// Gives a dissector damaged copies of a message: cut at every length, and with every byte turned over. Nothing but
/// [Truncated] may be thrown.
public final class Cuts {
    private Cuts() {}

    public static void survives(Dissector dissector, ByteSlice whole) {
        byte[] bytes = Arrays.copyOfRange(whole.array(), whole.start(), whole.start() + whole.length());
        for (int length = 0; length <= bytes.length; length++) {
            read(dissector, Arrays.copyOf(bytes, length));
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] = (byte) ~damaged[i];
            read(dissector, damaged);
        }
    }

    private static void read(Dissector dissector, byte[] bytes) {
        for (boolean fromClient : new boolean[] {true, false}) {
            ByteSlice slice = new ByteSlice().wrap(bytes, 0, bytes.length);
            RecordingObserver observer = fromClient ? new RecordingObserver() : new RecordingObserver().fromServer();
            try {
                dissector.probe(slice, observer);
                assertThat(dissector.dissect(slice, observer)).isGreaterThanOrEqualTo(Dissector.DONE);
            } catch (Truncated expected) {
                assertThat(expected).isInstanceOf(Truncated.class);
            }
        }
    }
}
