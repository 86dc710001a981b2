package org.tillwright.register.device.jpos;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.display.DisplayText;
import org.tillwright.register.device.host.DriverHost;

/**
 * A customer display that a maker's JavaPOS service drives. Which letters and how many columns it has is known once it has
 * shown something; until then it counts as one with plain letters and twenty columns, which is what most have.
 */
public final class JposDisplay implements LineDisplay {

    private static final int USUAL_COLUMNS = 20;
    private final JposSession session;
    private volatile int columns = USUAL_COLUMNS;
    private volatile DisplayText text = new DisplayText(StandardCharsets.US_ASCII, USUAL_COLUMNS);

    /** Opens nothing yet. */
    public JposDisplay(DriverHost host, JposTarget target) {
        session = new JposSession(host, DeviceKind.DISPLAY, target);
    }

    @Override
    public void show(String top, String bottom) throws DeviceException {
        JposReply shown = session.ask(JposCall.show(top, bottom));
        columns = requireNonNullElse(shown.columns(), (long) USUAL_COLUMNS).intValue();
        text = new DisplayText(Charset.forName(requireNonNullElse(shown.characterSet(), "US-ASCII")), columns);
    }

    @Override
    public String written(String words) {
        return text.written(words);
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void close() {
        session.close();
    }
}
