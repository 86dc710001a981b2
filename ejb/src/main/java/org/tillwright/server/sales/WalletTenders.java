package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.wallet.WalletTaken;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/** What a sale took from phones, and what it gave back to them. */
final class WalletTenders {

    private WalletTenders() {}

    static List<WalletTaken> of(SaleMessage sale) {
        List<WalletTaken> taken = new ArrayList<>();
        for (int i = 0; i < sale.tenders().size(); i++) {
            SaleMessage.Tender tender = sale.tenders().get(i);
            TenderParticulars said = tender.particulars();
            if (tender.type().equals(TenderType.WALLET.name()) && said != null && said.authorizationId() != null) {
                taken.add(new WalletTaken(i + 1, said.authorizationId(), tender.amountMinor()));
            }
        }
        return taken;
    }
}
