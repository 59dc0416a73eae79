package org.zonewright.intake.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.source.BoundedLines;

/// A file with the configuration of a firewall, of whatever format is known.
public final class ConfigFile {
    /// Bytes of a file that is read; honest configurations have some megabytes.
    private static final long MAX_BYTES = 64L << 20;

    private static final int MAX_LINES = 2_000_000;
    private static final int LOOK = 256 << 10;

    private ConfigFile() {}

    /// What was read of a file, and what was wrong with it: a line that was not understood is a problem too.
    public record Reading(Optional<Ruleset> rules, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    private enum Format {
        IPTABLES,
        NFTABLES
    }

    /// True if the start of the file looks like a configuration that can be read.
    public static boolean recognises(Path file) {
        return format(file).isPresent();
    }

    private static Optional<Format> format(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(LOOK), StandardCharsets.UTF_8);
            if (start.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            if (IptablesSave.recognises(start)) {
                return Optional.of(Format.IPTABLES);
            }
            return NftablesText.recognises(start) ? Optional.of(Format.NFTABLES) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it next says why it cannot be read
        }
    }

    /// Reads a file that [#recognises(Path)].
    public static Reading read(Path file) {
        ProblemLog log = new ProblemLog();
        SourceRef whole = new SourceRef.InFile(file.toString());
        try {
            if (Files.size(file) > MAX_BYTES) {
                log.report(IntakeProblem.SOURCE_TOO_LONG, whole, MAX_BYTES >> 20);
                return new Reading(Optional.empty(), log.problems());
            }
            Optional<Format> format = format(file);
            List<String> lines = lines(file);
            Optional<Ruleset> rules = format.map(known -> switch (known) {
                case IPTABLES -> IptablesSave.read(file.toString(), lines);
                case NFTABLES -> NftablesText.read(file.toString(), lines);
            });
            if (lines.size() == MAX_LINES) {
                log.report(IntakeProblem.SOURCE_TOO_MANY, whole, MAX_LINES);
                rules = Optional.empty(); // rules without those behind them decide something else
            }
            rules.ifPresent(read -> read.unread().forEach(line -> log.report(kind(line), line.at(), line.text())));
            return new Reading(rules, log.problems());
        } catch (IOException e) {
            log.report(
                    IntakeProblem.SOURCE_UNREADABLE,
                    whole,
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return new Reading(Optional.empty(), log.problems());
        }
    }

    private static IntakeProblem kind(Unread line) {
        return line.decides() ? IntakeProblem.CONFIG_NOT_UNDERSTOOD : IntakeProblem.CONFIG_LEFT_OUT;
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> all = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            BoundedLines lines = new BoundedLines(in);
            for (Optional<String> line = lines.next();
                    line.isPresent() && all.size() < MAX_LINES;
                    line = lines.next()) {
                all.add(line.get());
            }
        }
        return all;
    }
}
