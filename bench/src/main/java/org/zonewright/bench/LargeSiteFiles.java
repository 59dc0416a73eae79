package org.zonewright.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.plant.Folder;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.sheet.SideFiles;
import org.zonewright.plant.yaml.PlantYaml;

/// A document and its side files in memory, so that reading them is measured without a disk. `files` holds
/// the side files by name.
record LargeSiteFiles(String document, Map<String, byte[]> files) {
    private static final int PART = 50_000;
    private static final String NAME = "plant.yaml";

    /// Writes a plant with its assets, claims and evidence in files of one format, `csv` or `jsonl`.
    static LargeSiteFiles of(Plant plant, String format) {
        Map<String, byte[]> files = new HashMap<>();
        List<SideFile> sides = new ArrayList<>();
        for (String list : List.of("assets", "claims", "evidence")) {
            String file = list + "." + format;
            byte[] content = list.equals("evidence") ? evidence(plant, file) : SideFiles.content(plant, list, file);
            files.put(file, content);
            sides.add(SideFiles.describe(list, file, content));
        }
        return new LargeSiteFiles(PlantYaml.write(plant, sides), files);
    }

    /// All evidence, written some at a time: the trees of a million items at once do not fit beside the plant. Every
    /// part fills the same columns.
    private static byte[] evidence(Plant plant, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int count = plant.evidence().size();
        for (int from = 0; from < count; from += PART) {
            List<Evidence> some = plant.evidence().subList(from, Math.min(count, from + PART));
            byte[] part = SideFiles.content(plant.withAssets(List.of()).withEvidence(some), "evidence", file);
            int skip = from > 0 && file.endsWith(".csv") ? firstLine(part) : 0;
            out.write(part, skip, part.length - skip);
        }
        return out.toByteArray();
    }

    private static int firstLine(byte[] csv) {
        int end = 0;
        while (csv[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    /// Reads all of them; throws `IllegalStateException` where anything was left out.
    PlantReading read() {
        Folder folder = path -> {
            byte[] content = files.get(path);
            if (content == null) {
                throw new NoSuchFileException(path);
            }
            return new ByteArrayInputStream(content);
        };
        PlantReading reading = new PlantYaml(folder, Map.<String, Set<String>>of()).read(NAME, document);
        if (!reading.isWhole()) {
            throw new IllegalStateException(
                    "the site was not read whole: " + reading.problems().getFirst());
        }
        return reading;
    }
}
