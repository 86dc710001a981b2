package org.tillwright.register.device.jpos.unit;

import java.util.Map;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.tillwright.register.device.DeviceException.Trouble;

/** What the error codes of UnifiedPOS mean for a person at the register. */
final class ErrorCodes {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(JposConst.JPOS_E_CLOSED, "E_CLOSED"),
            Map.entry(JposConst.JPOS_E_CLAIMED, "E_CLAIMED"),
            Map.entry(JposConst.JPOS_E_NOTCLAIMED, "E_NOTCLAIMED"),
            Map.entry(JposConst.JPOS_E_NOSERVICE, "E_NOSERVICE"),
            Map.entry(JposConst.JPOS_E_DISABLED, "E_DISABLED"),
            Map.entry(JposConst.JPOS_E_ILLEGAL, "E_ILLEGAL"),
            Map.entry(JposConst.JPOS_E_NOHARDWARE, "E_NOHARDWARE"),
            Map.entry(JposConst.JPOS_E_OFFLINE, "E_OFFLINE"),
            Map.entry(JposConst.JPOS_E_NOEXIST, "E_NOEXIST"),
            Map.entry(JposConst.JPOS_E_EXISTS, "E_EXISTS"),
            Map.entry(JposConst.JPOS_E_FAILURE, "E_FAILURE"),
            Map.entry(JposConst.JPOS_E_TIMEOUT, "E_TIMEOUT"),
            Map.entry(JposConst.JPOS_E_BUSY, "E_BUSY"),
            Map.entry(JposConst.JPOS_E_EXTENDED, "E_EXTENDED"));

    private ErrorCodes() {}

    /** The trouble that an error of any kind of device is. */
    static Trouble troubleOf(JposException error) {
        return switch (error.getErrorCode()) {
            case JposConst.JPOS_E_CLAIMED, JposConst.JPOS_E_NOTCLAIMED -> Trouble.BUSY;
            case JposConst.JPOS_E_NOHARDWARE -> Trouble.ABSENT;
            case JposConst.JPOS_E_CLOSED, JposConst.JPOS_E_DISABLED -> Trouble.UNPLUGGED;
            case JposConst.JPOS_E_NOSERVICE, JposConst.JPOS_E_NOEXIST -> Trouble.NO_DRIVER;
            case JposConst.JPOS_E_ILLEGAL, JposConst.JPOS_E_EXISTS -> Trouble.NOT_UNDERSTOOD;
            default -> Trouble.NOT_ANSWERING;
        };
    }

    /** The trouble that an error of a printer is: its own codes tell of cover, paper, and what is broken. */
    static Trouble troubleOfPrinter(JposException error) {
        if (error.getErrorCode() == JposConst.JPOS_E_EXTENDED) {
            return switch (error.getErrorCodeExtended()) {
                case POSPrinterConst.JPOS_EPTR_COVER_OPEN -> Trouble.COVER_OPEN;
                case POSPrinterConst.JPOS_EPTR_REC_EMPTY -> Trouble.PAPER_OUT;
                case POSPrinterConst.JPOS_EPTR_TOOBIG, POSPrinterConst.JPOS_EPTR_BADFORMAT -> Trouble.NOT_UNDERSTOOD;
                default -> Trouble.FAULTY; // a knife that is jammed, a head that is too hot
            };
        }
        boolean isBug = error.getOrigException() instanceof RuntimeException; // the maker's, and nothing is jammed
        return error.getErrorCode() == JposConst.JPOS_E_FAILURE && !isBug ? Trouble.FAULTY : troubleOf(error);
    }

    /** What an error was, without the maker's words: they may hold what a reader read. */
    static String bare(JposException error) {
        return NAMES.getOrDefault(error.getErrorCode(), "code " + error.getErrorCode()) + " "
                + error.getErrorCodeExtended();
    }

    /** What an error was, with the maker's words. */
    static String described(JposException error) {
        Exception origin = error.getOrigException();
        return bare(error) + ", " + error.getMessage() + (origin == null ? "" : " (" + origin + ")");
    }
}
