package org.zonewright.traffic.capture;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What zstd files hold (RFC 8878): one frame or several. Mutable; one thread.
///
/// Bytes decompressed before damage are given out; then comes a [SourceFailure]. Skippable frames, as `pzstd` writes
/// them, count as damage, and so does a window of more than 8 MiB (`zstd --long`).
final class ZstdSource implements ByteSource {
    private static final String NAME = "zstd";

    private final Input input;
    private final ZstdInputStream frames;

    ZstdSource(ByteSource in) {
        input = new Input(in);
        frames = new ZstdInputStream(input);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return frames.read(target, offset, length);
        } catch (IOException e) {
            if (input.ended) {
                throw new SourceFailure(CaptureProblem.TRUNCATED_COMPRESSION, e, NAME);
            }
            throw e;
        } catch (RuntimeException e) {
            // The decompressor says damage with several unchecked exceptions, not only with its own.
            String message = e.getMessage();
            throw new SourceFailure(CaptureProblem.DAMAGED_COMPRESSION, e, NAME, message == null ? "?" : message);
        }
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    private static final class Input extends InputStream {
        private final ByteSource in;
        private final byte[] one = new byte[1];
        private boolean ended;

        Input(ByteSource in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = length == 0 ? 0 : in.read(target, offset, length);
            ended |= count < 0;
            return count;
        }
    }
}
