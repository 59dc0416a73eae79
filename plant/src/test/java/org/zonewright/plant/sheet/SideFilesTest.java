package org.zonewright.plant.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonewright.plant.DiskFolder;
import org.zonewright.plant.Folder;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.Samples;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.yaml.PlantYaml;

/// A hundred thousand assets do not belong into a text that people read; in a file beside it they are still the same
/// document, and a file that was swapped or that lies elsewhere is not.
class SideFilesTest {
    private static PlantYaml reader(Map<String, byte[]> files) {
        Folder folder = path -> {
            byte[] content = files.get(path);
            if (content == null) {
                throw new NoSuchFileException(path);
            }
            return new ByteArrayInputStream(content);
        };
        return new PlantYaml(folder, Map.of());
    }

    private static PlantReading readAssets(String file, String csv) {
        byte[] content = csv.getBytes(StandardCharsets.UTF_8);
        SideFile side = SideFiles.describe("assets", file, content);
        String yaml = "zonewright: 1\nsite: { id: nord }\nzones: [ { id: bay-1, function: control } ]\nassets: { file: "
                + file + ", sha256: \"" + side.sha256() + "\" }\n";
        return reader(Map.of(file, content)).read("plant.yaml", yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void listsInSideFilesAreTheSamePlant(String ending) {
        Plant plant = Samples.whole(Samples.FULL);
        Map<String, byte[]> files = new HashMap<>();
        List<SideFile> sides = new ArrayList<>();
        for (String list : List.of("assets", "claims", "evidence")) {
            String file = "lists/" + list + "." + ending;
            byte[] content = SideFiles.content(plant, list, file);
            files.put(file, content);
            sides.add(SideFiles.describe(list, file, content));
        }
        PlantReading reading = reader(files).read("plant.yaml", PlantYaml.write(plant, sides));
        assertThat(Samples.problems(reading)).isEmpty();
        assertThat(reading.plant()).contains(plant);
        assertThat(reading.sideFiles()).isEqualTo(sides);
        assertThat(reading.positions().of(new AssetId("rtu-1")).orElseThrow().display())
                .startsWith("lists/assets." + ending);
    }

    @Test
    void aFaultInARowIsNamedWithRowAndColumn() {
        PlantReading reading =
                readAssets("assets.csv", "id,zone,product.model,colour\nied-7,bay-2,7SL87,red\nied 8,bay-1,,\n");
        assertThat(Samples.problems(reading))
                .contains("plant.unknown-key  ERROR  assets.csv row 1 column colour")
                .contains("plant.dangling-reference  ERROR  assets.csv row 2 column zone: there is no zone 'bay-2'")
                .contains("plant.bad-id  ERROR  assets.csv row 3 column id");
        assertThat(reading.plant().orElseThrow().assets()).hasSize(1);
    }

    @Test
    void aFaultThatStandsInTwoRowsIsNamedTwice() {
        PlantReading reading =
                readAssets("assets.csv", "id,zone,type\na,bay-2,embedded\nb,bay-2,robot\nc,bay-1,robot\n");
        assertThat(Samples.problems(reading))
                .contains("assets.csv row 2 column zone: there is no zone 'bay-2'")
                .contains("assets.csv row 3 column zone: there is no zone 'bay-2'")
                .contains("plant.unknown-word  ERROR  assets.csv row 3 column type")
                .contains("plant.unknown-word  ERROR  assets.csv row 4 column type");
    }

    @Test
    void ofAHeadingThatStandsTwiceTheLastColumnCounts() {
        PlantReading reading = readAssets("assets.csv", "id,name,product.model,name,product.model\na,One,M1,Two,\n");
        PlantAsset asset = reading.plant().orElseThrow().assets().getFirst();
        assertThat(asset.name()).contains("Two");
        assertThat(asset.product().model()).isEmpty();
    }

    @Test
    void aBrokenJsonLineIsLeftOutAlone() {
        PlantReading reading = readAssets(
                "assets.jsonl", "{\"id\":\"a\"}\n{\"id\":\n[1]\n\n{\"id\":\"b\",\"match\":{\"ip\":\"10.0.0.1\"}}\n");
        assertThat(Samples.problems(reading)).contains("assets.jsonl:2:1").contains("assets.jsonl:3:1");
        assertThat(reading.plant().orElseThrow().assets()).hasSize(2);
        PlantReading deep =
                readAssets("assets.jsonl", "{\"id\":\"a\",\"match\":" + "[".repeat(400) + "]".repeat(400) + "}\n");
        assertThat(deep.problems()).isNotEmpty();
    }

    @Test
    void aChangedFileIsNotUsedAndItsDigestIsSaid() {
        String yaml = "zonewright: 1\nsite: { id: nord }\nassets: { file: a.csv, sha256: \"" + "0".repeat(64) + "\" }\n"
                + "zones: [ { id: z, function: control, members: [ { asset: plc } ] } ]\n";
        PlantReading reading = reader(Map.of("a.csv", "id\nplc\n".getBytes(StandardCharsets.UTF_8)))
                .read("plant.yaml", yaml);
        assertThat(reading.problems()).hasSize(1);
        assertThat(Samples.problems(reading)).contains("plant.side-file-changed  ERROR  plant.yaml:3:9 assets");
        assertThat(reading.plant().orElseThrow().assets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.csv", "/etc/a.csv", "C:/a.csv", "x/../../a.csv", "a\\b.csv", "a.txt", "./a.csv", "x//a.csv"
            })
    void aPathThatLeadsElsewhereIsRefusedBeforeAnythingIsOpened(String path) {
        String yaml = "zonewright: 1\nsite: { id: nord }\nassets: { file: '" + path + "', sha256: \"" + "0".repeat(64)
                + "\" }\n";
        Folder folder = opened -> {
            throw new AssertionError("opened " + opened);
        };
        PlantReading reading = new PlantYaml(folder, Map.of()).read("plant.yaml", yaml);
        assertThat(Samples.problems(reading)).contains("plant.side-file-path");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused(@TempDir Path home) throws IOException {
        Path outside = Files.writeString(home.resolve("secret.csv"), "id\n");
        Path folder = Files.createDirectory(home.resolve("plant"));
        Files.createSymbolicLink(folder.resolve("a.csv"), outside);
        Files.writeString(folder.resolve("b.csv"), "id\n");
        DiskFolder disk = new DiskFolder(folder);
        assertThatThrownBy(() -> disk.open("a.csv").close()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> disk.open("../secret.csv").close()).isInstanceOf(AccessDeniedException.class);
        assertThat(disk.open("b.csv").readAllBytes()).isNotEmpty();
    }
}
