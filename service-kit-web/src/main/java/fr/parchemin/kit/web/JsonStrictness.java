package fr.parchemin.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** What looks like another type is refused, not bent: {@code "12"} is no number, 1.5 no whole one, "" no code. */
@Singleton
final class JsonStrictness implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setAcceptBlankAsEmpty(false);
        forbidCoercion(mapper.coercionConfigFor(LogicalType.Textual), CoercionInputShape.Boolean);
        forbidCoercion(mapper.coercionConfigFor(LogicalType.Textual), CoercionInputShape.Integer);
        forbidCoercion(mapper.coercionConfigFor(LogicalType.Textual), CoercionInputShape.Float);
        for (LogicalType scalar : new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
            forbidCoercion(mapper.coercionConfigFor(scalar), CoercionInputShape.String);
            forbidCoercion(mapper.coercionConfigFor(scalar), CoercionInputShape.EmptyString);
        }
        forbidCoercion(mapper.coercionConfigFor(LogicalType.Boolean), CoercionInputShape.Integer);
        forbidCoercion(mapper.coercionConfigFor(LogicalType.DateTime), CoercionInputShape.Integer);
    }

    private static void forbidCoercion(MutableCoercionConfig type, CoercionInputShape shape) {
        type.setCoercion(shape, CoercionAction.Fail);
    }
}
