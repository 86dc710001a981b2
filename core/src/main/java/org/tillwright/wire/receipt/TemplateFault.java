package org.tillwright.wire.receipt;

/**
 * One thing wrong with a template.
 *
 * @param line from 1; 0 for the whole
 * @param sentence what is wrong and what to do
 */
record TemplateFault(int line, String sentence) {

    @Override
    public String toString() {
        return line == 0 ? sentence : "line " + line + ": " + sentence;
    }
}
