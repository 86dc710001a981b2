package org.tillwright.wire.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Unit;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.fiscal.FiscalMessage;

class ReceiptComposerTest {

    private static final UUID ID = UUID.fromString("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    private static final SaleParticulars PARTICULARS = new SaleParticulars(
            "c-1",
            "op-2",
            List.of(new MoneyIn("GIFT_CARD", "600012345678", 2_000L), new MoneyIn("TIP", null, 300L)),
            null,
            null,
            null);

    @Test
    void everyWayToPayIsToldAndNumbersAreHidden() {
        List<String> lines = text(compose(
                sale(
                        PARTICULARS,
                        tender("GIFT_CARD", 1_000, "600099998888"),
                        tender("STORE_CREDIT", 500, "SC-4711"),
                        tender("VOUCHER", 200, "V77777"),
                        tender("WALLET", 100, "W00000001"),
                        tender("ON_ACCOUNT", 50, "c-1"),
                        tender("DEPOSIT", 50, "lay-1"),
                        new SaleMessage.Tender(
                                "FOREIGN_CASH",
                                895L,
                                null,
                                new TenderParticulars(
                                        null, null, new TenderParticulars.Foreign("USD", 1_000L, 895_000L), null)),
                        tender("CASH", 4_800, null),
                        tender("CASH", -45, null)),
                ReceiptPrint.ORIGINAL,
                false,
                "en",
                ReceiptTemplate.USUAL_TEXT));
        assertThat(lines)
                .contains(
                        "Customer: Maja Holm",
                        "Sold by Ben",
                        "  no sugar",
                        "TOTAL EUR       52.50",
                        "Gift card ****5678                   20.00",
                        "Tip                                   3.00",
                        "TO PAY EUR      75.50",
                        "Gift card ****8888                   10.00",
                        "Store credit ****4711                 5.00",
                        "Voucher ****7777                      2.00",
                        "Wallet                                1.00",
                        "  W00000001",
                        "On account                            0.50",
                        "Deposit paid before                   0.50",
                        "Cash USD                              8.95",
                        "  10.00 USD at 0.895",
                        "Cash                                 48.00",
                        "Change                                0.45");
        assertThat(String.join("\n", lines)).doesNotContain("600099998888", "600012345678");
    }

    @Test
    void whatTheFiscalDeviceSignedStandsOnThePaperWhateverTheTemplateSays() {
        var signature = new FiscalMessage.Signature(
                "SIM-1",
                12L,
                Instant.parse("2026-01-31T10:15:31Z"),
                "SHA256withECDSA",
                "key",
                "text",
                "MEQCIA",
                "SIM-1;12");
        for (String template : List.of(
                ReceiptTemplate.USUAL_TEXT,
                ReceiptTemplate.USUAL_TEXT.replace("fiscal\n", ""),
                ReceiptTemplate.USUAL_TEXT.replace("fiscal\n", "if copy\n  fiscal\nend\n"))) {
            List<PaperLine> lines = composed(answer(signature, null), ReceiptPrint.ORIGINAL, template);
            assertThat(text(lines))
                    .contains(
                            "Fiscal device                   SIM-1",
                            "Fiscal number                      12",
                            "Signed            31/01/2026 11:15:31",
                            "Signature: MEQCIA");
            assertThat(lines).containsOnlyOnce(new PaperLine.Qr("SIM-1;12"));
        }
        assertThat(text(composed(answer(signature, null), ReceiptPrint.gift(Set.of()), ReceiptTemplate.USUAL_TEXT)))
                .noneMatch(line -> line.contains("Signature"));
    }

    @Test
    void thatTheFiscalDeviceFailedIsSaidInTheWordsOfTheLaw() {
        assertThat(text(composed(answer(null, "NOT_ANSWERING"), ReceiptPrint.ORIGINAL, ReceiptTemplate.USUAL_TEXT)))
                .contains("TSE ausgefallen");
        assertThat(text(composed(null, ReceiptPrint.ORIGINAL, ReceiptTemplate.USUAL_TEXT)))
                .noneMatch(line -> line.contains("iscal") || line.contains("TSE"));
    }

    private static FiscalMessage answer(FiscalMessage.@Nullable Signature signature, @Nullable String failure) {
        return new FiscalMessage("shop", "DE", ID, 17L, "SALE", signature, failure, Instant.EPOCH);
    }

