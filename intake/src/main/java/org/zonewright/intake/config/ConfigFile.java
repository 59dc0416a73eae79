package org.zonewright.intake.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Unread;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigLimits;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.ConfigTooLarge;
import org.zonewright.intake.config.cisco.AsaFormat;
import org.zonewright.intake.config.cisco.IosFormat;
import org.zonewright.intake.config.fortinet.FortiFormat;
import org.zonewright.intake.config.pf.SenseFormat;
import org.zonewright.intake.config.routeros.RouterFormat;
import org.zonewright.intake.config.uci.UciFormat;
import org.zonewright.intake.source.RefusedSource;

/// A file with the configuration of a firewall, of whatever format is known.
public final class ConfigFile {
    private static final int LOOK = 256 << 10;

    /// Each is asked in this order; the first that recognises a file reads it.
    private static final List<ConfigFormat> FORMATS = List.of(
            new IptablesFormat(),
            new NftablesFormat(),
            new AsaFormat(),
            new IosFormat(),
            new FortiFormat(),
            new SenseFormat(),
            new RouterFormat(),
            new UciFormat());

    private ConfigFile() {}

    /// What was read of a file, and what was wrong with it: a line that was not understood is a problem too.
    public record Reading(Optional<Ruleset> rules, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// True if the start of the file looks like a configuration that can be read.
    public static boolean recognises(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return format(new ConfigText(file.toString(), in.readNBytes(LOOK), ConfigLimits.USUAL))
                    .isPresent();
        } catch (IOException e) {
            return false; // whoever reads it next says why it cannot be read
        }
    }

    private static Optional<ConfigFormat> format(ConfigText text) {
        String start = text.start(LOOK);
        if (start.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return FORMATS.stream().filter(format -> format.recognises(start)).findFirst();
    }

    /// Reads a file that [#recognises(Path)].
    public static Reading read(Path file) {
        return read(file, ConfigLimits.USUAL);
    }

    static Reading read(Path file, ConfigLimits limits) {
        ProblemLog log = new ProblemLog();
        SourceRef whole = new SourceRef.InFile(file.toString());
        try {
            Optional<Ruleset> rules = read(file, limits, log);
            rules.ifPresent(read -> read.unread().forEach(line -> log.report(kind(line), line.at(), line.text())));
            return new Reading(rules, log.problems());
        } catch (ConfigTooLarge e) {
            log.report(IntakeProblem.SOURCE_TOO_MANY, whole, e.bound());
        } catch (RefusedSource e) {
            e.reportTo(log, whole);
        } catch (IOException e) {
            log.report(
                    IntakeProblem.SOURCE_UNREADABLE,
                    whole,
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
        return new Reading(Optional.empty(), log.problems());
    }

    private static Optional<Ruleset> read(Path file, ConfigLimits limits, ProblemLog log) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.maxBytes() + 1);
        }
        SourceRef whole = new SourceRef.InFile(file.toString());
        if (bytes.length > limits.maxBytes()) {
            log.report(IntakeProblem.SOURCE_TOO_LONG, whole, limits.maxBytes() >> 20);
            return Optional.empty();
        }
        ConfigText text = new ConfigText(file.toString(), bytes, limits);
        Optional<ConfigFormat> format = format(text);
        if (format.isEmpty()) {
            log.report(IntakeProblem.SOURCE_NOTHING_USED, whole, "configuration");
            return Optional.empty();
        }
        return Optional.of(format.get().read(text));
    }

    private static IntakeProblem kind(Unread line) {
        return line.decides() ? IntakeProblem.CONFIG_NOT_UNDERSTOOD : IntakeProblem.CONFIG_LEFT_OUT;
    }
}
