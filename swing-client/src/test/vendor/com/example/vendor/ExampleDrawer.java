package com.example.vendor;

import jpos.JposException;
import jpos.config.JposEntry;

/** A drawer behind the printer at a TCP port, with a contact that it keeps in mind. */
public final class ExampleDrawer extends ExampleService {

    private Line line;
    private boolean opened;

    ExampleDrawer(JposEntry entry) {
        super(entry);
    }

    @Override
    boolean isExclusive() {
        return false;
    }

    @Override
    boolean has(String capability) {
        return capability.equals("CapStatus") && !lacks(capability);
    }

    @Override
    void connect() throws JposException {
        line = Line.to(number("port"));
    }

    @Override
    void disconnect() {
        line.close();
    }

    public void openDrawer() throws JposException {
        requireEnabled();
        line.write(new byte[] {0x1B, 'p', 0, 60, 120});
        opened = true;
    }

    public boolean getDrawerOpened() throws JposException {
        requireEnabled();
        return opened;
    }
}
