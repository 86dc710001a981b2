package org.tillwright.register.device.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.device.CardSlip;
import org.tillwright.register.device.CardWatcher;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.wire.CardNumbers;

/** The bytes of ZVT: check sums, frames, fields, papers. */
class ZvtBytesTest {

    private static final HexFormat HEX = HexFormat.of();

    /** An end of day's paper as a terminal in a shop sent it, published with Portalum's ZVT library. */
    private static final String PAPER_OF_A_REAL_TERMINAL =
            "0681a91f0701032581a2071b30322e31312e3230323120202020202020202031373a30353a3032070c5449443a414830"
                    + "3030303036071441627363686c757373202d206b65696e6520545807192041563a202b30342e303720284a756e203131"
                    + "203230323129071b54493a20452044543a20302f302f204f463a20302f302f2043473a070f2020202020202020202020"
                    + "312f302f070120070120070120070120070120070120070120090181";

    @Test
    void theCheckSumIsTheOneOfTheCatalogue() {
        // CRC-16/KERMIT in the catalogue of parametrised CRC algorithms: check value of "123456789".
        assertThat(ZvtCrc.of("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0x2189);
    }

    @Test
    void aPaymentOf890IsFramedAsOnTheWire() {
        Apdu payment = new Apdu(Apdu.AUTHORIZATION, HEX.parseHex("04000000000890"));
        assertThat(HEX.formatHex(SerialFrames.framed(payment))).isEqualTo("10020601070400000000089010" + "0368cb");
    }

    @Test
    void theEscapeByteIsDoubledAndReadBack() throws Exception {
        Apdu payment = new Apdu(Apdu.AUTHORIZATION, HEX.parseHex("04000000001010"));
        byte[] frame = SerialFrames.framed(payment);
        assertThat(HEX.formatHex(frame)).contains("10101010");
        var line = new Scripted(frame);
        Optional<Apdu> read = new SerialFrames(line).receive(Duration.ofSeconds(1));
        assertThat(read.orElseThrow().data()).isEqualTo(payment.data());
        assertThat(line.written).containsExactly("06");
    }

    @Test
    void aDamagedFrameIsAskedForAgainAndOneThatComesTwiceCountsOnce() throws Exception {
        byte[] good = SerialFrames.framed(Apdu.of(Apdu.COMPLETION));
        byte[] bad = good.clone();
        bad[bad.length - 1] ^= 0x55;
        var line = new Scripted(bad, good, good);
        var frames = new SerialFrames(line);
        assertThat(frames.receive(Duration.ofSeconds(1)).orElseThrow().control())
                .isEqualTo(Apdu.COMPLETION);
        assertThat(frames.receive(Duration.ofMillis(1))).isEmpty();
        assertThat(line.written).containsExactly("15", "06", "06");
    }

    @Test
    void aFrameThatIsNotConfirmedIsSentThreeTimesInAll() throws Exception {
        byte[] no = {0x15};
        byte[] yes = {0x06};
        var line = new Scripted(no, no, yes);
        new SerialFrames(line).send(Apdu.of(Apdu.ABORT));
        assertThat(line.written).hasSize(3).containsOnly(HEX.formatHex(SerialFrames.framed(Apdu.of(Apdu.ABORT))));

        var deaf = new Scripted(no, no, no);
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> new SerialFrames(deaf).send(Apdu.of(Apdu.ABORT)));
    }

    @Test
    void everyFieldBeforeOneIsSkippedByItsOwnLength() {
        String others = "1904" + "0e2912" + "170001" + "3c" + "f0f0f3" + "414243" + "2a" + "31".repeat(15) + "8c01"
                + "60" + "f0f0f4" + "00010003" + "a000" + "ba0102030405" + "aa261123" + "0602" + "1f00";
        ZvtFields fields = ZvtFields.of(HEX.parseHex(others + "2700" + "0b000042"), 0);
        assertThat(fields.code(Bmp.RESULT)).contains(0);
        assertThat(fields.digits(Bmp.TRACE)).contains("000042");
    }

    @Test
    void aFieldThatIsCutShortOrUnknownLeavesTheOnesBefore() {
        assertThat(ZvtFields.of(HEX.parseHex("2700" + "0b0000"), 0).code(Bmp.RESULT))
                .contains(0);
        ZvtFields unknown = ZvtFields.of(HEX.parseHex("2700" + "7f00" + "0b000042"), 0);
        assertThat(unknown.code(Bmp.RESULT)).contains(0);
        assertThat(unknown.digits(Bmp.TRACE)).isEmpty();
        assertThat(ZvtFields.of(HEX.parseHex("0684ffffffff"), 0).lines()).isEmpty();
    }

    @Test
    void ofACardNumberInTheClearTheLastFourDigitsAreLeft() {
        ZvtFields fields = ZvtFields.of(HEX.parseHex("22f0f84111111111111111" + "23f1f14111111111111111d29122"), 0);
        assertThat(fields.text(Bmp.CARD_NUMBER)).contains("1111");
        assertThat(fields.bytes(0x23)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Karte 4111111111111111 ok, Karte ************1111 ok",
        "4111 1111 1111 1111, **** **** **** 1111",
        "5500-0000-0000-0004, ****-****-****-0004",
        "Trace 000000123456, Trace 000000123456",
        "VU-Nr 804712340001235, VU-Nr 804712340001235",
    })
    void cardNumbersInTextsAreMaskedAndOtherNumbersStay(String text, String masked) {
        assertThat(CardNumbers.masked(text)).isEqualTo(masked);
    }

    @Test
    void thePaperOfARealTerminalIsReadLineByLine() {
        List<CardSlip> printed = new ArrayList<>();
        Papers papers = new Papers(new CardWatcher() {
            @Override
            public void prints(CardSlip slip) {
                printed.add(slip);
            }
        });
        papers.block(HEX.parseHex(PAPER_OF_A_REAL_TERMINAL));
        assertThat(printed).hasSize(1);
        assertThat(printed.get(0).kind()).isEqualTo(CardSlip.Kind.ADMINISTRATION);
        assertThat(printed.get(0).lines())
                .contains("TID:AH000006", "Abschluss - keine TX")
                .hasSizeGreaterThan(6);
    }

    @Test
    void linesComeTogetherUntilTheLastOne() {
        List<CardSlip> printed = new ArrayList<>();
        Papers papers = new Papers(new CardWatcher() {
            @Override
            public void prints(CardSlip slip) {
                printed.add(slip);
            }
        });
        papers.line(HEX.parseHex("00" + "4f6e65"));
        papers.line(HEX.parseHex("ff02"));
        papers.line(HEX.parseHex("8154776f"));
        papers.line(HEX.parseHex("0041"));
        papers.end();
        assertThat(printed).extracting(CardSlip::lines).containsExactly(List.of("One", "", "", "Two"), List.of("A"));
    }

    /** A line that answers with what it was given, piece by piece. */
    private static final class Scripted implements SerialLine {

        private final List<byte[]> answers;
        private final List<String> written = new ArrayList<>();

        Scripted(byte[]... answers) {
            this.answers = new ArrayList<>(List.of(answers));
        }

        @Override
        public void write(byte[] bytes) {
            written.add(HEX.formatHex(bytes));
        }

        @Override
        public int read(byte[] buffer, Duration patience) {
            if (answers.isEmpty()) {
                return 0;
            }
            byte[] next = answers.remove(0);
            System.arraycopy(next, 0, buffer, 0, next.length);
            return next.length;
        }

        @Override
        public void close() {}
    }
}
