package org.tillwright.register.device.escpos;

import java.nio.charset.Charset;
import java.util.List;

/** A code page that a printer can be switched to, by the numbers of Epson's TM printers. */
public enum CodePage {
    /** Western Europe, with the euro sign. */
    CP858(19, "IBM00858"),
    WPC1252(16, "windows-1252"),
    /** Central Europe. */
    CP852(18, "IBM852"),
    /** Cyrillic, without the Ukrainian i and hard g. */
    CP866(17, "IBM866"),
    /** Cyrillic, with all Ukrainian letters. */
    WPC1251(46, "windows-1251"),
    /** Greek. */
    WPC1253(47, "windows-1253");

    /** In the order they are tried: the page a receipt begins with comes first. */
    public static final List<CodePage> ALL = List.of(values());

    private final int number;
    private final Charset charset;

    CodePage(int number, String charset) {
        this.number = number;
        this.charset = Charset.forName(charset);
    }

    /** The n of {@code ESC t n}. */
    public int number() {
        return number;
    }

    public Charset charset() {
        return charset;
    }
}
