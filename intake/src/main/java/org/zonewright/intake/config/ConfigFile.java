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
import org.zonewright.intake.config.junos.JunosFormat;
import org.zonewright.intake.config.panos.PanFormat;
import org.zonewright.intake.config.pf.SenseFormat;
import org.zonewright.intake.config.routeros.RouterFormat;
import org.zonewright.intake.config.uci.UciFormat;
import org.zonewright.intake.source.RefusedSource;

/// A file with the configuration of a firewall, of whatever format is known.
public final class ConfigFile {
    private static final int LOOK = 256 << 10;

    /// The formats, made when the first text is seen.
    private static final class Known {
        /// Each is asked in this order; the first that recognises a file reads it.
        static final List<ConfigFormat> FORMATS = List.of(
                new IptablesFormat(),
                new NftablesFormat(),
                new AsaFormat(),
                new IosFormat(),
                new FortiFormat(),
                new SenseFormat(),
                new RouterFormat(),
                new UciFormat(),
                new JunosFormat(),
                new PanFormat(),
                new NftablesJson());
    }

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
        if (text.isBinary()) {
            return Optional.empty();
        }
        String start = text.start(LOOK);
        if (start.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return Known.FORMATS.stream().filter(format -> format.recognises(start)).findFirst();
    }

    /// Reads a file that [#recognises(Path)].
    public static Reading read(Path file) {
        return read(file, ConfigLimits.USUAL);
    }

    static Reading read(Path file, ConfigLimits limits) {
        ProblemLog log = new ProblemLog();
        SourceRef whole = new SourceRef.InFile(file.toString());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.maxBytes() + 1);
        } catch (IOException e) {
            String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            log.report(IntakeProblem.SOURCE_UNREADABLE, whole, words);
            return new Reading(Optional.empty(), log.problems());
        }
        if (bytes.length > limits.maxBytes()) {
            log.report(IntakeProblem.SOURCE_TOO_LONG, whole, limits.maxBytes() >> 20);
            return new Reading(Optional.empty(), log.problems());
        }
        ConfigText text = new ConfigText(file.toString(), bytes, limits);
        Optional<ConfigFormat> format = format(text);
        if (format.isEmpty()) {
            log.report(IntakeProblem.CONFIG_UNKNOWN, whole);
            return new Reading(Optional.empty(), log.problems());
        }
        return read(format.get(), text);
    }

    /// Reads a text of a known format. What cannot be read whole gives no rules: those that are left out could
    /// decide.
    static Reading read(ConfigFormat format, ConfigText text) {
        ProblemLog log = new ProblemLog();
        SourceRef whole = new SourceRef.InFile(text.file());
        try {
            Ruleset rules = format.read(text);
            rules.unread().forEach(line -> log.report(kind(line), line.at(), line.text()));
            return new Reading(Optional.of(rules), log.problems());
        } catch (ConfigTooLarge e) {
            log.report(IntakeProblem.CONFIG_TOO_LARGE, whole, e.bound());
        } catch (RefusedSource e) {
            e.reportTo(log, whole);
        } catch (IOException e) {
            String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            log.report(IntakeProblem.SOURCE_UNREADABLE, whole, words);
        }
        return new Reading(Optional.empty(), log.problems());
    }

    static List<ConfigFormat> formats() {
        return Known.FORMATS;
    }

    private static IntakeProblem kind(Unread line) {
        return line.decides() ? IntakeProblem.CONFIG_NOT_UNDERSTOOD : IntakeProblem.CONFIG_LEFT_OUT;
    }
}
