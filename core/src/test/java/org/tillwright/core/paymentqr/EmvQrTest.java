package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.paymentqr.PayloadFault.Code;

class EmvQrTest {

    /** The example of EMVCo's specification. */
    private static final String EMVCO =
            "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
                    + "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***"
                    + "0708A60086670902ME91320016A0112233449988770708123456786304A13A";

    /** The example of the Brazilian central bank's manual. */
    private static final String PIX =
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR"
                    + "5913Fulano de Tal6008BRASILIA62070503***63041D3D";

    @Test
    void theExampleOfTheSpecificationIsRead() {
        EmvPayment payment = read(EMVCO);

        Currency yuan = Currency.of("CNY");
        assertThat(payment.initiation()).isEqualTo(EmvPayment.Initiation.DYNAMIC);
        assertThat(payment.accounts()).isEmpty();
        assertThat(payment.networks())
                .containsExactly(
                        new EmvTemplate(29, "D15600000000", List.of(new EmvObject(5, "A93FO3230Q"))),
                        new EmvTemplate(31, "D15600000001", List.of(new EmvObject(3, "12345678"))));
        assertThat(payment.category()).isEqualTo("4111");
        assertThat(payment.amount()).isEqualTo(new Money(yuan, 2372));
        assertThat(payment.tip()).isEqualTo(new EmvTip.Asked());
        assertThat(payment.country()).isEqualTo("CN");
        assertThat(payment.merchantName()).isEqualTo("BEST TRANSPORT");
        assertThat(payment.city()).isEqualTo("BEIJING");
        assertThat(payment.details())
                .isEqualTo(Map.of(
                        EmvDetail.STORE_LABEL, "1234",
                        EmvDetail.CUSTOMER_LABEL, "***",
                        EmvDetail.TERMINAL_LABEL, "A6008667",
                        EmvDetail.CUSTOMER_DATA_REQUEST, "ME"));
        assertThat(payment.local()).isEqualTo(new EmvLocal("ZH", "最佳运输", "北京"));
        assertThat(payment.unreserved())
                .containsExactly(new EmvTemplate(91, "A011223344998877", List.of(new EmvObject(7, "12345678"))));
    }

    @Test
    void aPixCodeIsReadAndWrittenLetterByLetter() {
        EmvPayment payment = read(PIX);

        assertThat(payment.initiation()).isNull();
        assertThat(payment.amount()).isNull();
        assertThat(payment.currency()).isEqualTo(Currency.of("BRL"));
        assertThat(payment.networks()).containsExactly(network("123e4567-e12b-12d1-a456-426655440000"));
        assertThat(payment.details()).isEqualTo(Map.of(EmvDetail.REFERENCE_LABEL, "***"));
        assertThat(EmvQr.write(payment).value()).isEqualTo(PIX);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        EmvPayment payment = read(EMVCO);

        String written = requireNonNull(EmvQr.write(payment).value());

        assertThat(written).startsWith("000201010212").matches(".*6304[0-9A-F]{4}");
        assertThat(read(written)).isEqualTo(payment);
    }

