package org.zonewright.traffic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zonewright.base.ProblemLog;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.capture.ByteSource;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.FlowEngine;
import org.zonewright.traffic.flow.VantageBook;
import org.zonewright.traffic.frame.FrameDecoder;

/// Real messages for each dissector, listened to while captures are read.
final class MessageSamples {
    private static final int KEPT = 16;
    private static final int LONGEST = 2048;

    private MessageSamples() {}

    /// What a dissector was given, and what it could ask the observer then.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(byte[] bytes, Transport transport, int source, int destination, boolean fromClient, long state) {}

    /// Passes everything on and keeps some of what it passes.
    private static final class Listener extends Dissector {
        private final Dissector dissector;
        private final List<Sample> kept = new ArrayList<>();
        private final boolean[] lengths = new boolean[LONGEST];

        Listener(Dissector dissector) {
            this.dissector = dissector;
        }

        @Override
        public Protocol protocol() {
            return dissector.protocol();
        }

        @Override
        public List<Binding> bindings() {
            return dissector.bindings();
        }

        @Override
        public int maxBuffered() {
            return dissector.maxBuffered();
        }

        @Override
        public Probe probe(ByteSlice bytes, Observer observer) {
            return dissector.probe(bytes, observer);
        }

        @Override
        public int dissect(ByteSlice bytes, Observer observer) {
            int length = bytes.length();
            if (kept.size() < KEPT && length < LONGEST && !lengths[length]) {
                lengths[length] = true;
                byte[] copy = new byte[length];
                System.arraycopy(bytes.array(), bytes.start(), copy, 0, length);
                kept.add(new Sample(
                        copy,
                        observer.transport(),
                        observer.sourcePort(),
                        observer.destinationPort(),
                        observer.fromClient(),
                        observer.flowState()));
            }
            return dissector.dissect(bytes, observer);
        }
    }

    /// Up to [#KEPT] messages of different lengths for each of the dissectors, in their order.
    static List<List<Sample>> of(List<Dissector> dissectors, List<Path> captures) throws IOException {
        List<Listener> listeners = dissectors.stream().map(Listener::new).toList();
        DissectorTable table = new DissectorTable(List.copyOf(listeners));
        for (Path capture : captures) {
            VantageBook vantages = new VantageBook("samples");
            AddressBook addresses = new AddressBook(7);
            FlowEngine engine = new FlowEngine("samples", vantages, addresses, table, 7);
            FrameDecoder decoder = new FrameDecoder(engine, table, addresses, vantages);
            try (ByteSource in = ByteSource.open(capture)) {
                CaptureReader.read("samples", in, decoder, new ProblemLog());
            }
            decoder.finish();
        }
        return IntStream.range(0, listeners.size())
                .mapToObj(i -> List.copyOf(listeners.get(i).kept))
                .toList();
    }

    /// The public captures of less than `size` bytes, by name.
    static List<Path> captures(Path folder, long size) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> captures = Files.newDirectoryStream(folder, "*__*")) {
            for (Path capture : captures) {
                if (Files.size(capture) < size) {
                    found.add(capture);
                }
            }
        }
        found.sort(null);
        return found;
    }
}
