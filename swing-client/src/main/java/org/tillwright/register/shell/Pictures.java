package org.tillwright.register.shell;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of items, read from disk off the event thread and kept at the size they are drawn. A picture that is not
 * there yet is simply not drawn.
 */
public final class Pictures {

    private static final Logger LOG = System.getLogger(Pictures.class.getName());

    /** Pictures kept in memory; at 64 pixels a side this is about 8 MB. */
    private static final int MOST_KEPT = 500;

    private final Function<String, Path> places;
    private final Executor reader;
    private final Map<String, Optional<Image>> kept = new HashMap<>();

    /**
     * @param places file of a picture id; it need not be there
     * @param reader where files are read
     */
    public Pictures(Function<String, Path> places, Executor reader) {
        this.places = places;
        this.reader = reader;
    }

    /** Returns the picture, or null for now; then {@code arrived} runs on the event thread once it can be drawn. */
    public @Nullable Image find(String pictureId, int size, Runnable arrived) {
        String key = pictureId + "@" + size;
        Optional<Image> found = kept.get(key);
        if (found != null) {
            return found.orElse(null);
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, Optional.empty());
        reader.execute(() -> {
            Image image = read(places.apply(pictureId), size);
            SwingUtilities.invokeLater(() -> {
                if (image == null) {
                    // It may still be on its way from the server: look again when it is asked for next.
                    kept.remove(key);
                } else {
                    kept.put(key, Optional.of(image));
                    arrived.run();
                }
            });
        });
        return null;
    }

    private static @Nullable Image read(Path file, int size) {
        if (!Files.isReadable(file)) {
            return null;
        }
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            return image == null ? null : scaled(image, size);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The picture " + file + " cannot be read", e);
            return null;
        }
    }

    /** Halves until the next step would be too small, so that fine lines stay crisp. */
    private static BufferedImage scaled(BufferedImage image, int size) {
        BufferedImage current = image;
        int longest = Math.max(image.getWidth(), image.getHeight());
        while (longest > size) {
            int next = Math.max(size, longest / 2);
            int width = Math.max(1, Math.round((float) current.getWidth() * next / longest));
            int height = Math.max(1, Math.round((float) current.getHeight() * next / longest));
            BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = smaller.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(current, 0, 0, width, height, null);
            g.dispose();
            current = smaller;
            longest = next;
        }
        return current;
    }
}
