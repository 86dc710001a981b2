package com.example.vendor;

import java.nio.charset.StandardCharsets;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;

/** A reader of stripes at a TCP port that sends the tracks of a card in a line, with bars between. It chats about all it reads. */
public final class ExampleStripe extends ExampleService {

    private Line line;
    private volatile byte[][] tracks = {{}, {}, {}};

    ExampleStripe(JposEntry entry) {
        super(entry);
    }

    @Override
    void connect() throws JposException {
        line = Line.to(number("port"));
        line.listen(this::swiped, () -> events().status(JposConst.JPOS_SUE_POWER_OFFLINE));
    }

    private void swiped(String text) {
        // Drivers do print such things. Whoever hosts them must not let it get further.
        System.out.println("read " + text);
        System.err.println("tracks: " + text);
        String[] parts = (text + "|||").split("\\|");
        events().data(1, () -> tracks = new byte[][] {bytes(parts, 0), bytes(parts, 1), bytes(parts, 2)});
    }

    private static byte[] bytes(String[] parts, int index) {
        return (index < parts.length ? parts[index] : "").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    void disconnect() {
        line.close();
    }

    public byte[] getTrack1Data() {
        return tracks[0];
    }

    public byte[] getTrack2Data() {
        return tracks[1];
    }

    public byte[] getTrack3Data() {
        return tracks[2];
    }
}
