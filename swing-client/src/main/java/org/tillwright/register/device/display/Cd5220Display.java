package org.tillwright.register.device.display;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A pole display of two lines of twenty characters that speaks CD5220. Writes to positions only: after that protocol's
 * own "show this line" command a display takes no others until it is cleared. The display never answers.
 */
public final class Cd5220Display implements LineDisplay {

    public static final int COLUMNS = 20;

    private static final byte[] INITIALIZE = {0x1B, '@', 0x0C};
    private static final byte[] HIDE_CURSOR = {0x1B, '_', 0};
    private static final byte[] TOP_LEFT = {0x1B, 'l', 1, 1};
    private static final byte[] BOTTOM_LEFT = {0x1B, 'l', 1, 2};

    private final SharedLine shared;
    private final DisplayText text;
    private @Nullable SerialLine initialized;

    /**
     * @param shared one share of the line, which is given up by {@link #close()}
     * @param charset the code page the display is set to; protocol and makers disagree on how to change it
     */
    public Cd5220Display(SharedLine shared, Charset charset) {
        this.shared = shared;
        text = new DisplayText(charset, COLUMNS);
    }

    @Override
    public void show(String top, String bottom) throws DeviceException {
        shared.run(DeviceKind.DISPLAY, line -> {
            var bytes = new ByteArrayOutputStream();
            if (!Objects.equals(line, initialized)) {
                bytes.writeBytes(INITIALIZE);
                bytes.writeBytes(HIDE_CURSOR);
            }
            bytes.writeBytes(TOP_LEFT);
            bytes.writeBytes(text.line(top));
            bytes.writeBytes(BOTTOM_LEFT);
            bytes.writeBytes(text.line(bottom));
            line.write(bytes.toByteArray());
            initialized = line;
        });
    }

    @Override
    public String written(String words) {
        return text.written(words);
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void close() {
        shared.close();
    }
}
