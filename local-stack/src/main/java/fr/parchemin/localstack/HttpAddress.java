package fr.parchemin.localstack;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a service as people type it: scheme, host and port; a slash at its end is dropped. */
public final class HttpAddress implements ITypeConverter<URI> {

    private static final int HIGHEST_PORT = 65_535;

    @Override
    public URI convert(String value) {
        try {
            URI address = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= HIGHEST_PORT
                    && address.toString().endsWith(address.getRawAuthority())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, like one that leads nowhere.
        }
        throw new TypeConversionException("'%s' is no address such as http://localhost:8080".formatted(value));
    }
}
