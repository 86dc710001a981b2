package org.tillwright.core.paymentqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;

/** What holds for every payload there can be: what is written is read again, and garbage is told and never thrown. */
class PaymentQrPropertiesTest {

    private static final String VALID =
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR"
                    + "5913Fulano de Tal6008BRASILIA62070503***63041D3D";
    private static final String TRANSFER = "BCD\n002\n1\nSCT\n\nShop\nBE72000000001616\nEUR1.00\nGDDS\n\nthanks";

    @Property
    void aWrittenPaymentIsReadAgain(@ForAll("payments") EmvPayment payment) {
        Checked<String> written = EmvQr.write(payment);

        // Only the length of the whole, or of a template, cannot be chosen by parts.
        if (written.value() == null) {
            assertThat(written.faults()).extracting(PayloadFault::code).containsOnly(PayloadFault.Code.TOO_LONG);
        } else {
            assertThat(EmvQr.read(written.value()).value()).isEqualTo(payment);
        }
    }

    @Property
    void aWrittenTransferIsReadAgainFromTextAndBytes(@ForAll("transfers") EpcTransfer transfer) {
        Checked<String> written = EpcQr.write(transfer);

        if (written.value() == null) {
            assertThat(written.faults()).extracting(PayloadFault::code).containsOnly(PayloadFault.Code.TOO_LONG);
        } else {
            assertThat(EpcQr.read(written.value()).value()).isEqualTo(transfer);
            assertThat(EpcQr.read(EpcQr.bytes(transfer)).value()).isEqualTo(transfer);
        }
    }

    @Property
    void garbageIsToldAndNeverThrown(@ForAll String text, @ForAll byte[] bytes) {
        assertThat(EmvQr.read(text).faults()).isNotEmpty();
        assertThat(EpcQr.read(text).faults()).isNotEmpty();
        assertThat(EpcQr.read(bytes).faults()).isNotEmpty();
    }

    /** Changes, cuts and doubles a good code, so that garbage reaches every rule and not only the first. */
    @Property
    void aDamagedCodeIsToldAndNeverThrown(@ForAll("damages") List<int[]> damages) {
        String payment = damaged(VALID.substring(0, VALID.length() - 4), damages);
        String summed = payment + Crc16.of(payment.getBytes(StandardCharsets.UTF_8));
        String transfer = damaged(TRANSFER, damages);

        assertThat(EmvQr.read(summed)).isNotNull();
        assertThat(EpcQr.read(transfer)).isNotNull();
        assertThat(EpcQr.read(transfer.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    @Property
    void oneChangedDigitOfAnIbanIsSeen(@ForAll("places") int place, @ForAll("digits") int digit) {
        String iban = "DE89370400440532013000";
        char changed = (char) ('0' + digit);
        String wrong = iban.substring(0, place) + changed + iban.substring(place + 1);

        assertThat(Iban.isValid(wrong)).isEqualTo(wrong.equals(iban));
    }

    private static String damaged(String text, List<int[]> damages) {
        StringBuilder changed = new StringBuilder(text);
        for (int[] damage : damages) {
            int at = damage[1] % changed.length();
            switch (damage[0]) {
                case 0 -> changed.setCharAt(at, (char) damage[2]);
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.insert(at, (char) damage[2]);
                default -> changed.append(changed, 0, at);
            }
            if (changed.length() == 0) {
                changed.append('0');
            }
        }
        return changed.toString();
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(2, 21);
    }

    @Provide
    Arbitrary<Integer> digits() {
        return Arbitraries.integers().between(0, 9);
    }

    @Provide
    Arbitrary<List<int[]>> damages() {
        Arbitrary<Integer> letter = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.integers().between('0', '9')),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 127)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 0xFFFF)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 500),
                        letter)
                .as((kind, at, with) -> new int[] {kind, at, with})
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<EmvPayment> payments() {
        Arbitrary<String> codes = Arbitraries.of("BRL", "JPY", "KWD", "EUR", "CNY", "CLF", "HUF", "XCG");
        return Combinators.combine(
                        codes.map(Currency::of),
                        Arbitraries.longs().between(1, 99_999_999L),
                        Arbitraries.integers().between(0, 4),
                        printable(25),
                        printable(15),
                        networks(),
                        details(),
                        any(25))
                .as((currency, minor, shape, name, city, networks, details, local) -> new EmvPayment(
                        shape == 0 ? null : shape == 1 ? EmvPayment.Initiation.STATIC : EmvPayment.Initiation.DYNAMIC,
                        shape > 2 ? List.of(new EmvObject(4, "4111111111111")) : List.of(),
                        networks,
                        "5411",
                        currency,
                        shape == 1 ? null : new Money(currency, minor),
                        tip(shape, currency, minor),
                        "DK",
                        name,
                        city,
                        shape > 1 ? "2100" : null,
                        details,
                        List.of(),
                        shape == 2 ? new EmvLocal("uk", local, null) : null,
                        List.of()));
    }

    private static EmvTip tip(int shape, Currency currency, long minor) {
        return switch (shape) {
            case 1 -> new EmvTip.Asked();
            case 2 -> new EmvTip.Fee(new Money(currency, minor));
            case 3 -> new EmvTip.Share(new Rate(1 + minor % 9_999 * 100));
            default -> null;
        };
    }

    private static Arbitrary<List<EmvTemplate>> networks() {
        return Combinators.combine(
                        printable(32), any(20), Arbitraries.integers().between(1, 3))
                .as((id, value, count) -> {
                    List<EmvTemplate> networks = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        networks.add(new EmvTemplate(26 + i, id, List.of(new EmvObject(1 + i, value))));
                    }
                    return networks;
                });
    }

    private static Arbitrary<Map<EmvDetail, String>> details() {
        return Combinators.combine(printable(25), Arbitraries.integers().between(0, 255))
                .as((text, which) -> {
                    Map<EmvDetail, String> details = new TreeMap<>();
                    for (EmvDetail detail : EmvDetail.values()) {
                        if (detail.id() <= 8 && (which & (1 << detail.id())) != 0) {
                            details.put(detail, text);
                        }
                    }
                    return details;
                });
    }

    @Provide
    Arbitrary<EpcTransfer> transfers() {
        return Combinators.combine(
                        Arbitraries.of(EpcEncoding.class),
                        Arbitraries.longs().between(1, 99_999_999_999L),
                        Arbitraries.integers().between(0, 3),
                        printable(70).map(name -> name.isBlank() ? "Shop" : name),
                        any(140),
                        printable(35).map(reference -> reference.replace('R', 'r')))
                .as((encoding, cents, shape, name, text, reference) -> new EpcTransfer(
                        shape == 0 ? EpcTransfer.Version.V001 : EpcTransfer.Version.V002,
                        encoding,
                        shape < 2 ? "BPOTBEB1" : null,
                        name,
                        "BE72000000001616",
                        shape == 1 ? null : new Money(Currency.of("EUR"), cents),
                        shape == 2 ? "GDDS" : null,
                        shape == 3 ? reference : null,
                        shape != 3 && encoding.has(text) ? text : null,
                        null));
    }

    private static Arbitrary<String> printable(int max) {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(max);
    }

    private static Arbitrary<String> any(int max) {
        return Arbitraries.of('a', 'Z', '0', 'é', 'ж', '最', '€')
                .list()
                .ofMinSize(1)
                .ofMaxSize(max)
                .map(letters -> {
                    StringBuilder text = new StringBuilder();
                    letters.forEach(text::append);
                    return text.append("𝄞").substring(0, Math.max(1, letters.size() - 1));
                });
    }
}
