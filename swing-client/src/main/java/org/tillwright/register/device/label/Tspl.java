package org.tillwright.register.device.label;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelSize;

/** TSPL, as TSC's printers and many cheaper ones speak it. In its pictures a set bit is white. */
final class Tspl implements LabelLanguage {

    private static final int HEAD_OPEN = 0x01;
    /** Jammed, out of labels, out of ribbon. */
    private static final int OUT = 0x0E;

    private static final int PRINTING = 0x20;
    private static final int OTHER = 0x80;

    private final int gapMm;

    /** @param gapMm between two labels; 0 for a roll without gaps */
    Tspl(int gapMm) {
        this.gapMm = gapMm;
    }

    @Override
    public byte[] print(LabelDots label, LabelSize size, int copies) {
        var out = new ByteArrayOutputStream();
        text(out, "SIZE " + size.widthMm() + " mm," + size.heightMm() + " mm\r\n");
        text(out, "GAP " + gapMm + " mm,0 mm\r\n");
        text(out, "DIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n");
        text(out, "BITMAP 0,0," + label.bytesAcross() + "," + label.height() + ",0,");
        for (byte eight : label.dots()) {
            out.write(~eight);
        }
        text(out, "\r\nPRINT 1," + copies + "\r\n");
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public byte[] question() {
        return new byte[] {0x1B, '!', '?'};
    }

    @Override
    public Optional<Answer> read(byte[] received) {
        if (received.length == 0) {
            return Optional.empty();
        }
        int status = received[received.length - 1] & 0xFF;
        Trouble trouble = (status & HEAD_OPEN) != 0
                ? Trouble.COVER_OPEN
                : (status & OUT) != 0 ? Trouble.PAPER_OUT : (status & OTHER) != 0 ? Trouble.NOT_UNDERSTOOD : null;
        return Optional.of(new Answer(trouble, (status & PRINTING) != 0));
    }
}
