package org.tillwright.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void writes() throws Exception {
        Path out = Files.createDirectories(Path.of("target/look"));
        ReportRenderer r = new ReportRenderer();
        ZoneId zone = ZoneId.of("Europe/Berlin");
        for (String language : new String[] {"en", "da", "uk"}) {
            for (String country : new String[] {"DE", "US"}) {
                Locale locale = Locale.forLanguageTag(language + "-" + country);
                String tail = "-" + language + "-" + country;
                for (Format f : Format.values()) {
                    String ext = tail + "." + f.extension();
                    Files.write(
                            out.resolve("sales" + ext),
                            r.render(Samples.sales(country, "=1+1<b>Milk</b> & Eggs"), f, locale, zone));
                    Files.write(out.resolve("tillx" + ext), r.render(Samples.tills(country, false), f, locale, zone));
                    Files.write(out.resolve("tillz" + ext), r.render(Samples.tills(country, true), f, locale, zone));
                    Files.write(out.resolve("stock" + ext), r.render(Samples.stock(country, 90), f, locale, zone));
                }
            }
        }
        for (int i = 0; i < 5; i++) {
            long t = System.nanoTime();
            r.render(Samples.stock("DE", 2000), Format.PDF, Locale.ENGLISH, zone);
            long u = System.nanoTime();
            r.render(Samples.stock("DE", 2000), Format.XLSX, Locale.ENGLISH, zone);
            System.err.println("2000 items pdf ms " + (u - t) / 1000000 + " xlsx " + (System.nanoTime() - u) / 1000000);
        }
    }
}
