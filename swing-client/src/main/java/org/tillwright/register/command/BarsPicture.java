package org.tillwright.register.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.SvgRenderer;

/** The bars of a CODE128 barcode as a drawing for a browser, as wide and high as the page wants it. */
final class BarsPicture {

    private static final int BAR_HEIGHT = 34;

    /** Narrowest bars of white on each side, without which scanners do not find it. */
    private static final int QUIET = 10;

    private BarsPicture() {}

    static String svg(String content) throws IOException {
        Code128 code = new Code128();
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setBarHeight(BAR_HEIGHT);
        code.setQuietZoneHorizontal(QUIET);
        code.setContent(content);
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        new SvgRenderer(svg, 1, Color.WHITE, Color.BLACK, false).render(code);
        return svg.toString(StandardCharsets.UTF_8)
                .replaceFirst(
                        "<svg width=\"([0-9]+)\" height=\"([0-9]+)\"",
                        "<svg viewBox=\"0 0 $1 $2\" preserveAspectRatio=\"none\"");
    }
}
