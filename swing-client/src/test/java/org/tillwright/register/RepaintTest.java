package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tillwright.register.component.Look;
import org.tillwright.register.shell.HeaderPanel;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.RegisterWindow;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;
import org.tillwright.register.tile.Tile;
import org.tillwright.register.tile.TilePanel;

/** What stands on the screen after the window has changed, against the same window drawn from nothing. */
class RepaintTest {

    private RegisterFrame frame;
    private TilePanel tiles;

    @Test
    void nothingOfAnEarlierLayoutStaysOnTheScreen() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        RegisterFrame.runAndWait(this::open);
        Robot robot = new Robot();
        try {
            for (int[] size : new int[][] {{1024, 768}, {1910, 1070}, {1024, 768}, {1366, 768}}) {
                RegisterFrame.runAndWait(() -> frame.resize(size[0], size[1]));
                robot.waitForIdle();
                robot.delay(200);
                robot.waitForIdle();
                RegisterFrame.runAndWait(() -> assertThat(differences(robot))
                        .as("pixels left over at " + size[0] + "x" + size[1])
                        .isEmpty());
            }
        } finally {
            RegisterFrame.runAndWait(frame::close);
        }
    }

    private void open() {
        Look.LIGHT.apply();
        frame = new RegisterFrame(() -> {}, () -> {});
        RegisterWindow window = new RegisterWindow(Texts.of("en"), new NoHeader());
        tiles = new TilePanel(new PictureShelf(id -> Optional.empty(), Runnable::run), id -> {}, step -> {}, () -> {});
        window.add(Screen.SELLING, tiles, () -> {});
        frame.show(window);
        frame.open(1024, 768);
        window.show(Screen.SELLING);
        List<Tile> shown = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            shown.add(new Tile("item-" + i, "Article number " + i, i + ".00", null, 0));
        }
        tiles.show(shown);
    }

    /** The tiles and what is between them; above them a clock runs. */
    private List<String> differences(Robot robot) {
        Point at = tiles.getLocationOnScreen();
        BufferedImage screen = robot.createScreenCapture(new Rectangle(at, tiles.getSize()));
        BufferedImage fresh = frame.picture();
        List<String> differences = new ArrayList<>();
        for (int y = 0; y < screen.getHeight() && differences.size() < 10; y++) {
            for (int x = 0; x < screen.getWidth(); x++) {
                if (screen.getRGB(x, y) != fresh.getRGB(x + at.x, y + at.y)) {
                    differences.add(x + "," + y);
                    break;
                }
            }
        }
        return differences;
    }

    private record NoHeader() implements HeaderPanel.Actions {
        @Override
        public void nextLanguage() {}

        @Override
        public void lock() {}

        @Override
        public void help() {}

        @Override
        public void status() {}
    }
}
