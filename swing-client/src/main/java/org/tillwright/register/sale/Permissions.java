package org.tillwright.register.sale;

/** The permissions that the register asks for, as the server gives them to roles. */
public final class Permissions {

    public static final String OVERRIDE_PRICE = "sales.override-price";
    public static final String RETURN_WITHOUT_RECEIPT = "sales.return-without-receipt";
    public static final String RETURN = "sales.return";
    public static final String POST_VOID = "sales.post-void";
    public static final String VOID = "sales.void";
    public static final String DISCOUNT = "sales.discount";
    public static final String TENDER_ABOVE_LIMIT = "sales.tender-above-limit";
    public static final String OPEN_TILL = "till.open";
    public static final String SETTLE_TILL = "till.settle";

    private Permissions() {}
}
