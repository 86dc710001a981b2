package com.example.vendor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;

/** Two lines of twenty characters that speak CD5220, at a TCP port. */
public final class ExampleDisplay extends ExampleService {

    private Line line;

    ExampleDisplay(JposEntry entry) {
        super(entry);
    }

    @Override
    boolean has(String capability) {
        return capability.equals("CapMapCharacterSet") && !lacks(capability);
    }

    @Override
    void connect() throws JposException {
        line = Line.to(number("port"));
        line.write(new byte[] {0x1B, '@'});
    }

    @Override
    void disconnect() {
        line.close();
    }

    public int getDeviceColumns() {
        return 20;
    }

    public int getDeviceRows() {
        return 2;
    }

    public int getCharacterSet() {
        return 858;
    }

    public String getCharacterSetList() {
        return "858,998";
    }

    public void clearText() throws JposException {
        requireEnabled();
        line.write(new byte[] {0x0C});
    }

    public void displayTextAt(int row, int column, String data, int attribute) throws JposException {
        requireEnabled();
        if (row < 0 || row > 1 || column < 0 || column > 19 || attribute != 0) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "no such place");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1B, 'l', (byte) (column + 1), (byte) (row + 1)});
        bytes.writeBytes(data.getBytes(Charset.forName("IBM00858")));
        line.write(bytes.toByteArray());
    }
}
