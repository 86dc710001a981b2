package org.tillwright.core.promotion;

/**
 * An upper bound for what the rest of a distribution can take off. Every line has a price for a piece of it, and each rule
 * is asked what it could take at most if it paid these prices and nobody else wanted its pieces: the sum over all rules, with
 * the prices of all pieces given back, is never too low, whatever the prices are. The better the prices say what a piece is
 * worth to the second best rule, the closer the bound; so a price rises where more pieces are wanted than there are, and
 * falls where fewer are.
 */
final class Prices {

    /** Prices are counted in this fraction of a minor unit. */
    static final long FINE = 64;

    /** Amounts above which there is no bound but the amount itself. */
    private static final long MOST = 1L << 48;

    private final Shelf shelf;
    private final boolean huge;
    private long amount;
    /** By line: the price of a piece. */
    private long[] price;
    /** By line: what all pieces from there on cost, with what open pieces take beyond their price. */
    private final long[] rest;

    private final long[][] openWorth;
    private long[] bestPrice = {};
    private final Bidder[] bidders;

    private final long[] wanted;
    private long cost;

    Prices(Shelf shelf) {
        this.shelf = shelf;
        int lines = shelf.size();
        this.price = new long[lines];
        this.rest = new long[lines + 1];
        this.wanted = new long[lines];
        this.openWorth = new long[lines][];
        for (int line = 0; line < lines; line++) {
            amount += shelf.amounts[line];
            openWorth[line] = openWorth(line);
        }
        this.huge = amount > MOST || amount < 0;
        for (int line = 0; line < lines && !huge; line++) {
            price[line] = openWorth[line][openWorth[line].length - 1] * FINE / shelf.pieces[line];
        }
        this.bidders = new Bidder[huge ? 0 : shelf.members.length];
        for (int i = 0; i < bidders.length; i++) {
            bidders[i] = new Bidder(shelf, i);
            cost += bidders[i].cost();
        }
        reckon();
    }

    private long[] openWorth(int line) {
        long pieces = shelf.pieces[line];
        boolean isLong = pieces > SearchLimits.PIECES_OF_A_LINE;
        long[] worth = new long[isLong ? 1 : (int) pieces + 1];
        for (int i = isLong ? 0 : 1; i < worth.length; i++) {
            worth[i] = shelf.open.of(shelf.lines[line], isLong ? pieces : i);
        }
        return worth;
    }

    // The bound

    /** Returns an upper bound for all that can be taken. */
    long most() {
        if (huge) {
            return Long.MAX_VALUE / 2;
        }
        return Math.floorDiv(fineMost(), FINE);
    }

    private long fineMost() {
        long sum = rest[0];
        for (Bidder bidder : bidders) {
            sum += bidder.most();
        }
        return sum;
    }

    /**
     * Returns an upper bound for a half-made distribution, or -1 if it cannot come to a lawful end.
     *
     * @param taken by what is distributed already
     * @param rows for each member how many of its own lines are behind
     * @param line that comes next
     * @param left pieces of the line before, that are still to be given
     */
    long most(long taken, long[] states, int[] rows, int line, long left) {
        if (huge) {
            return Long.MAX_VALUE / 2;
        }
        long sum = taken * FINE + rest[line];
        if (left > 0) {
            sum += left * price[line - 1] + rest[line - 1] - rest[line] - shelf.pieces[line - 1] * price[line - 1];
        }
        for (int i = 0; i < rows.length; i++) {
            long most = bidders[i].most(rows[i], states);
            if (most < Bidder.NONE / 2) {
                return -1;
            }
            sum += most;
        }
        return sum < 0 ? -1 : sum / FINE;
    }

    private void reckon() {
        if (huge) {
            return;
        }
        for (int line = shelf.size() - 1; line >= 0; line--) {
            long[] worth = openWorth[line];
            int best = bestOpen(line);
            long open = worth.length == 1 ? worth[0] * FINE : worth[best] * FINE - best * price[line];
            rest[line] = rest[line + 1] + shelf.pieces[line] * price[line] + open;
        }
        for (Bidder bidder : bidders) {
            bidder.reckon(price);
        }
    }

    private int bestOpen(int line) {
        int best = 0;
        long most = openWorth[line][0] * FINE;
        for (int count = 1; count < openWorth[line].length; count++) {
            long now = openWorth[line][count] * FINE - count * price[line];
            if (now > most) {
                most = now;
                best = count;
            }
        }
        return best;
    }

    // Better prices

    /** Looks for prices at which the bound comes closer to what was found; returns how many steps that took. */
    long improve(int rounds, long found) {
        long took = 0;
        keep();
        long least = fineMost();
        long share = 1;
        for (int round = 0; round < rounds && !huge && least / FINE > found && share < 256; round++) {
            if (!move((fineMost() - found * FINE) / share)) {
                break;
            }
            reckon();
            took += cost;
            if (fineMost() < least) {
                least = fineMost();
                keep();
            } else {
                share *= 2;
            }
        }
        goBack();
        return took + cost;
    }

    private void keep() {
        bestPrice = price.clone();
        for (Bidder bidder : bidders) {
            bidder.keep();
        }
    }

    private void goBack() {
        price = bestPrice.clone();
        for (Bidder bidder : bidders) {
            bidder.goBack();
        }
        reckon();
    }

    /** Moves prices to where supply and demand are nearer; false if they meet already. */
    private boolean move(long gap) {
        for (int line = 0; line < wanted.length; line++) {
            wanted[line] = openWorth[line].length == 1 ? shelf.pieces[line] : bestOpen(line);
        }
        for (Bidder bidder : bidders) {
            bidder.demand(wanted);
        }
        long norm = 0;
        for (int line = 0; line < wanted.length; line++) {
            wanted[line] -= shelf.pieces[line];
            norm += wanted[line] * wanted[line];
        }
        for (Bidder bidder : bidders) {
            norm += bidder.imbalance();
        }
        if (norm == 0) {
            return false;
        }
        for (int line = 0; line < wanted.length; line++) {
            price[line] = Math.max(0, price[line] + gap * wanted[line] / norm);
        }
        for (Bidder bidder : bidders) {
            bidder.move(gap, norm);
        }
        return true;
    }
}
