package org.tillwright.system.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;

/** All paper that was cut off at one counter's printer. */
final class PaperTray implements PrinterSimulator.Listener {

    private static final int ID_SIGNS = 8;

    private final List<String> papers = new ArrayList<>();

    @Override
    public synchronized void cut(PrintedReceipt receipt) {
        papers.add(receipt.text().toLowerCase(Locale.ROOT).replace("-", ""));
    }

    /** How many whole receipts of a sale there are that do not say that they are copies. */
    synchronized long originals(FinishedSale sale) {
        return papers.stream()
                .filter(paper -> paper.contains(idOf(sale)) && !isCopy(paper))
                .count();
    }

    synchronized long copies(FinishedSale sale) {
        return papers.stream()
                .filter(paper -> paper.contains(idOf(sale)) && isCopy(paper))
                .count();
    }

    private static boolean isCopy(String paper) {
        return paper.contains("copy");
    }

    private static String idOf(FinishedSale sale) {
        return sale.transactionId().toString().substring(0, ID_SIGNS);
    }

    /** The last paper, for whoever wonders. */
    synchronized String last() {
        return papers.isEmpty() ? "no paper" : papers.get(papers.size() - 1);
    }
}
