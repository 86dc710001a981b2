package org.tillwright.register.catalogue;

import java.util.Arrays;

/** A list of numbers that grows: boxes would take five times the room. */
final class Growing {

    private static final int FIRST_ROOM = 1_024;

    private int[] numbers = new int[FIRST_ROOM];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        numbers[size++] = number;
    }

    int get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