    private static List<PaperLine> composed(@Nullable FiscalMessage answer, ReceiptPrint print, String template) {
        return new ReceiptComposer(
                        new ReceiptSale("till-01", 17, false, sale(PARTICULARS, tender("CASH", 7_550, null))),
                        print,
                        new Facts("Corner Shop", answer),
                        ReceiptWords.of("en"),
                        37)
                .compose(ReceiptTemplate.of(template));
    }

    @Test
    void creditThatIsGivenIsABarcode() {
        List<PaperLine> lines = compose(
                sale(null, tender("STORE_CREDIT", -2_250, "SC-1234-5")),
                ReceiptPrint.ORIGINAL,
                false,
                "en",
                ReceiptTemplate.USUAL_TEXT);
        assertThat(lines).contains(new PaperLine.Barcode("SC-1234-5"));
        assertThat(text(lines)).contains("STORE CREDIT", "22.50 EUR");
    }

    @Test
    void aGiftReceiptHasNoPriceAndTheCodeForAReturn() {
        List<PaperLine> lines = compose(
                sale(PARTICULARS, tender("CASH", 7_550, null)),
                ReceiptPrint.gift(Set.of(1L)),
                false,
                "da",
                ReceiptTemplate.USUAL_TEXT + "text: Total {total}\n");
        assertThat(text(lines))
                .contains("BYTTEMÆRKE", "Tea                                      2")
                .doesNotContain("Cup");
        assertThat(String.join("\n", text(lines))).doesNotContain("25", "EUR", "Kontant", "Moms", "Total", "Maja Holm");
        assertThat(lines).contains(new PaperLine.Barcode("0A1B-2C3D-4E5F-6071"));
    }

    @Test
    void thePickupNumberIsLargeAlsoWhereATemplateOfBeforeSaysNothingOfIt() {
        SaleMessage ordered =
                sale(new SaleParticulars(null, null, null, null, null, null, "A17"), tender("CASH", 5_250, null));
        String bare = "lines\ntotal\ntenders\ntaxes\nqr\n";
        assertThat(text(compose(ordered, ReceiptPrint.ORIGINAL, false, "en", ReceiptTemplate.USUAL_TEXT)))
                .containsOnlyOnce("Order A17");
        assertThat(text(compose(ordered, ReceiptPrint.ORIGINAL, false, "da", bare)))
                .startsWith("Ordre A17");
        assertThat(text(compose(ordered, ReceiptPrint.ORIGINAL, false, "en", bare + "text: Fetch {pickup}\n")))
                .contains("Fetch A17")
                .doesNotContain("Order A17");
        assertThat(text(compose(ordered, ReceiptPrint.gift(Set.of()), false, "en", bare)))
                .doesNotContain("Order A17");
    }

    @Test
    void copiesTrainingAndVoidsAreMarkedWhateverTheTemplateSays() {
        String bare = "lines\ntotal\ntenders\ntaxes\nqr\n";
        SaleMessage undoing = sale(
                new SaleParticulars(
                        null, null, null, null, null, UUID.fromString("ffffffff-0000-0000-0000-000000000001")),
                tender("CASH", 5_250, null));
        List<String> lines = text(compose(undoing, ReceiptPrint.copy(2), true, "en", bare));
        assertThat(lines.subList(0, 5))
                .containsExactly(
                        "TRAINING",
                        "Not a receipt. Nothing was sold.",
                        "COPY 2",
                        "VOID",
                        "Undoes receipt FFFF-FFFF-0000-0000");
        assertThat(lines).filteredOn("TRAINING"::equals).hasSize(2);
        assertThat(lines).filteredOn("COPY 2"::equals).hasSize(2);
    }

    @Test
    void aShopsOwnWordsConditionsAndPlaces() {
        String own =
                """
                text centre large: {shop}
                pair: Bon {number} | {date} {time}
                if language da
                text: Hej {customer}
                else
                text: Hello {customer}
                end
                if not salesperson
                text: nobody sold it
                end
                if tip
                rule =
                end
                lines
                total
                tenders
                taxes
                text right bold: {total} {currency}, {lines} lines, tax {tax}
                barcode
                """;
        SaleMessage sale = sale(PARTICULARS, tender("CASH", 7_550, null));
        List<String> danish = text(compose(sale, ReceiptPrint.ORIGINAL, false, "da", own));
        assertThat(danish)
                .contains("Corner Shop", "Hej Maja Holm", "75,50 EUR, 2 lines, tax 10,50", "=".repeat(42))
                .contains("Bon 17                    02-03-2026 10:00");
        assertThat(danish).doesNotContain("nobody sold it", "Hello Maja Holm");
        assertThat(text(compose(sale, ReceiptPrint.ORIGINAL, false, "uk", own))).contains("Hello Maja Holm");
    }

