package com.example.vendor;

import java.nio.charset.StandardCharsets;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;

/** A scanner at a TCP port that sends {@code kind|code} in lines, with the numbers that UnifiedPOS has for kinds. */
public final class ExampleScanner extends ExampleService {

    private Line line;
    private volatile byte[] data = {};
    private volatile byte[] label = {};
    private volatile int kind;

    ExampleScanner(JposEntry entry) {
        super(entry);
    }

    @Override
    void connect() throws JposException {
        line = Line.to(number("port"));
        line.listen(this::sent, () -> events().status(JposConst.JPOS_SUE_POWER_OFFLINE));
    }

    private void sent(String text) {
        if (text.equals("error")) {
            events().error(JposConst.JPOS_E_FAILURE, 0);
            return;
        }
        int bar = text.indexOf('|');
        String code = text.substring(bar + 1);
        events().data(1, () -> {
            kind = bar < 0 ? 0 : Integer.parseInt(text.substring(0, bar));
            data = code.getBytes(StandardCharsets.ISO_8859_1);
            label = bar < 0 ? new byte[0] : data.clone();
        });
    }

    @Override
    void disconnect() {
        line.close();
    }

    public byte[] getScanData() {
        return data;
    }

    public byte[] getScanDataLabel() {
        return label;
    }

    public int getScanDataType() {
        return kind;
    }
}
