package org.tillwright.system;

import java.awt.AWTException;
import java.io.IOException;
import java.nio.file.Path;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.wire.SnapshotMessage;

/** A register's home with goods to sell and an open till, for whoever breaks its devices. */
public final class FaultShop {

    private final BenchShop shop;

    private FaultShop(BenchShop shop) {
        this.shop = shop;
    }

    /** Makes the home anew in {@code directory}. */
    public static FaultShop make(Path directory, int items, RegisterSettings settings)
            throws IOException, JournalException {
        return new FaultShop(BenchShop.make(directory, items, settings));
    }

    public RegisterHome home() {
        return shop.home();
    }

    /** The barcode of item {@code index}, as printed on it. */
    public String barcode(int index) {
        return shop.barcode(index);
    }

    /** Types number and PIN into the register's window, as a cashier does. */
    public void signOnAtTheWindow(SaleSession sale) throws IOException, InterruptedException {
        try {
            BenchSignOn.signOn(sale, shop.pin());
        } catch (AWTException | DemoFailedException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Who may sell. */
    public SnapshotMessage.Operator operator(RegisterParts register) {
        return register.catalogues()
                .newest()
                .flatMap(catalogue -> catalogue.operatorByNumber(BenchShop.OPERATOR))
                .orElseThrow();
    }
}
