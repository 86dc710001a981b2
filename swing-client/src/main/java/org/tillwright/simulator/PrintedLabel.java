package org.tillwright.simulator;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A label that came out of a simulated label printer.
 *
 * @param picture one pixel a dot
 * @param copies how many came out
 */
public record PrintedLabel(BufferedImage picture, int copies) {

    /** Writes the picture as {@code name.png}. */
    public void save(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        if (!ImageIO.write(picture, "png", directory.resolve(name + ".png").toFile())) {
            throw new IOException("this Java cannot write PNG pictures");
        }
    }
}
