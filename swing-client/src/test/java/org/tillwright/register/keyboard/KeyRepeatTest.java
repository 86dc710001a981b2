package org.tillwright.register.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class KeyRepeatTest {

    private final KeyRepeat repeat = new KeyRepeat();
    private final JPanel field = new JPanel();

    @Test
    void aKeyThatIsHeldDownCountsOnce() {
        assertThat(pressed(KeyEvent.VK_ENTER, 0)).isFalse();
        assertThat(typed('\n', 1)).isFalse();
        assertThat(pressed(KeyEvent.VK_ENTER, 660)).isTrue();
        assertThat(typed('\n', 661)).isTrue();
        assertThat(pressed(KeyEvent.VK_ENTER, 700)).isTrue();
        released(KeyEvent.VK_ENTER, 710);
        assertThat(pressed(KeyEvent.VK_ENTER, 720)).isFalse();
        assertThat(typed('\n', 721)).isFalse();
    }

    @Test
    void aSignTypedTwiceIsTwoSignsAndFingersMayOverlap() {
        assertThat(pressed(KeyEvent.VK_1, 0)).isFalse();
        assertThat(pressed(KeyEvent.VK_2, 20)).isFalse();
        assertThat(typed('2', 21)).isFalse();
        released(KeyEvent.VK_1, 40);
        assertThat(pressed(KeyEvent.VK_1, 60)).isFalse();
        assertThat(typed('1', 61)).isFalse();
    }

    @Test
    void aKeyWhoseReleaseWentElsewhereWorksAgain() {
        assertThat(pressed(KeyEvent.VK_F12, 0)).isFalse();
        assertThat(pressed(KeyEvent.VK_F12, KeyRepeat.LONGEST_PAUSE.toMillis() + 1))
                .isFalse();
    }

    @Test
    void takingFiguresBackMayRepeat() {
        assertThat(pressed(KeyEvent.VK_BACK_SPACE, 0)).isFalse();
        assertThat(pressed(KeyEvent.VK_BACK_SPACE, 700)).isFalse();
    }

    private boolean pressed(int key, long when) {
        return repeat.isRepeat(new KeyEvent(field, KeyEvent.KEY_PRESSED, when, 0, key, (char) key));
    }

    private boolean typed(char sign, long when) {
        return repeat.isRepeat(new KeyEvent(field, KeyEvent.KEY_TYPED, when, 0, KeyEvent.VK_UNDEFINED, sign));
    }

    private void released(int key, long when) {
        assertThat(repeat.isRepeat(new KeyEvent(field, KeyEvent.KEY_RELEASED, when, 0, key, (char) key)))
                .isFalse();
    }
}
