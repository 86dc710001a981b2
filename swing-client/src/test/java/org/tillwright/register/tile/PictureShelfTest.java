package org.tillwright.register.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class PictureShelfTest {

    private final Deque<Runnable> fetches = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final PictureShelf shelf = new PictureShelf(id -> Optional.of(picture()), fetches::add);

    @Test
    void aPictureThatTwoTilesShareIsDrawnOnBoth() throws Exception {
        Runnable first = () -> told.add("first tile");
        Runnable second = () -> told.add("second tile");
        SwingUtilities.invokeAndWait(() -> {
            assertThat(shelf.find("apple", 64, first)).isNull();
            assertThat(shelf.find("apple", 64, second)).isNull();
            assertThat(shelf.find("apple", 64, second))
                    .as("painted again before it came")
                    .isNull();
        });
        assertThat(fetches).as("fetched once").hasSize(1);
        fetches.remove().run();
        SwingUtilities.invokeAndWait(() -> {
            assertThat(told).containsExactly("first tile", "second tile");
            assertThat(shelf.find("apple", 64, first)).isNotNull();
        });
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(192, 192, BufferedImage.TYPE_INT_ARGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
