package org.tillwright.simulator;

import java.util.List;
import org.tillwright.simulator.TerminalSimulator.Step;

/** The end of a simulated terminal's day, beat by beat. It can go wrong where a payment can, but for half papers. */
final class TerminalDay {

    private TerminalDay() {}

    static List<TerminalPlay.Beat> closing(TerminalBooks books, PaymentSimulator.Listener listener) {
        List<TerminalMovement> day = books.open();
        List<String> paper = List.of("END OF DAY", "Terminal " + TerminalWords.TERMINAL_ID, day.size() + " movements");
        return List.of(
                TerminalPlay.at(Step.ASKED),
                TerminalPlay.say(TerminalMessage.ack()),
                TerminalPlay.at(Step.CONFIRMED),
                TerminalPlay.say(new TerminalMessage("04ff", "0f")),
                new TerminalPlay.Beat(Step.BOOKED, books::close, null),
                TerminalPlay.at(Step.HALF_STATUS),
                new TerminalPlay.Beat(
                        null,
                        TerminalPlay.NOTHING,
                        new TerminalMessage("040f", TerminalWords.day(day)),
                        Step.STATUS_SENT),
                TerminalPlay.at(Step.STATUS_CONFIRMED),
                TerminalPlay.say(new TerminalMessage("06d3", TerminalWords.block(3, paper))),
                TerminalPlay.at(Step.BEFORE_COMPLETION),
                new TerminalPlay.Beat(
                        null, () -> listener.shows("Day closed"), TerminalMessage.of("060f"), Step.COMPLETED));
    }
}
