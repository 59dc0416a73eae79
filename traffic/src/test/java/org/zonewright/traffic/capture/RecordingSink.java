package org.zonewright.traffic.capture;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes down what a reader says, a line each; counts only, once there are more than 1000 lines.
final class RecordingSink implements FrameSink {
    private static final int LINES = 1000;

    final List<String> lines = new ArrayList<>();
    long frames;
    long wireBytes;
    long lost;

    @Override
    public void networkInterface(int id, int linkType, String name, int snapLength) {
        say("interface " + id + " link " + linkType + " '" + name + "' snap " + snapLength);
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
        frames++;
        wireBytes += wireLength;
        if (lines.size() < LINES) {
            String data = HexFormat.of().formatHex(bytes, offset, offset + Math.min(captured, 16));
            say("frame " + number + " @" + fileOffset + " interface " + interfaceId + " " + nanos + " ns " + captured
                    + "/" + wireLength + " " + data);
        }
    }

    @Override
    public void lost(long count) {
        lost += count;
        say("lost " + count);
    }

    private void say(String line) {
        if (lines.size() < LINES) {
            lines.add(line);
        }
    }
}
