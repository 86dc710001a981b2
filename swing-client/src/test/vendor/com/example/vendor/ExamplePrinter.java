package com.example.vendor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import jpos.config.JposEntry;

/** Turns what UnifiedPOS says into ESC/POS, and sends it to a printer at a TCP port. */
public final class ExamplePrinter extends ExampleService {

    private static final Set<String> CAPABILITIES = Set.of(
            "CapRecPresent",
            "CapRecBold",
            "CapRecDhigh",
            "CapRecDwide",
            "CapRecDwideDhigh",
            "CapRecBarCode",
            "CapRecBitmap",
            "CapRecPapercut",
            "CapTransaction",
            "CapMapCharacterSet",
            "CapRecEmptySensor",
            "CapRecNearEndSensor",
            "CapCoverSensor");

    private static final Pattern ESCAPE = Pattern.compile("\u001B\\|(-?[0-9]*)([a-z]*[A-Z])");

    private final ByteArrayOutputStream transaction = new ByteArrayOutputStream();
    private Line line;
    private boolean inTransaction;
    private int characterSet = 437;

    ExamplePrinter(JposEntry entry) {
        super(entry);
    }

    @Override
    boolean has(String capability) {
        return CAPABILITIES.contains(capability) && !lacks(capability);
    }

    @Override
    void connect() throws JposException {
        line = Line.to(number("port"));
        line.write(new byte[] {0x1B, '@', 0x1C, '.'});
    }

    @Override
    void disconnect() {
        line.close();
    }

    public int getRecLineChars() {
        return 42;
    }

    public String getRecLineCharsList() {
        return "42,56";
    }

    public String getCharacterSetList() {
        return text("sets", "437,858,1251,998");
    }

    public int getCharacterSet() {
        return characterSet;
    }

    public void setCharacterSet(int number) throws JposException {
        requireEnabled();
        int page =
                switch (number) {
                    case 437 -> 0;
                    case 858 -> 19;
                    case 1251 -> 46;
                    default -> throw new JposException(JposConst.JPOS_E_ILLEGAL, "no such character set");
                };
        characterSet = number;
        send(new byte[] {0x1B, 't', (byte) page});
    }

    public boolean getCoverOpen() throws JposException {
        return (status(2) & 0x04) != 0;
    }

    public boolean getRecEmpty() throws JposException {
        return (status(4) & 0x60) != 0;
    }

    public boolean getRecNearEnd() throws JposException {
        return (status(4) & 0x0C) != 0;
    }

    private int status(int question) throws JposException {
        requireEnabled();
        line.write(new byte[] {0x10, 0x04, (byte) question});
        return Math.max(0, line.answer());
    }

    public void printNormal(int station, String data) throws JposException {
        requireEnabled();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // All looks end with a line here, as they may: whoever prints must not count on more.
        for (String each : data.split("(?<=\n)")) {
            bytes.writeBytes(new byte[] {0x1B, 'a', 0, 0x1B, 'E', 0, 0x1D, '!', 0});
            Matcher escape = ESCAPE.matcher(each);
            int at = 0;
            while (escape.find()) {
                bytes.writeBytes(encoded(each.substring(at, escape.start())));
                bytes.writeBytes(command(escape.group(1), escape.group(2)));
                at = escape.end();
            }
            bytes.writeBytes(encoded(each.substring(at)));
        }
        print(bytes.toByteArray());
    }

    private byte[] encoded(String text) {
        Charset charset =
                switch (characterSet) {
                    case 858 -> Charset.forName("IBM00858");
                    case 1251 -> Charset.forName("windows-1251");
                    default -> Charset.forName("IBM437");
                };
        return text.getBytes(charset);
    }

    private static byte[] command(String number, String command) throws JposException {
        return switch (number + command) {
            case "N" -> new byte[] {0x1B, 'a', 0, 0x1B, 'E', 0, 0x1D, '!', 0};
            case "bC" -> new byte[] {0x1B, 'E', 1};
            case "1C" -> new byte[] {0x1D, '!', 0x00};
            case "2C" -> new byte[] {0x1D, '!', 0x10};
            case "3C" -> new byte[] {0x1D, '!', 0x01};
            case "4C" -> new byte[] {0x1D, '!', 0x11};
            case "cA" -> new byte[] {0x1B, 'a', 1};
            case "rA" -> new byte[] {0x1B, 'a', 2};
            default -> {
                if (command.equals("fP")) {
                    yield new byte[] {0x1D, 'V', 66, 0};
                }
                throw new JposException(JposConst.JPOS_E_ILLEGAL, "no sequence " + number + command);
            }
        };
    }

