package fr.parchemin.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a use case that may be sent twice: with the header {@code Idempotency-Key} the second call gets the
 * answer of the first and has no effect. Goes with {@code @Transactional} on the same method; the method returns a
 * record that JSON can hold.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
