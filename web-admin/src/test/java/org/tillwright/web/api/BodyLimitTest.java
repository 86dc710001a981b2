package org.tillwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;

class BodyLimitTest {

    @Test
    void aBodyOfExactlyTheMostIsTaken() throws IOException {
        try (InputStream body = limited(BodyLimit.MOST_BYTES)) {
            assertThat(body.readAllBytes()).hasSize((int) BodyLimit.MOST_BYTES);
        }
    }

    @Test
    void oneByteMoreIsRefusedWhileItIsRead() {
        assertThatThrownBy(() -> limited(BodyLimit.MOST_BYTES + 1).readAllBytes())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TOO_LARGE));
    }

    @Test
    void byteByByteCountsToo() throws IOException {
        InputStream body = limited(BodyLimit.MOST_BYTES + 1);
        for (long i = 0; i < BodyLimit.MOST_BYTES; i++) {
            assertThat(body.read()).isZero();
        }
        assertThatThrownBy(body::read).isInstanceOf(Refused.class);
    }

    private static InputStream limited(long bytes) {
        return new BodyLimit.Limited(new ByteArrayInputStream(new byte[(int) bytes]));
    }
}
