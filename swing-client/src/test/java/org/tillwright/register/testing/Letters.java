package org.tillwright.register.testing;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The register's own letters by themselves: what they lack is not borrowed from the machine that the test runs on. */
public final class Letters {

    private Letters() {}

    public static Font regular() {
        return font("Inter-Regular.otf");
    }

    public static Font semibold() {
        return font("Inter-SemiBold.otf");
    }

    public static Font bold() {
        return font("Inter-Bold.otf");
    }

    private static Font font(String file) {
        try (InputStream in = FlatInterFont.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not packed with the fonts");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is no font", e);
        }
    }
}
