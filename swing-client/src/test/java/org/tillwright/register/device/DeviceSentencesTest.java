package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tillwright.register.text.Texts;

class DeviceSentencesTest {

    @Test
    void everyTroubleOfEveryDeviceHasASentenceInEveryLanguage() {
        for (String language : Texts.LANGUAGES) {
            Texts texts = Texts.of(language);
            for (DeviceKind device : DeviceKind.values()) {
                for (DeviceException.Trouble trouble : DeviceException.Trouble.values()) {
                    assertThat(texts.text(new DeviceException(device, trouble).textKey()))
                            .isNotBlank();
                }
            }
        }
    }
}
