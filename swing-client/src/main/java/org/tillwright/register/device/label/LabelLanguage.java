package org.tillwright.register.device.label;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelSize;

/** What a label printer is told, and how its answers are read. */
sealed interface LabelLanguage permits Zpl, Tspl {

    /** Returns the bytes that print so many of one label. */
    byte[] print(LabelDots label, LabelSize size, int copies);

    /** Returns the question how the printer is. */
    byte[] question();

    /**
     * Reads what came back so far.
     *
     * @return empty while the answer is not whole
     */
    Optional<Answer> read(byte[] received);

    /**
     * How a printer is.
     *
     * @param trouble what a person must end, or null
     * @param isBusy whether it has labels to print
     */
    record Answer(@Nullable Trouble trouble, boolean isBusy) {}
}
