package org.tillwright.simulator;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Programs of other people that read what was printed. */
public final class Oracle {

    /** Letters that are read well are about twice as high as those of a receipt. */
    private static final int ENLARGED = 3;

    private Oracle() {}

    /** True if a program is on this machine. */
    public static boolean isThere(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What zbarimg reads on a picture, such as {@code EAN-13:4006381333931}. */
    public static List<String> codes(Path picture) throws IOException, InterruptedException {
        return run(List.of("zbarimg", "--quiet", picture.toString())).lines().toList();
    }

    /**
     * What tesseract reads on a picture, with blanks made one.
     *
     * @param language tesseract's own name of it, such as {@code dan}
     */
    public static String text(Path picture, String language) throws IOException, InterruptedException {
        Path large = picture.resolveSibling("large-" + picture.getFileName());
        BufferedImage small = ImageIO.read(picture.toFile());
        var larger = new BufferedImage(
                small.getWidth() * ENLARGED, small.getHeight() * ENLARGED, BufferedImage.TYPE_BYTE_GRAY);
        new AffineTransformOp(
                        AffineTransform.getScaleInstance(ENLARGED, ENLARGED),
                        new RenderingHints(
                                Map.of(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC)))
                .filter(gray(small), larger);
        if (!ImageIO.write(larger, "png", large.toFile())) {
            throw new IOException("this Java cannot write PNG pictures");
        }
        return run(List.of("tesseract", large.toString(), "-", "-l", language, "--psm", "6", "--dpi", "300"))
                .replaceAll("[ \\t]+", " ");
    }

    /** True if tesseract knows a language. */
    public static boolean reads(String language) throws IOException, InterruptedException {
        return isThere("tesseract")
                && run(List.of("tesseract", "--list-langs")).lines().anyMatch(language::equals);
    }

    private static BufferedImage gray(BufferedImage picture) {
        var gray = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        gray.getGraphics().drawImage(picture, 0, 0, null);
        return gray;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1"); // several threads only get in each other's way
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " does not end");
        }
        return said;
    }
}
