package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated label printers know each byte that they take, and say so of each that they do not. */
class LabelDecoderTest {

    private final List<PrintedLabel> printed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int asked;

    private final LabelDecoder.Listener listener = new LabelDecoder.Listener() {
        @Override
        public void printed(PrintedLabel label) {
            printed.add(label);
        }

        @Override
        public void asked() {
            asked++;
        }

        @Override
        public void unknown(String what) {
            unknown.add(what);
        }
    };

    private void send(LabelDecoder decoder, String text) {
        for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            decoder.take(each);
        }
    }

    private String rows(PrintedLabel label) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < label.picture().getHeight(); y++) {
            for (int x = 0; x < label.picture().getWidth(); x++) {
                rows.append((label.picture().getRGB(x, y) & 0xFF) == 0 ? '#' : '.');
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    @Test
    void aPictureIsWhatWasSent() {
        send(new ZplDecoder(listener), "^XA^PW16^LL4^LH0,0^FO0,0^GFA,8,8,2,80,:!HF,^FS^PQ2,0,0,N^XZ\n~HS");
        assertThat(unknown).isEmpty();
        assertThat(asked).isEqualTo(1);
        assertThat(printed).singleElement().satisfies(label -> {
            assertThat(label.copies()).isEqualTo(2);
            assertThat(rows(label))
                    .isEqualTo("#...............\n#...............\n################\n########........\n");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^XA^PW16^LL4^FDx^FS^XZ",
                "^XA^PW16^LL4^FO0,0^GFA,8,8,2,80^FS^XZ",
                "^XA^PW8^LL4^FO0,0^GFA,8,8,2,80,:::^FS^XZ",
                "^XA^PW16^LL4^FO0,0^GFA,8,8,2,8?,:::^FS^XZ",
                "^PW16^XA",
                "hello",
                "^XA^XZ",
                "~JA^XA"
            })
    void whatZplDoesNotKnowItSays(String sent) {
        send(new ZplDecoder(listener), sent);
        assertThat(unknown).isNotEmpty();
    }

    @Test
    void tsplTakesAPictureOfAnyBytes() {
        String size = "SIZE 15 mm,15 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n";
        send(new TsplDecoder(203, listener), size + "BITMAP 0,0,1,4,0,\u007f\r\n\u001b\r\nPRINT 1,7\r\n\u001b!?");
        assertThat(unknown).isEmpty();
        assertThat(asked).isEqualTo(1);
        assertThat(printed).singleElement().satisfies(label -> {
            assertThat(label.copies()).isEqualTo(7);
            assertThat(rows(label).lines().map(row -> row.substring(0, 8)).limit(5))
                    .containsExactly("#.......", "####..#.", "####.#.#", "###..#..", "........");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIZE 4 inch,2 inch\r\n",
                "SOUND 5,100\r\n",
                "SIZE 15 mm,15 mm\r\nCLS\r\nBITMAP 0,0,99,4,0,",
                "BITMAP 0,0,1,4,0,abcd",
                "\u001b!S",
                "TEXT 10,10,\"3\",0,1,1,\"x\"\r\n"
            })
    void whatTsplDoesNotKnowItSays(String sent) {
        send(new TsplDecoder(203, listener), sent);
        assertThat(unknown).isNotEmpty();
    }
}
