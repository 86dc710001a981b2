package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosDecoderTest {

    private final List<PaperItem> paper = new ArrayList<>();
    private final EscPosDecoder decoder = new EscPosDecoder(20, paper::add);

    private void takeHex(String hex) {
        decoder.take(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private List<String> texts() {
        return paper.stream().map(PaperItem::asText).toList();
    }

    @Test
    void bytesThatMeanNothingAreToldAndNotPassedOver() {
        takeHex("41 1b 7f 42 0a 07");
        assertThat(texts()).containsExactly("[UNKNOWN 1b 7f]", "AB", "[UNKNOWN 07]");
    }

    @Test
    void aCommandMayComeInPieces() {
        takeHex("1d 28 6b 05 00");
        takeHex("31 50 30 68");
        takeHex("69 1d 28 6b 03 00 31 51");
        assertThat(paper).isEmpty();
        takeHex("30");
        assertThat(texts()).containsExactly("[QR hi]");
    }

    @Test
    void aLineLongerThanThePaperIsBrokenWhereThePaperEnds() {
        decoder.take("12345678901234567890ABC\n1234567890123456789\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(texts()).containsExactly("12345678901234567890", "ABC", "1234567890123456789");
    }

    @Test
    void wideLettersTakeTwoColumns() {
        takeHex("1d 21 11 41 41 41 41 41 41 41 41 41 41 42 0a");
        assertThat(texts()).containsExactly("AAAAAAAAAA", "B");
    }

    @Test
    void bothWaysOfBarcodesAreRead() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex("1d6b02"));
        bytes.writeBytes("4006381333931".getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        bytes.writeBytes(HexFormat.of().parseHex("1d6b49087b4254577b430c22"));
        decoder.take(bytes.toByteArray());
        assertThat(texts()).containsExactly("[EAN13 4006381333931]", "[CODE128 TW1234]");
    }

    @Test
    void thePulseNamesPinAndTimes() {
        takeHex("1b 70 01 3c 78");
        assertThat(texts()).containsExactly("[drawer on pin 5, 120/240 ms]");
    }

    /** Bytes that another encoder, receiptline 4.0.4, made of a receipt of ours in its two ESC/POS dialects. */
    @ParameterizedTest
    @ValueSource(strings = {"receiptline-escpos.bin", "receiptline-generic.bin"})
    void whatAnotherEncoderWritesIsUnderstoodToTheLastByte(String file) throws IOException {
        var wide = new EscPosDecoder(42, paper::add);
        try (InputStream bytes = getClass().getResourceAsStream(file)) {
            wide.take(bytes.readAllBytes());
        }
        assertThat(paper).noneMatch(PaperItem.Unknown.class::isInstance);
        assertThat(texts().stream().map(String::strip))
                .contains(
                        "Village Grocer",
                        "Rye bread                             4.90",
                        "Crème fraîche                         1.29",
                        "[EAN13 4006381333931]",
                        "[picture 88 x 84]",
                        "[CODE128 TW1234]",
                        "[cut]");
    }
}
