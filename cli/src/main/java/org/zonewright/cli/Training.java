package org.zonewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs several commands in one process, so that the AOT cache that the launcher makes at the first start learns from
/// all of them. Not for users: `Training FILE FOLDER`.
///
/// The file holds one argument a line and an empty line between commands; `@out@` stands for the folder.
final class Training {
    private Training() {}

    public static void main(String[] args) throws IOException {
        List<String> command = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (line.isEmpty()) {
                run(command);
            } else {
                command.add(line.replace("@out@", args[1]));
            }
        }
        run(command);
    }

    private static void run(List<String> command) {
        if (!command.isEmpty()) {
            Main.run(command.toArray(String[]::new));
            command.clear();
        }
    }
}
