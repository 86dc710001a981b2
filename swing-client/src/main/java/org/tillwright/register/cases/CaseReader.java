package org.tillwright.register.cases;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object of a case, read strictly: what is missing or no number is told by its name, and never is zero. */
final class CaseReader {

    /** Digits before and after the point that a number may have; above that it is a mistake or an attack. */
    private static final int MOST_DIGITS = 40;

    /** Characters of a name, such as a tax's. */
    private static final int MOST_OF_NAME = 250;

    private final JsonObject json;
    private final String name;

    CaseReader(JsonObject json) {
        this(json, "");
    }

    private CaseReader(JsonObject json, String name) {
        this.json = json;
        this.name = name;
    }

    /** What to call a member in a sentence, such as {@code lines[2].quantity}. */
    String nameOf(String member) {
        return name.isEmpty() ? member : name + "." + member;
    }

    boolean has(String member) {
        return json.containsKey(member) && !json.isNull(member);
    }

    String text(String member) throws CaseException {
        JsonValue value = present(member);
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /** A name that sentences repeat in full. */
    String name(String member) throws CaseException {
        String name = text(member);
        if (name.length() > MOST_OF_NAME) {
            throw new CaseException("The member " + nameOf(member) + " has more than " + MOST_OF_NAME + " characters.");
        }
        return name;
    }

    /** A number, or a text that is one, exactly as written. */
    BigDecimal number(String member) throws CaseException {
        return number(present(member), nameOf(member));
    }

    BigDecimal number(String member, BigDecimal otherwise) throws CaseException {
        return has(member) ? number(member) : otherwise;
    }

    List<BigDecimal> numbers(String member) throws CaseException {
        List<BigDecimal> numbers = new ArrayList<>();
        JsonArray array = array(member);
        for (int i = 0; i < array.size(); i++) {
            numbers.add(number(array.get(i), nameOf(member) + "[" + (i + 1) + "]"));
        }
        return numbers;
    }

    boolean truth(String member, boolean otherwise) throws CaseException {
        if (!has(member)) {
            return otherwise;
        }
        return switch (present(member).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new CaseException("The member " + nameOf(member) + " is neither true nor false.");
        };
    }

    CaseReader object(String member) throws CaseException {
        return object(present(member), nameOf(member));
    }

    /** The objects of a list, which may be empty but must be there: without its taxes a line would come out too cheap. */
    List<CaseReader> objects(String member) throws CaseException {
        List<CaseReader> objects = new ArrayList<>();
        JsonArray array = array(member);
        for (int i = 0; i < array.size(); i++) {
            objects.add(object(array.get(i), nameOf(member) + "[" + (i + 1) + "]"));
        }
        return objects;
    }

    private JsonArray array(String member) throws CaseException {
        if (present(member) instanceof JsonArray array) {
            return array;
        }
        throw new CaseException("The member " + nameOf(member) + " is not a list.");
    }

    private static CaseReader object(JsonValue value, String name) throws CaseException {
        if (value instanceof JsonObject object) {
            return new CaseReader(object, name);
        }
        throw new CaseException("The member " + name + " is not an object.");
    }

    private JsonValue present(String member) throws CaseException {
        @Nullable JsonValue value = json.get(member);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            throw new CaseException("The member " + nameOf(member) + " is missing.");
        }
        return value;
    }

    private static BigDecimal number(JsonValue value, String name) throws CaseException {
        BigDecimal number = null;
        if (value instanceof JsonNumber) {
            number = parsed(value.toString());
        } else if (value instanceof JsonString text && text.getString().length() <= MOST_DIGITS) {
            number = parsed(text.getString());
        }
        if (number == null) {
            throw new CaseException("The member " + name + " is not a number.");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        long before = (long) stripped.precision() - stripped.scale();
        if (before > MOST_DIGITS || stripped.scale() > MOST_DIGITS) {
            throw new CaseException("The member " + name + " is a number of more than " + MOST_DIGITS + " digits.");
        }
        return stripped;
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
