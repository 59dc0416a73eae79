package org.zonewright.intake.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.base.Problem;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Source;

/// A configuration as a source of facts: what its device is configured to let through.
public final class ConfigSource {
    private ConfigSource() {}

    /// Reads a file that [ConfigFile#recognises(Path)]. What was wrong with it is among the contribution's problems;
    /// its rules are missing where it could not be read whole.
    public static Contribution read(Path file) {
        ConfigFile.Reading reading = ConfigFile.read(file);
        Map<String, Integer> counts = new TreeMap<>();
        for (Problem problem : reading.problems()) {
            counts.merge(problem.kind().id(), 1, Integer::sum);
        }
        Source source = new Source(file.toString(), file.toString(), digest(file), Basis.CONFIGURED);
        return Contribution.ofRules(source, reading.rules(), reading.problems(), counts);
    }

    /// `sha256:…` of the bytes, empty where they cannot be read: the reading says why.
    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(out);
            return "sha256:" + HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            return "";
        }
    }
}
