package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrDrawingTest {

    @Test
    void aCodeHasItsThreeCornersAndAQuietZone() {
        QrDrawing drawing = QrDrawing.of("http://shop.example:8080/#AB1CD-23EFG");
        assertThat((drawing.size() - 8 - 17) % 4).isZero();
        assertThat(drawing.path()).startsWith("M4 4h7v1h-7zM"); // the upper edge of the first corner
        assertThat(drawing.path()).doesNotContain("M0 ").doesNotContain("M3 ");
        assertThat(drawing.path()).contains("M" + (drawing.size() - 11) + " 4h7v1h-7z");
    }
}
