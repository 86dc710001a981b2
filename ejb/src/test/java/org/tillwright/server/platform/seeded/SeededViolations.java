package org.tillwright.server.platform.seeded;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.tillwright.server.day.DayFigures;
import org.tillwright.server.platform.Sql;
import org.tillwright.server.sales.TransactionSummary;

/** One wrong class for each rule. Only the tests of the rules look at them. */
public final class SeededViolations {

    private SeededViolations() {}

    /** A row that anyone could hold in hand. */
    @Entity
    public static class PublicEntity {

        @Id
        String id = "";

        public String id() {
            return id;
        }
    }

    /** A bean by another name. */
    @Stateless
    public static class StockManager {}

    /** A door without a lock. */
    @Stateless
    public static class OpenService {

        public void move() {}
    }

    /** What only this package sees. */
    static final class Unseen {}

    /** A service that gives what its proxy may not see. */
    @Stateless
    public static class GivesTheUnseenService {

        @PermitAll
        public Unseen give() {
            return new Unseen();
        }
    }

    /** A timer that gives many of it. */
    @Singleton
    public static class ShowsTheUnseen {

        public Unseen[] show() {
            return new Unseen[] {new Unseen()};
        }
    }

    /** A service that goes round its repository. */
    @Stateless
    public static class SqlService {

        public static int rows(Sql sql) {
            return sql.update("delete from posting");
        }
    }

    /** A cent lost. */
    public static class Fraction {

        public static long half(long minor) {
            return (long) (minor * 0.5);
        }
    }

    /** Someone who looks at a watch of their own. */
    public static class OwnWatch {

        public static Instant time() {
            return Instant.now();
        }
    }

    /** Someone who swallows bugs. */
    public static class CatchAll {

        public static int parse(String text) {
            try {
                return Integer.parseInt(text);
            } catch (RuntimeException e) {
                return 0;
            }
        }
    }

    /** A platform that knows what a sale is. */
    public static class KnowsSales {

        public static long total(TransactionSummary sale) {
            return sale.totalMinor();
        }
    }

    /** A platform that looks at the day. */
    public static class KnowsTheDay {

        public static long total(DayFigures day) {
            return day.totalMinor();
        }
    }

    /** A server that answers by itself. */
    public static class AnswersTheWeb {

        public static boolean isFine(Response answer) {
            return answer.getStatus() < 400;
        }
    }

    /** A capability that reads the request. */
    public static class ReadsRequests {

        public static String caller(HttpServletRequest request) {
            return request.getRemoteAddr();
        }
    }

    /** A health check that wakes what has not started. */
    public static class AsksAnEjb implements HealthCheck {

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.up(new StockManager().toString());
        }
    }

    /** A class that breaks no rule. */
    public static class Innocent {

        public static long twice(long minor) {
            return 2 * minor;
        }
    }
}
