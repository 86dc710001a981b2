package org.tillwright.simulator;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A piece of paper that came out of a simulated printer.
 *
 * @param columns normal characters on a line
 */
public record PrintedReceipt(List<PaperItem> items, int columns) {

    public PrintedReceipt {
        items = List.copyOf(items);
    }

    /** The lines as text; codes and pictures in square brackets. */
    public String text() {
        return items.stream()
                .filter(item -> !(item instanceof PaperItem.Feed))
                .map(this::placed)
                .collect(Collectors.joining("\n"));
    }

    /** What nobody understood, as hexadecimal digits; empty for a receipt that a printer takes as it was meant. */
    public List<String> unknown() {
        return items.stream()
                .filter(PaperItem.Unknown.class::isInstance)
                .map(item -> ((PaperItem.Unknown) item).hex())
                .toList();
    }

    private String placed(PaperItem item) {
        String text = item.asText();
        if (!(item instanceof PaperItem.Line line) || line.side() == PaperItem.Side.LEFT) {
            return text;
        }
        int free = Math.max(0, columns - line.columns());
        return " ".repeat(line.side() == PaperItem.Side.CENTRE ? free / 2 : free) + text;
    }

    /** The paper as a picture, one pixel a printer's dot. */
    public BufferedImage picture() {
        return new PaperPainter(columns).paint(items);
    }

    /** Writes the picture and the text beside each other, as {@code name.png} and {@code name.txt}. */
    public void save(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".txt"), text() + "\n", StandardCharsets.UTF_8);
        if (!ImageIO.write(picture(), "png", directory.resolve(name + ".png").toFile())) {
            throw new IOException("this Java cannot write PNG pictures");
        }
    }
}
