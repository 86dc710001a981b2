package org.tillwright.register.sound;

/** Sounds of a register. */
public interface Sounds {

    /** A register that makes no sound. */
    Sounds NONE = new Sounds() {
        @Override
        public void accepted() {}

        @Override
        public void refused() {}

        @Override
        public void alarm() {}
    };

    /** One short high tone: what was scanned is in the sale. */
    void accepted();

    /** Two low tones: it is not, and the notice line says why. */
    void refused();

    /** Three high tones: somebody has to do something that is not part of a sale, such as shut the drawer. */
    void alarm();
}
