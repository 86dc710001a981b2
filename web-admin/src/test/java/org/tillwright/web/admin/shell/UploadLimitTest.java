package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UploadLimitTest {

    @Test
    void onlyAFormWithAFileOfSomeoneSignedInMayBeLarge() {
        assertThat(UploadLimit.mostBytes("/admin/catalogue/items.xhtml", "Multipart/form-data; boundary=x"))
                .isEqualTo(UploadLimit.FORM_BYTES);
        assertThat(UploadLimit.mostBytes("/sign-in.xhtml", "multipart/form-data; boundary=x"))
                .isEqualTo(UploadLimit.PLAIN_FORM_BYTES);
        assertThat(UploadLimit.mostBytes("/admin/catalogue/items.xhtml", "application/x-www-form-urlencoded"))
                .isEqualTo(UploadLimit.PLAIN_FORM_BYTES);
    }

    @Test
    void theContainerHasTheSameLimits() throws IOException {
        assertThat(Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml")))
                .contains("<max-file-size>" + UploadLimit.FILE_BYTES + "</max-file-size>")
                .contains("<max-request-size>" + UploadLimit.FORM_BYTES + "</max-request-size>");
    }
}
