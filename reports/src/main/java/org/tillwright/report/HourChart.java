package org.tillwright.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.report.content.SalesOfDay;

/**
 * When the shop sold: one bar an hour. Drawn as lines and areas, so that it is sharp on any printer; the same figures stand
 * in the table above, for whoever cannot see it.
 */
final class HourChart extends AbstractRenderer implements Graphics2DRenderable {

    private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf";
    private static final Color BAR = new Color(0x0B6B53);
    private static final Color LINE = new Color(0xD8D5CD);
    private static final Color TEXT = new Color(0x565D65);
    private static final int TEXT_SIZE = 7;
    private static final int AXIS_WIDTH = 56;
    private static final int AXIS_HEIGHT = 14;
    private static final int TOP = 8;
    private static final int MOST_BAR_WIDTH = 34;
    private static final int STEPS = 2;

    private final transient Map<Integer, Long> totals = new HashMap<>();
    private final int firstHour;
    private final int hours;
    private final transient Currency currency;
    private final transient Words words;

    HourChart(List<SalesOfDay.Hour> sold, Currency currency, Words words) {
        this.currency = currency;
        this.words = words;
        this.firstHour = sold.get(0).hour();
        int last = firstHour;
        for (SalesOfDay.Hour hour : sold) {
            totals.put(hour.hour(), hour.figures().totalMinor());
            last = hour.hour();
        }
        this.hours = Math.floorMod(last - firstHour, 24) + 1;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D place) {
        Rectangle area = place.getBounds();
        graphics.setFont(font());
        long top = roundUp(
                totals.values().stream().mapToLong(Long::longValue).max().orElse(0));
        int height = area.height - TOP - AXIS_HEIGHT;
        for (int step = 0; step <= STEPS; step++) {
            int y = area.y + TOP + height - height * step / STEPS;
            graphics.setColor(LINE);
            graphics.fillRect(area.x + AXIS_WIDTH, y, area.width - AXIS_WIDTH, 1);
            label(
                    graphics,
                    words.text(new Cell.Amount(new Money(currency, top * step / STEPS))),
                    area.x + AXIS_WIDTH - 5,
                    y + 3);
        }
        int slot = (area.width - AXIS_WIDTH) / Math.max(hours, 6);
        int bar = Math.min(MOST_BAR_WIDTH, slot * 2 / 3);
        for (int i = 0; i < hours; i++) {
            int hour = (firstHour + i) % 24;
            int left = area.x + AXIS_WIDTH + slot * i + (slot - bar) / 2;
            int tall = barHeight(totals.getOrDefault(hour, 0L), top, height);
            graphics.setColor(BAR);
            graphics.fillRect(left, area.y + TOP + height - tall, bar, tall);
            graphics.setColor(TEXT);
            graphics.drawString(String.format(Locale.ROOT, "%02d", hour), left + bar / 2 - 4, area.y + area.height - 3);
        }
    }

    /** A loss, when more came back than was sold, has no bar. */
    private static int barHeight(long minor, long top, int height) {
        return top == 0 ? 0 : Math.toIntExact(Math.max(0, minor) * height / top);
    }

    private static void label(Graphics2D graphics, String text, int right, int base) {
        graphics.setColor(TEXT);
        graphics.drawString(text, right - graphics.getFontMetrics().stringWidth(text), base);
    }

    /** Returns the next amount that is round, and whose half is round too. */
    static long roundUp(long minor) {
        if (minor <= 0) {
            return 0;
        }
        long unit = 1;
        while (Math.multiplyExact(unit, 10L) <= minor) {
            unit *= 10;
        }
        long step = Math.max(2, unit / 5);
        return (minor + step - 1) / step * step;
    }

    private static Font font() {
        return Holder.FONT_AT_SIZE;
    }

    /** Read once, when the first chart is drawn. */
    private static final class Holder {

        static final Font FONT_AT_SIZE = read();

        private static Font read() {
            try (InputStream file = Objects.requireNonNull(HourChart.class.getResourceAsStream(FONT), FONT)) {
                return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(Map.of(TextAttribute.SIZE, TEXT_SIZE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