    @Test
    void noNameSteersAPrinterAndNoLineIsTooWide() {
        for (int columns : new int[] {32, 42, 48}) {
            List<PaperLine> lines = new ReceiptComposer(
                            subject(sale(PARTICULARS, tender("CASH", 7_550, "x")), false),
                            ReceiptPrint.ORIGINAL,
                            new Facts("Name\u001bp ".repeat(20)),
                            ReceiptWords.of("uk"),
                            columns)
                    .compose(ReceiptTemplate.usual());
            for (PaperLine line : lines) {
                if (line instanceof PaperLine.Text text) {
                    int width = text.style() == PaperLine.Style.LARGE ? 2 : 1;
                    assertThat(text.text().length() * width).isLessThanOrEqualTo(columns);
                    assertThat(text.text().chars().noneMatch(c -> c < ' ')).isTrue();
                }
            }
        }
    }

    private static List<PaperLine> compose(
            SaleMessage sale, ReceiptPrint print, boolean training, String language, String template) {
        return new ReceiptComposer(
                        subject(sale, training), print, new Facts("Corner Shop"), ReceiptWords.of(language), 42)
                .compose(ReceiptTemplate.of(template));
    }

    private static ReceiptSale subject(SaleMessage sale, boolean training) {
        return new ReceiptSale("till-01", 17, training, sale);
    }

    private static SaleMessage.Tender tender(String type, long minor, @Nullable String reference) {
        return new SaleMessage.Tender(
                type, minor, null, reference == null ? null : TenderParticulars.reference(reference));
    }

    /** Two teas of 25.00, a cup of 2.50, 25 % in the price. */
    private static SaleMessage sale(@Nullable SaleParticulars particulars, SaleMessage.Tender... tenders) {
        SaleMessage.Line tea = new SaleMessage.Line(
                1L,
                "tea",
                "Tea",
                2_000L,
                25_000_000L,
                5_000L,
                4_000L,
                1_000L,
                "S",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new LineParticulars("no sugar", null, null));
        SaleMessage.Line cup = new SaleMessage.Line(2L, "cup", "Cup", 1_000L, 2_500_000L, 250L, 200L, 50L, "S", null);
        return new SaleMessage(
                ID,
                "shop",
                UUID.randomUUID(),
                "op-1",
                LocalDate.parse("2026-03-02"),
                Instant.parse("2026-03-02T08:59:00Z"),
                Instant.parse("2026-03-02T09:00:00Z"),
                "EUR",
                List.of(tea, cup),
                List.of(new SaleMessage.TaxLine("S", 250_000L, 4_200L, 1_050L, 5_250L)),
                List.of(tenders),
                4_200L,
                1_050L,
                5_250L,
                null,
                null,
                null,
                null,
                null,
                particulars);
    }

    private static List<String> text(List<PaperLine> lines) {
        List<String> text = new ArrayList<>();
        for (PaperLine line : lines) {
            if (line instanceof PaperLine.Text one) {
                text.add(one.text());
            }
        }
        return text;
    }

    private record Facts(String shopName, @Nullable FiscalMessage fiscal) implements ReceiptFacts {

        Facts(String shopName) {
            this(shopName, null);
        }

        @Override
        public SnapshotMessage.Store store() {
            return new SnapshotMessage.Store(
                    "shop",
                    shopName,
                    List.of(),
                    null,
                    "DE",
                    "EUR",
                    "en",
                    "Europe/Berlin",
                    "04:00",
                    Map.of("en", "Thank you!"));
        }

        @Override
        public String operator(String operatorId) {
            return operatorId.equals("op-1") ? "Anna" : "Ben";
        }

        @Override
        public String customer(String customerId) {
            return "Maja Holm";
        }

        @Override
        public Unit unit(String itemId) {
            return Unit.PIECE;
        }

        @Override
        public String modifier(String groupId, String modifierId, String language) {
            return modifierId;
        }

        @Override
        public String promotion(String promotionId, String language) {
            return promotionId;
        }

        @Override
        public boolean hasLogo() {
            return false;
        }
    }
}
