package org.tillwright.core.gs1;

/**
 * What is wrong with a code, and where.
 *
 * @param problem stable name of the fault
 * @param ai identifier whose value or company is wrong, or what stands where one should; empty if the fault lies elsewhere
 */
public record Gs1Fault(Gs1Problem problem, String ai) implements Gs1Result {

    Gs1Fault(Gs1Problem problem) {
        this(problem, "");
    }
}
