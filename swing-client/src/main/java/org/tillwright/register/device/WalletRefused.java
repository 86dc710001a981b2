package org.tillwright.register.device;

import java.util.Locale;
import org.tillwright.wire.wallet.WalletRefusal;

/** The server says that a payment from a phone was certainly not made, and why. */
public final class WalletRefused extends DeviceException {

    private final WalletRefusal why;

    public WalletRefused(Trouble trouble, WalletRefusal why) {
        super(DeviceKind.WALLET, trouble);
        this.why = why;
    }

    public WalletRefusal why() {
        return why;
    }

    @Override
    public String textKey() {
        return "wallet.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
