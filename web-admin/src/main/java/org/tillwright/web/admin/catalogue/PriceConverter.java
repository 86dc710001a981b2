package org.tillwright.web.admin.catalogue;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Words;

/** A price of one unit in the decimals of the reader's language; an empty field is no price, which is not zero. */
@Dependent
@FacesConverter(value = "catalogue.price", managed = true)
public class PriceConverter implements Converter<Long> {

    private static final int DIGITS = 6;
    private static final long MOST = 1_000_000_000_000_000L;

    @Inject
    Figures figures;

    @Inject
    Console console;

    @Inject
    Words words;

    @Override
    public @Nullable Long getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return DecimalReader.read(text, figures.format(), DIGITS)
                .filter(micro -> micro <= MOST)
                .orElseThrow(() -> new ConverterException(new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        words.with("catalogue.price.unreadable", figures.unitPrice(1_290_000L, console.getCurrency())),
                        null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable Long micro) {
        return figures.unitPrice(micro, console.getCurrency());
    }
}
