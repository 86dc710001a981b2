package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.paymentqr.PayloadFault.Code;

class EpcQrTest {

    private static final Currency EURO = Currency.of("EUR");

    /** Beyond all letters of the tables, the last of which is the numero sign. */
    private static final int LAST_LETTER = 0x2200;

    /** A code that a Belgian charity shows in public. */
    private static final String CHARITY =
            """
            BCD
            002
            1
            SCT
            BPOTBEB1
            Red Cross of Belgium
            BE72000000001616
            EUR1
            CHAR

            Urgency fund
            Sample QR code""";

    @Test
    void aPublicCodeIsRead() {
        EpcTransfer transfer = read(CHARITY);

        assertThat(transfer)
                .isEqualTo(new EpcTransfer(
                        EpcTransfer.Version.V002,
                        EpcEncoding.UTF_8,
                        "BPOTBEB1",
                        "Red Cross of Belgium",
                        "BE72000000001616",
                        new Money(EURO, 100),
                        "CHAR",
                        null,
                        "Urgency fund",
                        "Sample QR code"));
        assertThat(EpcQr.write(transfer).value()).isEqualTo(CHARITY.replace("EUR1\n", "EUR1.00\n"));
    }

    @Test
    void carriageReturnsAndMissingLastLinesAreRead() {
        EpcTransfer transfer = read(CHARITY.replace("\n", "\r\n"));
        assertThat(transfer).isEqualTo(read(CHARITY));

        EpcTransfer least = read("BCD\n002\n1\nSCT\n\nShop\nBE72000000001616");
        assertThat(least.amount()).isNull();
        assertThat(EpcQr.write(least).value()).isEqualTo("BCD\n002\n1\nSCT\n\nShop\nBE72000000001616");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BCD\r\n002\n1\nSCT\n\nShop\nBE72000000001616",
                "BCD\n002\n1\nSCT\n\nSh\rop\nBE72000000001616",
                "BCD\n002\n1\nSCT\n\nShop\nBE72000000001616\n\n\n\n\n\n\n"
            })
    void otherLinesAreBroken(String text) {
        assertThat(EpcQr.read(text).faults()).extracting(PayloadFault::code).containsExactly(Code.BROKEN);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        List<PayloadFault> faults = EpcQr.read(
                        "BCE\n001\n9\nINST\n\n\nBE72000000001617\nEUR0\nGRÖẞE\nRF00539007547034\ntext")
                .faults();

        assertThat(faults)
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(
                        tuple(Code.UNKNOWN, "1"),
                        tuple(Code.UNKNOWN, "3"),
                        tuple(Code.UNKNOWN, "4"),
                        tuple(Code.MISSING, "5"),
                        tuple(Code.CHECK, "7"),
                        tuple(Code.MISSING, "6"),
                        tuple(Code.RANGE, "8"),
                        tuple(Code.TOO_LONG, "9"),
                        tuple(Code.LETTERS, "9"),
                        tuple(Code.TOGETHER, "11"),
                        tuple(Code.CHECK, "10"));
        assertThat(faults).extracting(PayloadFault::sentence).contains("The name (line 6) is missing.");
    }

    @ParameterizedTest(name = "{0} is {1} cents")
    @CsvSource({"EUR12, 1200", "EUR12.5, 1250", "EUR12.50, 1250", "EUR0.01, 1", "EUR999999999.99, 99999999999"})
    void anAmountIsReadExactly(String text, long minor) {
        assertThat(read(CHARITY.replace("EUR1\n", text + "\n")).amount()).isEqualTo(new Money(EURO, minor));
    }

    @ParameterizedTest(name = "{0} is no amount")
    @ValueSource(
            strings = {
                "EUR0",
                "EUR0.00",
                "EUR1000000000",
                "EUR1.001",
                "EUR1.000",
                "USD1",
                "1.00",
                "EUR-1",
                "EUR 1",
                "EUR"
            })
    void whatIsNoAmountIsRefused(String text) {
        assertThat(EpcQr.read(CHARITY.replace("EUR1\n", text + "\n")).faults())
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(tuple(Code.RANGE, "8"));
    }

    @Test
    void theBytesAreThoseOfTheNamedEncoding() {
        EpcTransfer transfer = new EpcTransfer(
                EpcTransfer.Version.V001,
                EpcEncoding.ISO_8859_15,
                "BFSWDE33BER",
                "Bäckerei für Œufs",
                "DE33100205000001194700",
                new Money(EURO, 12345),
                null,
                "RF18539007547034",
                null,
                "12 €");

        byte[] bytes = EpcQr.bytes(transfer);

        assertThat(new String(bytes, Charset.forName("ISO-8859-15")))
                .isEqualTo(EpcQr.write(transfer).value());
        assertThat(EpcQr.read(bytes).value()).isEqualTo(transfer);
    }

    @Test
    void aLetterThatTheEncodingHasNotIsTold() {
        EpcTransfer euro = new EpcTransfer(
                EpcTransfer.Version.V002,
                EpcEncoding.ISO_8859_1,
                null,
                "12 €",
                "BE72000000001616",
                null,
                null,
                null,
                null,
                null);

        assertThat(EpcQr.write(euro).faults())
                .containsExactly(new PayloadFault(Code.LETTERS, "6", "Line 6 has letters that ISO-8859-1 has not."));
    }

    @Test
    void thePayloadHasALimitInBytes() {
        String text = "ж".repeat(140);
        EpcTransfer transfer = new EpcTransfer(
                EpcTransfer.Version.V002,
                EpcEncoding.UTF_8,
                null,
                "Shop",
                "BE72000000001616",
                null,
                null,
                null,
                text,
                null);
        EpcTransfer longer = new EpcTransfer(
                EpcTransfer.Version.V002,
                EpcEncoding.UTF_8,
                null,
                "Shop",
                "BE72000000001616",
                null,
                null,
                null,
                text,
                text.substring(70));
        EpcTransfer cyrillic = new EpcTransfer(
                EpcTransfer.Version.V002,
                EpcEncoding.ISO_8859_5,
                null,
                "Shop",
                "BE72000000001616",
                null,
                null,
                null,
                text,
                text.substring(70));

        assertThat(EpcQr.bytes(transfer)).hasSizeLessThanOrEqualTo(EpcQr.MAX_BYTES);
        assertThat(EpcQr.write(longer).faults()).extracting(PayloadFault::code).containsExactly(Code.TOO_LONG);
        assertThat(EpcQr.write(cyrillic).faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EpcEncoding.class)
    void theTablesAreThoseOfTheRuntime(EpcEncoding encoding) {
        if (encoding == EpcEncoding.ISO_8859_10) {
            // The runtime lacks it: a few letters of the standard instead.
            assertThat(encoding.decode(new byte[] {(byte) 0xA1, (byte) 0xBD, (byte) 0xD0, (byte) 0xFF}))
                    .isEqualTo("Ą―Ðĸ");
            return;
        }
        Charset charset = Charset.forName(encoding.name().replace('_', '-'));
        CharsetEncoder encoder = charset.newEncoder();
        for (int letter = 0; letter < LAST_LETTER; letter++) {
            String text = Character.toString(letter);
            boolean isKnown = encoder.canEncode(text);
            if (encoding.has(text) != isKnown || (isKnown && !isSame(encoding, charset, text))) {
                fail("letter " + Integer.toHexString(letter));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "GB29NWBK60161331926819",
                "DE89370400440532013000",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "FR1420041010050500013M02606",
                "UA213223130000026007233566001"
            })
    void anIbanOfTheRegistryIsValid(String iban) {
        assertThat(Iban.isValid(iban)).isTrue();
        assertThat(Iban.isValid(iban + "0")).isFalse();
        assertThat(Iban.isValid(iban.substring(0, 4) + (iban.charAt(4) == 'A' ? 'B' : 'A') + iban.substring(5)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE",
                "de89370400440532013000",
                "DE89 3704 0044 0532 0130 00",
                "XX",
                "1234567890123456",
                "DEÄÄ370400440532013000"
            })
    void whatIsNoIbanIsNone(String text) {
        assertThat(Iban.isValid(text)).isFalse();
    }

    @Test
    void utf8IsReadStrictly() {
        byte[] tooLong = {(byte) 0xC0, (byte) 0x80};
        byte[] half = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        byte[] cut = {(byte) 0xE2, (byte) 0x82};

        assertThat(Utf8.decode(tooLong)).isNull();
        assertThat(Utf8.decode(half)).isNull();
        assertThat(Utf8.decode(cut)).isNull();
        assertThat(Utf8.decode("a€ж𝄞".getBytes(StandardCharsets.UTF_8))).isEqualTo("a€ж𝄞");
    }

    private static boolean isSame(EpcEncoding encoding, Charset charset, String text) {
        byte[] bytes = text.getBytes(charset);
        return Arrays.equals(encoding.encode(text), bytes) && text.equals(encoding.decode(bytes));
    }

    private static EpcTransfer read(String text) {
        Checked<EpcTransfer> read = EpcQr.read(text);
        assertThat(read.faults()).isEmpty();
        return requireNonNull(read.value());
    }
}
