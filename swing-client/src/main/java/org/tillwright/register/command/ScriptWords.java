package org.tillwright.register.command;

/** What {@code simulate --help} says of scripts. */
final class ScriptWords {

    /** Every word of every device, in lines that fit on a terminal of 80 columns. */
    static final String HELP =
            """
            One command a line; # begins a remark; a word with blanks stands in double
            quotes, where \\r, \\n, \\t, \\xHH, \\" and \\\\ stand for signs that cannot be
            written. A file is read whole before anything is done; its first command that
            fails ends the simulator with exit code 1. "help" lists what the device knows.

              every device      wait MILLISECONDS, await TEXT [SECONDS], say TEXT, end,
                                unplug, plug
              printer, drawer   paper in|out, cover open|shut, run-out-after LINES,
                                roll low|full, knife jam|free, drawer open|shut
              label             labels in|out, head open|shut, run-out-after LABELS,
                                fall-silent
              scanner, badge    scan CODE (or the bare code), send TEXT
              scale             put GRAMS (or the bare figure; ~485 moves), move GRAMS,
                                over, under, off, slow QUESTIONS, fault, mend, restart,
                                miscount MINOR
              terminal, gateway approve, decline, mode APPROVE|DECLINE|ASK|HANG|SILENT
              terminal          fail STEP FAILURE, busy ENQUIRIES, careless on|off,
                                forgetful
              fiscal            full, expire, mend, slow MILLISECONDS, fall-silent,
                                cut-after-signing, repeat-number, forge
              gateway           tell PROMPT|NEVER|LATE|TWICE|OUT_OF_ORDER|FORGED|OLD,
                                release

            await looks at what the device has told since the last await, such as
            "drawer opened" or a printed line.""";

    private ScriptWords() {}
}
