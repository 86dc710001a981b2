package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordELResolverTest {

    /** What a page is handed. */
    public record Item(String name, long price) {

        public String getShortName() {
            return name.substring(0, 1);
        }
    }

    private final RecordELResolver resolver = new RecordELResolver();
    private final ELContext context = new Context();

    @Test
    void aPageReadsWhatARecordHolds() {
        assertThat(resolver.getValue(context, new Item("Milk", 129), "price")).isEqualTo(129L);
        assertThat(context.isPropertyResolved()).isTrue();
        assertThat(resolver.isReadOnly(context, new Item("Milk", 129), "price")).isTrue();
    }

    @Test
    void aMistypedComponentIsToldAndNotShownAsNothing() {
        assertThatThrownBy(() -> resolver.getValue(context, new Item("Milk", 129), "prise"))
                .isInstanceOf(PropertyNotFoundException.class)
                .hasMessageContaining("prise");
    }

    @Test
    void gettersAndWhatIsNoRecordAreLeftToOthers() {
        assertThat(resolver.getValue(context, new Item("Milk", 129), "shortName"))
                .isNull();
        assertThat(resolver.getValue(context, "text", "length")).isNull();
        assertThat(resolver.getValue(context, null, "item")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void aRecordIsNotWritten() {
        assertThatThrownBy(() -> resolver.setValue(context, new Item("Milk", 129), "price", 1L))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    private static final class Context extends ELContext {

        @Override
        public ELResolver getELResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }
}
