package fr.parchemin.kit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Reads JSON bodies. An operation that takes a body never sees none. */
@Provider
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader extends ServerJacksonMessageBodyReader {

    BodyReader(Instance<ObjectMapper> mapper) {
        super(mapper);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        Object body;
        try {
            body = super.readFrom(type, genericType, mediaType, context);
        } catch (CharConversionException e) {
            // Jackson guesses the encoding by the first bytes, and no exception of its own says that it cannot.
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "The body is not UTF-8.", List.of(), e);
        }
        if (body == null) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "This operation needs a JSON body.");
        }
        return body;
    }
}
