package org.tillwright.register.receipt;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.receipt.PaperWriter;
import org.tillwright.wire.receipt.ReceiptComposer;
import org.tillwright.wire.receipt.ReceiptPrint;
import org.tillwright.wire.receipt.ReceiptSale;
import org.tillwright.wire.receipt.ReceiptTemplate;
import org.tillwright.wire.receipt.ReceiptWords;

/** Turns a finished sale into the lines of its receipt, at a given width and in a given language. */
public final class ReceiptLayout {

    /** The narrowest paper a receipt is laid out for; anything narrower is treated as this wide. */
    public static final int MIN_COLUMNS = PaperWriter.MIN_COLUMNS;

    private final Catalogue catalogue;
    private final ReceiptWords words;
    private final int columns;
    private final Receipt.@Nullable Picture logo;
    private final @Nullable String customerName;
    private final @Nullable FiscalMessage fiscal;

    /**
     * @param catalogue for the store's head and template, and the units and names that a sale does not carry
     */
    public ReceiptLayout(Catalogue catalogue, Texts texts, int columns) {
        this(catalogue, texts.language(), columns, null, null, null);
    }

    private ReceiptLayout(
            Catalogue catalogue,
            String language,
            int columns,
            Receipt.@Nullable Picture logo,
            @Nullable String customerName,
            @Nullable FiscalMessage fiscal) {
        this.catalogue = catalogue;
        this.words = ReceiptWords.of(language);
        this.columns = columns;
        this.logo = logo;
        this.customerName = customerName;
        this.fiscal = fiscal;
    }

    /** Returns the same layout with the shop's picture at its head. */
    public ReceiptLayout withLogo(Receipt.@Nullable Picture picture) {
        return new ReceiptLayout(catalogue, words.language(), columns, picture, customerName, fiscal);
    }

    /** Returns the same layout with what a fiscal device answered to the sale; null where none was to be asked. */
    public ReceiptLayout withFiscal(@Nullable FiscalMessage answer) {
        return new ReceiptLayout(catalogue, words.language(), columns, logo, customerName, answer);
    }

    /** Returns the same layout for a customer who is known, in the language that they read. */
    public ReceiptLayout forCustomer(@Nullable String name, @Nullable String language) {
        return new ReceiptLayout(
                catalogue, language == null ? words.language() : language, columns, logo, name, fiscal);
    }

    /** Lays out the first receipt of a sale. */
    public Receipt original(FinishedSale finished) {
        return lay(finished, ReceiptPrint.ORIGINAL);
    }

    /** Lays out a repeat that nobody counts, marked as a copy at its top and at its end. */
    public Receipt copy(FinishedSale finished) {
        return lay(finished, ReceiptPrint.copy(ReceiptPrint.UNCOUNTED));
    }

    /**
     * Lays out a repeat with its number.
     *
     * @param number from 1
     */
    public Receipt copy(FinishedSale finished, int number) {
        return lay(finished, ReceiptPrint.copy(number));
    }

    /**
     * Lays out a receipt without prices, for who gets the present.
     *
     * @param lines numbers of the lines that are on it; none for all
     */
    public Receipt gift(FinishedSale finished, Set<Long> lines) {
        return lay(finished, ReceiptPrint.gift(lines));
    }

    /** The same, marked as a copy: the first may be on paper already, in part or whole. */
    public Receipt giftAgain(FinishedSale finished, Set<Long> lines) {
        return lay(finished, ReceiptPrint.giftCopy(lines));
    }

    private Receipt lay(FinishedSale finished, ReceiptPrint print) {
        ReceiptSale subject = ReceiptSale.of(finished.record(), finished.sale());
        CatalogueFacts facts = new CatalogueFacts(catalogue, customerName, logo != null, fiscal);
        List<PaperLine> lines = new ReceiptComposer(subject, print, facts, words, columns).compose(template());
        return Papers.of(lines, logo);
    }

    private ReceiptTemplate template() {
        String own = catalogue.shop().receipts().template();
        return own == null ? ReceiptTemplate.usual() : ReceiptTemplate.orUsual(own);
    }
}
