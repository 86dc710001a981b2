package org.tillwright.core.paymentqr;

/** The additional data that EMVCo has named. The value {@code ***} lets the customer's telephone ask for it. */
public enum EmvDetail {
    BILL_NUMBER(1, "bill number", 25),
    MOBILE_NUMBER(2, "mobile number", 25),
    STORE_LABEL(3, "store label", 25),
    LOYALTY_NUMBER(4, "loyalty number", 25),
    REFERENCE_LABEL(5, "reference label", 25),
    CUSTOMER_LABEL(6, "customer label", 25),
    TERMINAL_LABEL(7, "terminal label", 25),
    PURPOSE(8, "purpose", 25),
    /** What the telephone sends along: A for the address, M for the mobile number, E for the e-mail address. */
    CUSTOMER_DATA_REQUEST(9, "customer data request", 3),
    MERCHANT_TAX_ID(10, "merchant tax ID", 20),
    /** Three digits: medium, place of the transaction, presence of the merchant. */
    MERCHANT_CHANNEL(11, "merchant channel", 3);

    private final int id;
    private final String words;
    private final int max;

    EmvDetail(int id, String words, int max) {
        this.id = id;
        this.words = words;
        this.max = max;
    }

    /** Returns the id of the data object inside the additional data. */
    int id() {
        return id;
    }

    String words() {
        return words;
    }

    int max() {
        return max;
    }
}
