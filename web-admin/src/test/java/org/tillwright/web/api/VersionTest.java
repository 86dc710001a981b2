package org.tillwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void theServerTellsTheVersionThatWasBuilt() {
        assertThat(Version.TEXT).isEqualTo(System.getProperty("tillwright.version"));
    }
}
