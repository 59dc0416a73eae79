package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the public captures with their truth lie: beside the repository, or where the system property
/// `zonewright.captures` says.
public final class PublicCaptures {
    private PublicCaptures() {}

    /// The folder. Where there is none, the test is passed over and says so, except with `CI=true`, where it fails.
    public static Path folder() {
        Path folder = expected();
        if (!Files.isDirectory(folder.resolve("truth"))) {
            System.err.println("NOT TESTED: no captures with truth in " + folder.toAbsolutePath());
            assertThat(System.getenv("CI"))
                    .as("captures are there where CI=true")
                    .isNotEqualTo("true");
            assumeTrue(false, "no captures in " + folder);
        }
        return folder;
    }

    private static Path expected() {
        String given = System.getProperty("zonewright.captures");
        if (given != null) {
            return Path.of(given);
        }
        Path repository = Path.of("").toAbsolutePath();
        while (repository.getParent() != null && !Files.exists(repository.resolve("mvnw"))) {
            repository = repository.getParent();
        }
        return repository.resolveSibling("shared").resolve("captures");
    }
}
