package org.tillwright.register.sound;

/** Sounds of a register. */
public interface Sounds {

    /** A register that makes no sound. */
    Sounds NONE = new Sounds() {
        @Override
        public void accepted() {}

        @Override
        public void refused() {}
    };

    /** One short high tone: what was scanned is in the sale. */
    void accepted();

    /** Two low tones: it is not, and the notice line says why. */
    void refused();
}
