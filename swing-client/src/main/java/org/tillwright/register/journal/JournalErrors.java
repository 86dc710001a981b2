package org.tillwright.register.journal;

import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tillwright.register.journal.JournalException.Reason;

/** Tells the database's failures apart by what a person can do about them. */
public final class JournalErrors {

    private static final int PRIMARY_CODE = 0xFF;

    private JournalErrors() {}

    /** Turns a failure of SQLite into one of the journal. */
    public static JournalException of(SQLException failure) {
        return new JournalException(reasonOf(failure), "journal: " + failure.getMessage(), failure);
    }

    private static Reason reasonOf(SQLException failure) {
        if (failure instanceof JournalFence.TakenOverException) {
            return Reason.TAKEN_OVER;
        }
        if (!(failure instanceof SQLiteException sqlite)) {
            return Reason.DAMAGED;
        }
        int code = sqlite.getResultCode().code & PRIMARY_CODE;
        if (code == SQLiteErrorCode.SQLITE_FULL.code || saysNoSpace(failure)) {
            return Reason.FULL;
        }
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code
                ? Reason.IN_USE
                : Reason.DAMAGED;
    }

    private static boolean saysNoSpace(SQLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("full");
    }
}
