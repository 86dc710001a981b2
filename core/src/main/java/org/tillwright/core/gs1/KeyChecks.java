package org.tillwright.core.gs1;

import org.jspecify.annotations.Nullable;

/** Checks of keys and of account numbers: check digits, check pairs, company prefixes, IBAN. */
final class KeyChecks {

    /** Digits that the shortest company prefix has. */
    private static final int SHORTEST_COMPANY_PREFIX = 4;

    private static final int PAIR = 2;

    /** Characters before the pair that the General Specifications give weights for. */
    private static final int LONGEST_BEFORE_PAIR = 97;

    private static final int PAIR_MODULUS = 1021;
    private static final int[] PRIMES = primes(LONGEST_BEFORE_PAIR);

    private static final int SHORTEST_IBAN = 11;
    private static final int LONGEST_IBAN = 34;
    private static final int IBAN_MODULUS = 97;

    private KeyChecks() {}

    static @Nullable Gs1Problem checkDigit(String text, int from, int to) {
        if (from == to) {
            return Gs1Problem.TOO_SHORT_FOR_CHECK_DIGIT;
        }
        if (!Digits.areDigits(text, from, to)) {
            return Gs1Problem.NON_DIGIT_CHARACTER;
        }
        return Digits.endInTheirCheckDigit(text, from, to) ? null : Gs1Problem.INCORRECT_CHECK_DIGIT;
    }

    /** The two check characters of a key with letters: values in the set of 82, weighted by primes from the right. */
    static @Nullable Gs1Problem checkPair(String text, int from, int to) {
        int end = to - PAIR;
        if (end < from) {
            return Gs1Problem.TOO_SHORT_FOR_CHECK_PAIR;
        }
        if (end - from > LONGEST_BEFORE_PAIR) {
            return Gs1Problem.TOO_LONG_FOR_CHECK_PAIR_IMPLEMENTATION;
        }
        int sum = 0;
        for (int i = from; i < end; i++) {
            int value = CharacterSets.valueIn82(text.charAt(i));
            if (value < 0) {
                return Gs1Problem.INVALID_CSET82_CHARACTER;
            }
            sum = (sum + value * PRIMES[end - 1 - i]) % PAIR_MODULUS;
        }
        boolean fits = text.charAt(end) == CharacterSets.SET_32.charAt(sum / 32)
                && text.charAt(end + 1) == CharacterSets.SET_32.charAt(sum % 32);
        return fits ? null : Gs1Problem.INCORRECT_CHECK_PAIR;
    }

    /** Whether a company prefix can stand at the beginning. Which prefixes were given out is not known here. */
    static @Nullable Gs1Problem companyPrefix(String text, int from, int to) {
        if (to - from < SHORTEST_COMPANY_PREFIX) {
            return Gs1Problem.TOO_SHORT_FOR_GCP;
        }
        return Digits.areDigits(text, from, from + SHORTEST_COMPANY_PREFIX) ? null : Gs1Problem.INVALID_GCP_PREFIX;
    }

    static @Nullable Gs1Problem companyPrefixAfterOne(String text, int from, int to) {
        return to - from < PAIR ? Gs1Problem.TOO_SHORT_FOR_GCP : companyPrefix(text, from + 1, to);
    }

    /** ISO 13616: country, two check digits, account; letters count from A = 10, and the whole leaves 1 by 97. */
    static @Nullable Gs1Problem iban(String text, int from, int to) {
        if (to - from < SHORTEST_IBAN || to - from > LONGEST_IBAN) {
            return to - from < SHORTEST_IBAN ? Gs1Problem.IBAN_TOO_SHORT : Gs1Problem.IBAN_TOO_LONG;
        }
        if (!CodeLists.isCountryName(text, from, from + 2)) {
            return Gs1Problem.ILLEGAL_IBAN_COUNTRY_CODE;
        }
        int remainder = 0;
        int length = to - from;
        for (int i = 0; i < length; i++) {
            int value = ibanValue(text.charAt(from + (i + 4) % length));
            if (value < 0) {
                return Gs1Problem.INVALID_IBAN_CHARACTER;
            }
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % IBAN_MODULUS;
        }
        return remainder == 1 ? null : Gs1Problem.INCORRECT_IBAN_CHECKSUM;
    }

    private static int ibanValue(char character) {
        if (Digits.isDigit(character)) {
            return character - '0';
        }
        return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : -1;
    }

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            boolean isPrime = true;
            for (int i = 0; i < found && isPrime; i++) {
                isPrime = candidate % primes[i] != 0;
            }
            if (isPrime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }
}
