package com.example.vendor;

import java.lang.reflect.Proxy;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;

/**
 * Makes the services of a vendor that there is none of. Tests compile this package, pack it in a jar of its own and put it into
 * a folder of drivers; the program finds it by jpos.xml only.
 */
public final class ExampleFactory implements JposServiceInstanceFactory {

    @Override
    public JposServiceInstance createInstance(String logicalName, JposEntry entry) throws JposException {
        String category = String.valueOf(entry.getPropertyValue("deviceCategory"));
        ExampleService service =
                switch (String.valueOf(entry.getPropertyValue("serviceClass"))) {
                    case "com.example.vendor.ExamplePrinter" -> new ExamplePrinter(entry);
                    case "com.example.vendor.ExampleDrawer" -> new ExampleDrawer(entry);
                    case "com.example.vendor.ExampleDisplay" -> new ExampleDisplay(entry);
                    case "com.example.vendor.ExampleScanner" -> new ExampleScanner(entry);
                    case "com.example.vendor.ExampleStripe" -> new ExampleStripe(entry);
                    case "com.example.vendor.ExampleScale" -> new ExampleScale(entry);
                    default -> throw new JposException(JposConst.JPOS_E_NOSERVICE, "no such service");
                };
        try {
            Class<?> contract = Class.forName("jpos.services." + category + "Service" + service.text("contract", "114"));
            return (JposServiceInstance)
                    Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {contract}, service);
        } catch (ClassNotFoundException e) {
            throw new JposException(JposConst.JPOS_E_NOSERVICE, "no contract for " + category, e);
        }
    }
}
