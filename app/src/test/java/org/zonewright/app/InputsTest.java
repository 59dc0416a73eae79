package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.traffic.capture.CaptureInput;

/// A file that is given several times must not count several times.
class InputsTest {
    @TempDir
    private Path folder;

    private List<String> captures(String... arguments) {
        return Inputs.find(List.of(arguments), new ByteArrayInputStream(new byte[0])).captures().stream()
                .map(CaptureInput::name)
                .toList();
    }

    @Test
    void aCaptureGivenByItselfByItsFolderAndByALinkCountsOnceUnderItsShortestName() throws IOException {
        Path capture = Files.write(folder.resolve("a.pcap"), new Wire().bytes());
        Path link = Files.createSymbolicLink(folder.resolve("link-to-a.pcap"), capture);
        String detour = folder + "/./a.pcap";
        String plain = capture.toString();
        assertThat(captures(folder.toString(), detour, plain, link.toString())).containsExactly(plain);
        assertThat(captures(link.toString(), plain, detour, folder.toString())).containsExactly(plain);
    }

    @Test
    void theStreamIsReadOnce() {
        assertThat(captures("-", "-")).containsExactly("-");
    }

    @Test
    void listsLogsAndDocumentsCountOnceAsWell() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "Name;IP\nplc;10.0.0.1\n");
        Files.writeString(folder.resolve("a.yaml"), "zonewright: 1\n");
        Files.writeString(folder.resolve("a.nft"), "table inet filter {\n  chain forward {\n  }\n}\n");
        Files.writeString(folder.resolve("a.json"), "{\"timestamp\":\"\",\"event_type\":\"flow\"}\n");
        Inputs inputs = Inputs.find(
                List.of(
                        folder.toString(),
                        folder + "/./a.csv",
                        folder + "/./a.yaml",
                        folder + "/./a.nft",
                        folder + "/*.nft",
                        folder + "/./a.json"),
                new ByteArrayInputStream(new byte[0]));
        assertThat(inputs.lists()).containsExactly(folder.resolve("a.csv"));
        assertThat(inputs.documents()).containsExactly(folder.resolve("a.yaml"));
        assertThat(inputs.configurations()).containsExactly(folder.resolve("a.nft"));
        assertThat(inputs.others().keySet()).containsExactly(folder.resolve("a.json"));
    }
}
