package org.tillwright.register.device.jpos.unit;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jpos.JposException;
import jpos.LineDisplay;
import jpos.LineDisplayConst;
import org.tillwright.register.device.display.DisplayText;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposCall.Verb;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.serial.LineException;

/** A customer display. One with a single row shows the second line alone where there is one: that is where amounts stand. */
final class DisplayUnit extends Unit<LineDisplay> {

    private static final int USUAL_COLUMNS = 20;
    private static final int MOST_COLUMNS = 100;

    private Charset charset = StandardCharsets.US_ASCII;
    private int columns = USUAL_COLUMNS;
    private int rows = 2;

    DisplayUnit(LineDisplay display) {
        super(display, new Power(display::getCapPowerReporting, display::setPowerNotify, display::getPowerState));
    }

    @Override
    void begin(LineDisplay display) throws JposException {
        int told = Ability.number(display::getDeviceColumns, USUAL_COLUMNS);
        columns = told > 0 && told <= MOST_COLUMNS ? told : USUAL_COLUMNS;
        rows = Ability.number(display::getDeviceRows, 2);
        boolean areMapped =
                Ability.is(display::getCapMapCharacterSet) && Ability.done(() -> display.setMapCharacterSet(true));
        charset = Letters.best(
                Ability.text(display::getCharacterSetList),
                Ability.number(display::getCharacterSet, 0),
                areMapped,
                display::setCharacterSet);
        display.clearText();
    }

    @Override
    JposReply answer(LineDisplay display, JposCall call) throws JposException, LineException {
        if (!call.is(Verb.SHOW)) {
            throw unknown(call);
        }
        String top = requireNonNullElse(call.top(), "");
        String bottom = requireNonNullElse(call.bottom(), "");
        if (rows < 2) {
            show(display, 0, bottom.isBlank() ? top : bottom);
        } else {
            show(display, 0, top);
            show(display, 1, bottom);
        }
        return JposReply.shown(columns, charset.name());
    }

    /** A whole row, so that nothing of what was there is left. */
    private void show(LineDisplay display, int row, String text) throws JposException {
        String line = new DisplayText(charset, columns).fitted(text);
        display.displayTextAt(row, 0, line, LineDisplayConst.DISP_DT_NORMAL);
    }
}
