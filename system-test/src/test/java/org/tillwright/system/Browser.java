package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A real browser without a window. */
final class Browser {

    private static final String PROGRAM = "chromium";
    private static final long PATIENCE_SECONDS = 90;

    private Browser() {}

    /** Opens a page, keeps a picture of it, and returns its text as the browser has it. */
    static String open(URI address, Path picture) throws IOException, InterruptedException {
        assumeTrue(isThere(), PROGRAM + " is not installed: skipped");
        Path page = picture.resolveSibling("page.html");
        run(
                picture,
                page.toFile(),
                "--window-size=1024,768",
                "--screenshot=" + picture,
                "--dump-dom",
                address.toString());
        return Files.readString(page);
    }

    /** Prints a page as a person would, on the paper that it asks for. */
    static void print(URI address, Path pdf) throws IOException, InterruptedException {
        assumeTrue(isThere(), PROGRAM + " is not installed: skipped");
        run(pdf, null, "--no-pdf-header-footer", "--print-to-pdf=" + pdf, address.toString());
    }

    /** Keeps a picture of a whole long page, every point of it drawn as two by two. */
    static void picture(URI address, Path picture, int width, int height) throws IOException, InterruptedException {
        assumeTrue(isThere(), PROGRAM + " is not installed: skipped");
        run(
                picture,
                null,
                "--window-size=" + width + "," + height,
                "--force-device-scale-factor=2",
                "--screenshot=" + picture,
                address.toString());
    }

    private static void run(Path beside, @Nullable File output, String... wanted)
            throws IOException, InterruptedException {
        Path profile = Files.createDirectories(beside.resolveSibling("profile"));
        List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile));
        command.addAll(List.of(wanted));
        ProcessBuilder program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process browser = program.redirectOutput(
                        output == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output))
                .start();
        boolean ended = browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        browser.destroyForcibly();
        assertThat(ended).as("the browser ends by itself").isTrue();
    }

    /** Returns how many colours a picture has; a blank page has one. */
    static long coloursOf(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        return IntStream.range(0, image.getWidth())
                .flatMap(x -> IntStream.range(0, image.getHeight()).map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
    }

    private static boolean isThere() {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, PROGRAM)));
    }
}
