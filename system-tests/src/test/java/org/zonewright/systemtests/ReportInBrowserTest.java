package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Protects the report as a plant engineer opens it, from a file and without a network: it asks for nothing else,
/// breaks none of its own content policy, says whose plant it is and shows the drawing.
@Tag("browser")
class ReportInBrowserTest {
    @TempDir
    private Path folder = Path.of("");

    private static Path chromium() {
        return Path.of(Optional.ofNullable(System.getenv("ZONEWRIGHT_CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    @Test
    void theReportOpensByItselfWithItsDrawing() throws IOException, InterruptedException {
        Needed.that(Files.isExecutable(chromium()), "a Chromium at " + chromium() + " or in ZONEWRIGHT_CHROMIUM");
        Program.Run run =
                Program.in(folder, "assess", Waterworks.FOLDER.toString(), "--at", Waterworks.DAY, "--out", "out");
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        String address = folder.resolve("out/report.html").toUri().toString();

        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
            Page page = browser.newPage();
            List<String> complaints = new ArrayList<>();
            List<String> requests = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(complaints::add);
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(address);

            assertThat(complaints).as("what the browser complains about").isEmpty();
            assertThat(requests).as("what the page asks for").containsExactly(address);
            assertThat(page.locator("h1, h2, h3").first().textContent()).isEqualTo("Lindenau waterworks");
            assertDrawing(page);
        }
    }

    private static void assertDrawing(Page page) {
        Locator drawing = page.locator("#drawing svg").first();
        drawing.scrollIntoViewIfNeeded();
        assertThat(drawing.isVisible()).isTrue();
        BoundingBox box = drawing.boundingBox();
        assertThat(box.width).isGreaterThan(600);
        assertThat(box.height).isGreaterThan(300);
        for (String zone : Waterworks.zoneNames().values()) {
            assertThat(drawing.textContent()).contains(zone);
        }
    }
}
