package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the launcher tells the JVM about methods is about methods that there are: a hint for one that was renamed would
/// be passed over without a word, and a large capture would take longer.
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../cli/src/dist/bin/zonewright");
    private static final Pattern HINT = Pattern.compile("([a-z]+\\.)([A-Z]\\w+)::(\\w+)");
    private static final String PRODUCT = "org.zonewright.traffic.";
    private static final String JAVA = "java.lang.";

    @Test
    void everyMethodThatTheLauncherNamesExists() throws IOException, ClassNotFoundException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        Matcher hint = HINT.matcher(Files.readString(LAUNCHER));
        while (hint.find()) {
            String owner = hint.group(1).equals("lang.") ? JAVA : PRODUCT + hint.group(1);
            Class<?> type =
                    Class.forName(owner + hint.group(2), false, getClass().getClassLoader());
            if (Arrays.stream(type.getDeclaredMethods()).map(Method::getName).noneMatch(hint.group(3)::equals)) {
                missing.add(hint.group());
            }
            found++;
        }
        assertThat(missing)
                .as("methods that the launcher names and that do not exist")
                .isEmpty();
        assertThat(found).as("hints read").isGreaterThan(10);
    }
}
