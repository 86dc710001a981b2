package org.tillwright.server.wallet;

import org.tillwright.server.Reason;

/**
 * Why nothing was asked of the gateway, or why it certainly did nothing. Registers know the names, as the fields of the problem.
 */
public enum WalletReason implements Reason {
    NOT_SET_UP("This server knows no wallet gateway; whoever runs it sets TILLWRIGHT_WALLET_URL."),
    UNREACHABLE("The wallet gateway cannot be reached, so nothing was paid; take another tender."),
    NOT_TAKEN("The wallet gateway takes no payments at the moment, so nothing was paid; take another tender."),
    KEY_REFUSED(
            "The wallet gateway does not know this shop's key; whoever runs the server sets TILLWRIGHT_WALLET_KEY_FILE."),
    UNSOUND(
            "A kind, an amount above zero in the store's own currency, and the code or number that the kind needs are wanted."),
    GIVEN_UP("The register gave this payment up before; begin a new one."),
    TOO_MUCH_BACK("More would go back than was paid; look at what was paid back already.");

    private final String sentence;

    WalletReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "wallet.refusal." + name();
    }

    @Override
    public String field() {
        return name();
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
