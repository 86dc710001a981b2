package org.tillwright.register.function;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.text.Texts;

/** Every function that the selling screen can have, with its key of the keyboard. */
public enum FunctionId {
    RETURN("F5"),
    VOID_SALE("F6"),
    REPRINT("F7"),
    CLOSE_TILL("F8"),
    SIGN_OFF("F9"),
    MORE("ctrl M"),
    CUSTOMER("ctrl K"),
    SUSPEND("ctrl S"),
    RESUME("ctrl R"),
    DISCOUNT("ctrl D"),
    DISCOUNT_SALE("ctrl shift D"),
    UNDO("ctrl Z"),
    INSTRUCTION("ctrl I"),
    MODIFIERS("ctrl O"),
    SERVICE_MODE("ctrl W"),
    PRICE_CHECK("ctrl P"),
    PRICE_BY_AMOUNT("ctrl H"),
    WEIGH("ctrl shift W"),
    TARE("ctrl shift G"),
    SALESPERSON("ctrl shift S"),
    GIFT_RECEIPT("ctrl G"),
    RECEIPT_SEND("ctrl E"),
    JOURNAL("ctrl J"),
    POST_VOID("ctrl shift V"),
    GIFT_CARD_SELL("ctrl F"),
    GIFT_CARD_BALANCE("ctrl B"),
    ACCOUNT_PAYMENT("ctrl shift A"),
    QUOTATION("ctrl Q"),
    LAYAWAY("ctrl L"),
    ORDERS("ctrl shift L"),
    TILL("ctrl T"),
    NO_SALE("ctrl N"),
    LOAN("ctrl shift N"),
    PICKUP("ctrl shift P"),
    PAID_IN("ctrl shift I"),
    PAID_OUT("ctrl shift O"),
    X_REPORT("ctrl shift X"),
    CARD_DAY_END("ctrl shift Z"),
    CARD_OPEN("ctrl shift C"),
    BILL_SPLIT("ctrl shift B"),
    KITCHEN_SEND("ctrl shift K"),
    KITCHEN_TICKETS("ctrl shift Q"),
    ORDER_READY("ctrl shift R"),
    LABEL("ctrl shift E"),
    TRAINING("ctrl shift T"),
    SWITCH_USER("ctrl U");

    /** What can be practised: nothing that asks the server for money or moves what lies in the till. */
    private static final Set<String> PRACTISED = Set.of(
            "RETURN",
            "VOID_SALE",
            "REPRINT",
            "SIGN_OFF",
            "MORE",
            "CUSTOMER",
            "DISCOUNT",
            "DISCOUNT_SALE",
            "UNDO",
            "INSTRUCTION",
            "MODIFIERS",
            "SERVICE_MODE",
            "PRICE_CHECK",
            "PRICE_BY_AMOUNT",
            "WEIGH",
            "TARE",
            "SALESPERSON",
            "BILL_SPLIT",
            "TRAINING",
            "SWITCH_USER");

    /** What a command barcode begins with; the function's name follows. */
    public static final String BARCODE_PREFIX = "TW*";

    private final String keyStroke;

    FunctionId(String keyStroke) {
        this.keyStroke = keyStroke;
    }

    /** Finds a function by its name in a shop's rules, or null. */
    public static @Nullable FunctionId find(String name) {
        for (FunctionId id : values()) {
            if (id.name().equals(name)) {
                return id;
            }
        }
        return null;
    }

    /** Finds the function of a command barcode, or null. */
    public static @Nullable FunctionId ofBarcode(String scanned) {
        return scanned.startsWith(BARCODE_PREFIX) ? find(scanned.substring(BARCODE_PREFIX.length())) : null;
    }

    /** True if it can be practised. */
    public boolean isPractised() {
        return PRACTISED.contains(name());
    }

    public FunctionKey key(Texts texts) {
        String words = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FunctionKey(name(), texts.text("function." + words), keyStroke, shown());
    }

    private String shown() {
        return keyStroke.replace("ctrl ", "Ctrl+").replace("shift ", "\u21e7");
    }

    /** The functions of a kind of shop, in the order of their keys. */
    static List<FunctionId> usual(Shop.Profile profile) {
        return switch (profile) {
            case FOOD -> List.of(RETURN, DISCOUNT, CUSTOMER, SUSPEND, RESUME, VOID_SALE);
            case FASHION -> List.of(RETURN, DISCOUNT, CUSTOMER, SALESPERSON, SUSPEND, GIFT_RECEIPT);
            case CAFE -> List.of(SERVICE_MODE, INSTRUCTION, DISCOUNT, SUSPEND, RESUME, BILL_SPLIT);
        };
    }

    /** True if a shop has use for a function: by its kind, or because things are made to order there whatever kind it is. */
    static boolean hasUse(FunctionId id, Shop shop) {
        boolean isOfAKitchen = id == KITCHEN_SEND || id == KITCHEN_TICKETS || id == ORDER_READY;
        boolean makesToOrder = !shop.kitchen().all().isEmpty();
        return (isOfAKitchen && makesToOrder) || !needless(shop.profile()).contains(id);
    }

    /** What a kind of shop has no use for; it is nowhere on screen unless the shop's rules name it. */
    private static List<FunctionId> needless(Shop.Profile profile) {
        return switch (profile) {
            case FOOD ->
                List.of(
                        SERVICE_MODE,
                        MODIFIERS,
                        SALESPERSON,
                        LAYAWAY,
                        QUOTATION,
                        ORDERS,
                        BILL_SPLIT,
                        GIFT_RECEIPT,
                        KITCHEN_SEND,
                        KITCHEN_TICKETS,
                        ORDER_READY);
            case FASHION ->
                List.of(
                        SERVICE_MODE,
                        MODIFIERS,
                        INSTRUCTION,
                        WEIGH,
                        TARE,
                        PRICE_BY_AMOUNT,
                        BILL_SPLIT,
                        KITCHEN_SEND,
                        KITCHEN_TICKETS,
                        ORDER_READY);
            case CAFE ->
                List.of(LAYAWAY, QUOTATION, ORDERS, SALESPERSON, GIFT_RECEIPT, WEIGH, TARE, PRICE_BY_AMOUNT, LABEL);
        };
    }
}
