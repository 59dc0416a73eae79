package org.zonewright.traffic.capture;

import java.util.HexFormat;
import java.util.List;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Texts;

/// Bytes for tests, and what a reader makes of them.
final class Bytes {
    /// What the sink was told, what the result says, and the problems as lines.
    record Reading(CaptureReader.Result result, List<String> sink, List<String> problems, RecordingSink recorded) {}

    private Bytes() {}

    /// The bytes of a text of hexadecimal numbers; what follows `#` in a line explains it.
    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
    }

    static Reading read(byte[] capture) {
        return read(source(capture), CaptureReader.Options.DEFAULT);
    }

    static Reading read(ByteSource in, CaptureReader.Options options) {
        RecordingSink sink = new RecordingSink();
        ProblemLog problems = new ProblemLog();
        CaptureReader.Result result = CaptureReader.read("test", in, sink, problems, options);
        List<String> said = problems.problems().stream().map(Bytes::line).toList();
        return new Reading(result, sink.lines, said, sink);
    }

    /// Gives out a few bytes at a time, as a pipe does.
    static ByteSource source(byte[] bytes) {
        return new ByteSource() {
            private int position;

            @Override
            public int read(byte[] target, int offset, int length) {
                if (position == bytes.length) {
                    return -1;
                }
                int count = Math.min(Math.min(length, 1 + position % 4099), bytes.length - position);
                System.arraycopy(bytes, position, target, offset, count);
                position += count;
                return count;
            }
        };
    }

    private static String line(Problem problem) {
        return problem.display(Texts.english());
    }
}
