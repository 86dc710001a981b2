package org.tillwright.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/** Hands records to a template: a field is the component of its name. So no record needs getters. */
final class RecordDataSource<R extends Record> implements JRDataSource {

    private final Map<String, Method> components = new HashMap<>();
    private final Iterator<R> rows;
    private @Nullable R current;

    RecordDataSource(Class<R> type, List<R> rows) {
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), component.getAccessor());
        }
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        current = rows.next();
        return true;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) throws JRException {
        Method component = components.get(field.getName());
        if (component == null) {
            throw new JRException("the template asks for " + field.getName() + ", which no row has");
        }
        try {
            return component.invoke(current);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new JRException(e);
        }
    }
}