    @ParameterizedTest(name = "''{0}'' gives {1}")
    @CsvSource({"123456789, 29B1", "'', FFFF", "A, B915"})
    void theChecksumIsTheOneOfTheStandard(String text, String sum) {
        assertThat(Crc16.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(sum);
    }

    @Test
    void oneChangedLetterIsSeen() {
        assertThat(EmvQr.read(PIX.replace("Fulano", "Fulana")).faults())
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(tuple(Code.CHECK, "63"));
        assertThat(EmvQr.read(PIX.replace("1D3D", "1d3d")).faults()).isEmpty();
    }

    @Test
    void lengthsThatDoNotFitAreBroken() {
        assertThat(EmvQr.read("0002015").faults())
                .containsExactly(new PayloadFault(Code.BROKEN, "", "At letter 7 no data object can be read."));
        assertThat(EmvQr.read(summed(PIX.substring(0, PIX.length() - 8) + "64031AB"))
                        .faults())
                .containsExactly(new PayloadFault(Code.BROKEN, "64", "At letter 1 of 64 no data object can be read."));
        assertThat(EmvQr.read("").faults()).extracting(PayloadFault::field).contains("63", "00", "02");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        List<PayloadFault> faults = EmvQr.read(summed("000202" + "010213" + "5204ABCD" + "5303999" + "55029A"
                        + "57033.5" + "5802dk" + "5926ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "62070903MAM" + "64060002D1"))
                .faults();

        assertThat(faults)
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(
                        tuple(Code.UNKNOWN, "00"),
                        tuple(Code.UNKNOWN, "01"),
                        tuple(Code.MISSING, "02"),
                        tuple(Code.UNKNOWN, "53"),
                        tuple(Code.UNKNOWN, "55"),
                        tuple(Code.TOGETHER, "57"),
                        tuple(Code.LETTERS, "52"),
                        tuple(Code.LETTERS, "58"),
                        tuple(Code.TOO_LONG, "59"),
                        tuple(Code.MISSING, "60"),
                        tuple(Code.UNKNOWN, "62.09"),
                        tuple(Code.LETTERS, "64.00"),
                        tuple(Code.MISSING, "64.01"));
        assertThat(faults).extracting(PayloadFault::sentence).contains("The city (60) is missing.");
    }

    @Test
    void anIdThatIsThereTwiceIsRefused() {
        String twice = summed(PIX.substring(0, PIX.length() - 8) + "5802BR");

        assertThat(EmvQr.read(twice).faults())
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(tuple(Code.TWICE, "58"));
    }

    @ParameterizedTest(name = "{0} is {1} centavos")
    @CsvSource({"98.73, 9873", "98, 9800", "98., 9800", "98.7, 9870", "0.01, 1", "007.5, 750", "98.7300000000, 9873"})
    void anAmountIsReadExactly(String text, long minor) {
        assertThat(read(withAmount(text)).amount()).isEqualTo(new Money(Currency.of("BRL"), minor));
    }

    @ParameterizedTest(name = "{0} is no amount")
    @CsvSource({"0", "0.00", ".5", "-1", "1.234", "'1,50'", "1 0", "1e3", "1..2"})
    void whatIsNoAmountIsRefused(String text) {
        assertThat(EmvQr.read(withAmount(text)).faults())
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(tuple(Code.RANGE, "54"));
    }

    @Test
    void feesAreTold() {
        Currency real = Currency.of("BRL");

        assertThat(roundTrip(new EmvTip.Fee(new Money(real, 150)))).isEqualTo(new EmvTip.Fee(new Money(real, 150)));
        assertThat(roundTrip(new EmvTip.Share(Rate.percent("3.25")))).isEqualTo(new EmvTip.Share(Rate.percent("3.25")));
        assertThat(EmvQr.write(payment(new EmvTip.Share(Rate.percent("100")), "Shop"))
                        .faults())
                .extracting(PayloadFault::field)
                .containsExactly("57");
    }

    @Test
    void whatMustNotBeWrittenIsNotWritten() {
        assertThat(EmvQr.write(payment(null, "Bäckerei")).faults())
                .extracting(PayloadFault::code, PayloadFault::field)
                .containsExactly(tuple(Code.LETTERS, "59"));
        assertThatThrownBy(() -> new EmvTemplate(30, "a", List.of(new EmvObject(0, "b"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmvObject(100, "b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static EmvTip roundTrip(EmvTip tip) {
        return requireNonNull(
                read(requireNonNull(EmvQr.write(payment(tip, "Shop")).value())).tip());
    }

    private static EmvPayment payment(EmvTip tip, String name) {
        Currency real = Currency.of("BRL");
        return new EmvPayment(
                EmvPayment.Initiation.STATIC,
                List.of(),
                List.of(network("key")),
                "5411",
                real,
                new Money(real, 100),
                tip,
                "BR",
                name,
                "RECIFE",
                null,
                Map.of(),
                List.of(),
                null,
                List.of());
    }

    private static EmvTemplate network(String key) {
        return new EmvTemplate(26, "br.gov.bcb.pix", List.of(new EmvObject(1, key)));
    }

    private static EmvPayment read(String text) {
        Checked<EmvPayment> read = EmvQr.read(text);
        assertThat(read.faults()).isEmpty();
        return requireNonNull(read.value());
    }

    private static String withAmount(String amount) {
        String length = amount.length() < 10 ? "0" + amount.length() : Integer.toString(amount.length());
        return summed(PIX.substring(0, PIX.length() - 8) + "54" + length + amount);
    }

    private static String summed(String text) {
        return text + "6304" + Crc16.of((text + "6304").getBytes(StandardCharsets.UTF_8));
    }
}
