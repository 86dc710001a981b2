package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Looks at the screen as a person would, for programs that only show themselves there. */
final class ScreenWatch {

    private static final long PATIENCE_SECONDS = 90;

    /** The register's paper-like ground; nothing else on an empty screen has it. */
    private static final int GROUND = 0xFFF4F3EF;

    private static final int STEP = 16;

    private ScreenWatch() {}

    /** Waits until a register's window is drawn and nothing changes any more, and keeps a picture of it. */
    static void awaitWindow(Process program, Path picture) throws AWTException, IOException, InterruptedException {
        Robot robot = new Robot();
        Rectangle whole = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        BufferedImage before = robot.createScreenCapture(whole);
        while (System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(program.isAlive()).as("the program runs").isTrue();
            BufferedImage now = robot.createScreenCapture(whole);
            if (ground(now) > 200 && isSame(before, now)) {
                ImageIO.write(now, "png", picture.toFile());
                return;
            }
            before = now;
        }
        ImageIO.write(before, "png", picture.toFile());
        throw new AssertionError("no window was drawn; " + picture + " shows the screen");
    }

    private static int ground(BufferedImage image) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y += STEP) {
            for (int x = 0; x < image.getWidth(); x += STEP) {
                found += image.getRGB(x, y) == GROUND ? 1 : 0;
            }
        }
        return found;
    }

    private static boolean isSame(BufferedImage one, BufferedImage other) {
        for (int y = 0; y < one.getHeight(); y += STEP) {
            for (int x = 0; x < one.getWidth(); x += STEP) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
