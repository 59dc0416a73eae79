package org.zonewright.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Runs several commands in one process, so that the AOT cache that the launcher makes at a first start learns from
/// all of them. Not for users: `Training FILE FOLDER`.
///
/// The file holds one argument a line and an empty line between commands; `@out@` stands for the folder. After a line
/// `@classes` stand packages in place of arguments: all their classes are made ready, since a class that the cache
/// lacks costs a run far more than one in vain.
final class Training {
    private static final String CLASSES = "@classes";
    private static final String SUFFIX = ".class";

    private Training() {}

    /// Leaves as the program does, for that is to be learnt too.
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
        System.exit(ExitCode.CLEAN.code());
    }

    private static void run(List<String> command) throws IOException {
        if (command.isEmpty()) {
            return;
        }
        if (command.getFirst().equals(CLASSES)) {
            prepare(command.subList(1, command.size()));
        } else {
            Main.run(command.toArray(String[]::new));
        }
        command.clear();
    }

    private static void prepare(List<String> packages) throws IOException {
        StringTokenizer jars = new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
        while (jars.hasMoreTokens()) {
            try (JarFile jar = new JarFile(jars.nextToken())) {
                for (JarEntry entry : jar.stream().toList()) {
                    String name = entry.getName().replace('/', '.');
                    if (name.endsWith(SUFFIX) && packages.stream().anyMatch(name::startsWith)) {
                        prepare(name.substring(0, name.length() - SUFFIX.length()));
                    }
                }
            }
        }
    }

    private static void prepare(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the product lacks a class of its own", e);
        }
    }
}
