package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects following a file through everything a recorder does to it: no byte that was written is left out or read
/// twice, and the bytes end where the file stops being what it was.
class GrowingFileTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    private final CompletableFuture<String> read = new CompletableFuture<>();

    private GrowingFile follow(Path file) throws IOException {
        GrowingFile growing = new GrowingFile(file, Duration.ofMillis(2));
        Thread.ofPlatform().daemon().start(() -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] some = new byte[16];
            try {
                int count = growing.read(some, 0, some.length);
                while (count > 0) {
                    all.write(some, 0, count);
                    count = growing.read(some, 0, some.length);
                }
                read.complete(all.toString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                read.completeExceptionally(new UncheckedIOException(e));
            }
        });
        return growing;
    }

    private String all() throws InterruptedException, ExecutionException, TimeoutException {
        return read.get(20, TimeUnit.SECONDS);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("tap.pcap"), text);
    }

    @Test
    void whatIsAppendedIsRead() throws Exception {
        Path file = file("one ");
        try (GrowingFile growing = follow(file)) {
            for (String more : new String[] {"two ", "three ", "four"}) {
                assertThat(growing.catchUp(LIMIT)).isTrue();
                Files.writeString(file, more, StandardOpenOption.APPEND);
            }
            growing.finish();
            assertThat(all()).isEqualTo("one two three four");
            assertThat(growing.ending()).contains(GrowingFile.Ending.FINISHED);
        }
    }

    @Test
    void aRemovedFileIsReadToItsEnd() throws Exception {
        Path file = file("before ");
        try (GrowingFile growing = follow(file)) {
            Files.writeString(file, "and after", StandardOpenOption.APPEND);
            Files.delete(file);
            assertThat(all()).isEqualTo("before and after");
            assertThat(growing.ending()).contains(GrowingFile.Ending.REMOVED);
        }
    }

    @Test
    void aRenamedFileEndsOnceItIsRead() throws Exception {
        Path file = file("old");
        try (GrowingFile growing = follow(file)) {
            Files.move(file, folder.resolve("tap.1.pcap"), StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(file, "new");
            assertThat(all()).isEqualTo("old");
            assertThat(growing.ending()).contains(GrowingFile.Ending.REMOVED);
        }
    }

    @Test
    void aFileThatIsCutShortEnds() throws Exception {
        Path file = file("a long text");
        try (GrowingFile growing = follow(file)) {
            assertThat(growing.catchUp(LIMIT)).isTrue();
            Files.writeString(file, "a");
            assertThat(all()).isEqualTo("a long text");
            assertThat(growing.ending()).contains(GrowingFile.Ending.REWRITTEN);
        }
    }

    @Test
    void aFileThatWasWrittenAnewAndIsLongerEnds() throws Exception {
        Path file = file("first run");
        try (GrowingFile growing = follow(file)) {
            assertThat(growing.catchUp(LIMIT)).isTrue();
            Files.writeString(file, "second run, longer than the first");
            assertThat(all()).isEqualTo("first run");
            assertThat(growing.ending()).contains(GrowingFile.Ending.REWRITTEN);
        }
    }
}
