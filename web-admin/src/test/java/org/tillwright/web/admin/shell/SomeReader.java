package org.tillwright.web.admin.shell;

import java.time.ZoneId;

/** Someone who reads the console in a language, in Copenhagen. */
@SuppressWarnings("UnnecessaryAssignment") // no container sets the fields here
public final class SomeReader extends Console {

    private final String language;

    private SomeReader(String language) {
        this.language = language;
    }

    /** Returns the words as this reader sees them. */
    public static Words words(String language) {
        Words words = new Words();
        words.console = new SomeReader(language);
        words.figures = figures(language);
        return words;
    }

    public static Figures figures(String language) {
        Figures figures = new Figures();
        figures.console = new SomeReader(language);
        return figures;
    }

    @Override
    public String getLanguage() {
        return language;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Copenhagen");
    }
}
