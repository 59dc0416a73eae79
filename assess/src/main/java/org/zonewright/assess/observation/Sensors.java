package org.zonewright.assess.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Sensor;
import org.zonewright.plant.id.SensorId;

/// Which sensor of the document a file comes from: the first whose pattern matches the last part of its name.
final class Sensors {
    private record Source(Pattern file, SensorId sensor) {}

    private final List<Source> sources = new ArrayList<>();

    Sensors(Optional<Plant> plant) {
        for (Sensor sensor : plant.map(Plant::sensors).orElse(List.of())) {
            sensor.sources().forEach(glob -> sources.add(new Source(pattern(glob), sensor.id())));
        }
    }

    /// `*` stands for any characters, `?` for one.
    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /// The sensors of these places, each once, by id.
    List<SensorId> of(List<SourceRef> places) {
        return places.stream()
                .map(Sensors::file)
                .distinct()
                .flatMap(file -> sources.stream()
                        .filter(source -> source.file().matcher(file).matches())
                        .limit(1))
                .map(Source::sensor)
                .sorted()
                .distinct()
                .toList();
    }

    private static String file(SourceRef place) {
        String path =
                switch (place) {
                    case SourceRef.InFile(String file) -> file;
                    case SourceRef.InCapture frame -> frame.file();
                    case SourceRef.InDocument line -> line.file();
                    case SourceRef.InSheet cell -> cell.file();
                    case SourceRef.InStandard _, SourceRef.OnCommandLine _ -> "";
                };
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
