package org.zonewright.traffic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ContributionUnion;
import org.zonewright.facts.Source;
import org.zonewright.traffic.capture.CaptureFormat;
import org.zonewright.traffic.capture.CaptureProblem;
import org.zonewright.traffic.capture.CaptureReader;
import org.zonewright.traffic.capture.FrameSink;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.FlowEngine;
import org.zonewright.traffic.flow.Harvest;
import org.zonewright.traffic.flow.VantageBook;
import org.zonewright.traffic.frame.FrameDecoder;

/// The tables of a capture that is being read, emptied whenever they are full: the finished parts are united, the
/// current one grows. Mutable; whoever calls sees to it that one thread does at a time.
final class LiveParts implements FrameSink {
    private record Interface(int id, int linkType, String name, int snapLength) {}

    private final String file;
    private final String sensor;
    private final TrafficReader reader;
    private final long seed;
    private final int partRows;
    private final ContributionUnion earlier;
    private final DissectorTable dissectors;
    private final ProblemLog problems = new ProblemLog();
    private final List<Interface> interfaces = new ArrayList<>();
    private Optional<CaptureFormat> format = Optional.empty();
    private Optional<String> stream = Optional.empty();
    private int finished;
    private VantageBook vantages;
    private FlowEngine engine;
    private FrameDecoder decoder;

    LiveParts(String file, String sensor, TrafficReader.Options options, int partRows, ContributionUnion earlier) {
        this.file = file;
        this.sensor = sensor;
        this.partRows = partRows;
        this.earlier = earlier;
        reader = new TrafficReader(options);
        seed = options.seed();
        List<Dissector> all = Dissectors.all();
        dissectors = new DissectorTable(all);
        vantages = new VantageBook(sensor);
        AddressBook addresses = new AddressBook(seed);
        engine = new FlowEngine(file, vantages, addresses, dissectors, seed);
        decoder = new FrameDecoder(engine, dissectors, addresses, vantages);
    }

    /// Takes the problems of reading.
    ProblemLog problems() {
        return problems;
    }

    @Override
    public void format(CaptureFormat told) {
        format = Optional.of(told);
    }

    @Override
    public void networkInterface(int id, int linkType, String name, int snapLength) {
        interfaces.add(new Interface(id, linkType, name, snapLength));
        decoder.networkInterface(id, linkType, name, snapLength);
    }

    @Override
    public void lost(long frames) {
        decoder.lost(frames);
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
        if (engine.size() >= partRows) {
            cut();
        }
        decoder.frame(bytes, offset, captured, wireLength, nanos, interfaceId, number, fileOffset);
    }

    private void cut() {
        decoder.finish();
        keepStream();
        earlier.add(contribution(Optional.empty(), engine.harvest(), new ProblemLog()));
        finished++;
        vantages = new VantageBook(sensor);
        AddressBook addresses = new AddressBook(seed);
        engine = new FlowEngine(file, vantages, addresses, dissectors, seed);
        decoder = new FrameDecoder(engine, dissectors, addresses, vantages);
        interfaces.forEach(one -> decoder.networkInterface(one.id, one.linkType, one.name, one.snapLength));
    }

    private void keepStream() {
        if (stream.isEmpty()) {
            stream = decoder.firstFrame();
        }
    }

    private Contribution contribution(Optional<String> sha256, Harvest harvest, ProblemLog log) {
        return reader.contribution(file, sensor, format, sha256, decoder, harvest, vantages, log);
    }

    /// Everything so far.
    Contribution snapshot() {
        return with(contribution(Optional.empty(), engine.snapshot(), problems.copy()), Optional.empty());
    }

    /// Everything, after the last frame.
    Contribution finish(CaptureReader.Result result) {
        decoder.finish();
        return with(contribution(result.sha256(), engine.harvest(), problems), result.sha256());
    }

    /// The current part behind the finished ones, if there are any.
    private Contribution with(Contribution current, Optional<String> sha256) {
        if (finished == 0) {
            return current;
        }
        ContributionUnion all =
                new ContributionUnion(earlier.source(), true, earlier.bound(), TrafficProblem.BOUND_REACHED);
        all.add(earlier.contribution());
        all.add(current);
        Contribution united = all.contribution();
        String digest =
                sha256.orElse("parts:" + (finished + 1) + " " + current.source().digest());
        return new Contribution(
                new Source(sensor, file, digest, Basis.OBSERVED, stream.orElse(digest)),
                united.capture(),
                united.conversations(),
                united.identities(),
                united.children(),
                united.links(),
                united.problems(),
                united.problemCounts());
    }

    /// Rows of the current part and of the finished ones.
    int size() {
        return engine.size() + earlier.size();
    }

    void unclosed(IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        problems.report(CaptureProblem.READ_FAILED, new SourceRef.InFile(file), reason);
    }
}
