package org.tillwright.core.paymentqr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read or written, or everything that is wrong with it.
 *
 * @param value null exactly when there are faults
 */
public record Checked<T>(@Nullable T value, List<PayloadFault> faults) {

    public Checked {
        faults = List.copyOf(faults);
        if ((value == null) == faults.isEmpty()) {
            throw new IllegalArgumentException("either a value or faults");
        }
    }

    static <T> Checked<T> of(T value) {
        return new Checked<>(value, List.of());
    }

    static <T> Checked<T> wrong(List<PayloadFault> faults) {
        return new Checked<>(null, faults);
    }
}
