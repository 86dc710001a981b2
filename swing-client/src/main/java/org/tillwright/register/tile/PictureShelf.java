package org.tillwright.register.tile;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of items, fetched off the event thread and kept at the size they are drawn. A picture that is not there yet
 * is simply not drawn. Its methods are called on the event thread only.
 */
public final class PictureShelf {

    private static final Logger LOG = System.getLogger(PictureShelf.class.getName());

    /** Pictures kept in memory; at 96 pixels a side this is about 18 MB. */
    private static final int MOST_KEPT = 500;

    /** After this time a picture that could not be had is asked for again. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Function<String, Optional<byte[]>> source;
    private final Executor fetcher;
    private final Map<String, Kept> shelf = new HashMap<>();
    private final Map<String, Set<Runnable>> waiting = new HashMap<>();

    /**
     * Makes an empty shelf.
     *
     * @param source bytes of a picture; may wait
     * @param fetcher where it waits
     */
    public PictureShelf(Function<String, Optional<byte[]>> source, Executor fetcher) {
        this.source = source;
        this.fetcher = fetcher;
    }

    /** Returns the picture, or null for now; then {@code arrived} runs on the event thread once it can be drawn. */
    public @Nullable Image find(String pictureId, int size, Runnable arrived) {
        String key = pictureId + "@" + size;
        Kept kept = shelf.get(key);
        if (kept != null && kept.image() != null) {
            return kept.image();
        }
        // Several tiles may show one picture, and each wants to know when it is there.
        waiting.computeIfAbsent(key, asked -> new LinkedHashSet<>()).add(arrived);
        if (kept != null && System.nanoTime() - kept.askedAt() < PATIENCE.toNanos()) {
            return null;
        }
        if (shelf.size() >= MOST_KEPT) {
            shelf.clear();
        }
        shelf.put(key, new Kept(null, System.nanoTime()));
        fetcher.execute(() -> {
            Image image = source.apply(pictureId)
                    .map(bytes -> read(pictureId, bytes, size))
                    .orElse(null);
            if (image != null) {
                SwingUtilities.invokeLater(() -> {
                    shelf.put(key, new Kept(image, System.nanoTime()));
                    Set<Runnable> told = waiting.remove(key);
                    if (told != null) {
                        told.forEach(Runnable::run);
                    }
                });
            }
        });
        return null;
    }

    private static @Nullable Image read(String pictureId, byte[] bytes, int size) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null ? null : scaled(image, size);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "picture " + pictureId + " is no picture that can be drawn", e);
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

    /** A picture, or that it was asked for. */
    private record Kept(@Nullable Image image, long askedAt) {}
}
