package org.tillwright.register.sale.seeded;

import jakarta.ws.rs.client.Client;
import java.awt.Component;
import java.sql.Connection;
import java.sql.SQLException;
import javax.swing.JLabel;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.receipt.seeded.ReceiptThatKnowsTheSale;
import org.tillwright.server.seeded.InsideOfTheServer;

/** One wrong class for each rule of the register's brain. Only the tests of the rules look at them. */
public final class SeededSale {

    private SeededSale() {}

    /** A sale that paints itself. */
    public static class WithALabel {

        public static Component label(String text) {
            return new JLabel(text);
        }
    }

    /** A sale that knows what a screen says. */
    public static class WithAnAnnouncement {

        public static String text(Announcement announcement) {
            return announcement.text();
        }
    }

    /** A sale that waits for the network. */
    public static class WithHttp {

        public static void end(Client client) {
            client.close();
        }
    }

    /** A sale with a database of its own. */
    public static class WithADatabase {

        public static boolean isOpen(Connection connection) throws SQLException {
            return !connection.isClosed();
        }
    }

    /** A register that reads the server's rows. */
    public static class WithTheServersInside {

        public static long rows() {
            return InsideOfTheServer.rows();
        }
    }

    /** A cent lost between two whole numbers. */
    public static class WithAFraction {

        public static long half(long minor) {
            return (long) (minor * 0.5);
        }
    }

    /** Half of a circle. */
    public static class ThatKnowsTheReceipt {

        public static String text() {
            return ReceiptThatKnowsTheSale.text();
        }
    }

    /** A class that breaks no rule. */
    public static class Innocent {

        public static long twice(long minor) {
            return 2 * minor;
        }
    }
}