    public void printBarCode(
            int station, String data, int symbology, int height, int width, int alignment, int textPosition)
            throws JposException {
        requireEnabled();
        if (lacks("Symbology" + symbology)) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "no such symbology");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1B, 'a', 1, 0x1D, 'h', 80, 0x1D, 'w', 2});
        bytes.writeBytes(new byte[] {0x1D, 'H', (byte) (textPosition == POSPrinterConst.PTR_BC_TEXT_BELOW ? 2 : 0)});
        byte[] content = data.getBytes(StandardCharsets.US_ASCII);
        if (symbology == POSPrinterConst.PTR_BCS_EAN13) {
            bytes.writeBytes(new byte[] {0x1D, 'k', 67, (byte) content.length});
            bytes.writeBytes(content);
        } else if (symbology == POSPrinterConst.PTR_BCS_Code128) {
            bytes.writeBytes(new byte[] {0x1D, 'k', 73, (byte) (content.length + 2), '{', 'B'});
            bytes.writeBytes(content);
        } else if (symbology == POSPrinterConst.PTR_BCS_QRCODE) {
            qr(bytes, content);
        } else {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "no such symbology");
        }
        print(bytes.toByteArray());
    }

    private static void qr(ByteArrayOutputStream bytes, byte[] content) {
        bytes.writeBytes(new byte[] {0x1D, '(', 'k', 4, 0, 49, 65, 50, 0});
        bytes.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 67, 5});
        bytes.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 69, 49});
        int length = content.length + 3;
        bytes.writeBytes(new byte[] {0x1D, '(', 'k', (byte) length, (byte) (length >> 8), 49, 80, 48});
        bytes.writeBytes(content);
        bytes.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 81, 48});
    }

    public void printMemoryBitmap(int station, byte[] data, int type, int width, int alignment) throws JposException {
        requireEnabled();
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(data));
        } catch (IOException e) {
            throw new JposException(
                    JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_BADFORMAT, "no picture", e);
        }
        int across = (image.getWidth() + 7) / 8;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1B, 'a', 1, 0x1D, 'v', '0', 0});
        bytes.writeBytes(new byte[] {
            (byte) across, (byte) (across >> 8), (byte) image.getHeight(), (byte) (image.getHeight() >> 8)
        });
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < across * 8; x += 8) {
                bytes.write(eight(image, x, y));
            }
        }
        print(bytes.toByteArray());
    }

    private static int eight(BufferedImage image, int left, int y) {
        int bits = 0;
        for (int x = left; x < left + 8; x++) {
            boolean black = x < image.getWidth() && (image.getRGB(x, y) & 0xFF) < 128;
            bits = bits << 1 | (black ? 1 : 0);
        }
        return bits;
    }

    public void transactionPrint(int station, int control) throws JposException {
        requireEnabled();
        inTransaction = control == POSPrinterConst.PTR_TP_TRANSACTION;
        if (!inTransaction) {
            byte[] bytes = transaction.toByteArray();
            transaction.reset();
            print(bytes);
        }
    }

    public void clearOutput() {
        transaction.reset();
        inTransaction = false;
    }

    private void send(byte[] bytes) throws JposException {
        if (inTransaction) {
            transaction.writeBytes(bytes);
        } else {
            line.write(bytes);
        }
    }

    /** Sends, and waits until it is on paper: in this printer's words, until its answer to GS r came. */
    private void print(byte[] bytes) throws JposException {
        send(bytes);
        if (inTransaction) {
            return;
        }
        line.write(new byte[] {0x1D, 'r', 1});
        if (line.answer() < 0) {
            boolean isPaperOut = has("CapRecEmptySensor") && getRecEmpty();
            throw new JposException(
                    JposConst.JPOS_E_EXTENDED,
                    isPaperOut ? POSPrinterConst.JPOS_EPTR_REC_EMPTY : POSPrinterConst.JPOS_EPTR_COVER_OPEN,
                    "the printer stopped");
        }
    }
}
