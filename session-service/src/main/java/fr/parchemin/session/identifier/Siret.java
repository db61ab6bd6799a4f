package fr.parchemin.session.identifier;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Number of an establishment: 14 digits, Luhn's sum. Establishments of La Poste may have a digit sum that is a multiple of
 * 5 instead. Absent values pass, and so do the separators that people group digits with: who takes the number drops them.
 */
@Documented
@Constraint(validatedBy = Siret.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Siret {

    /** What the caller reads. */
    String message() default "Not a SIRET: 14 digits with their check sum.";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    final class Check implements ConstraintValidator<Siret, String> {

        private static final Pattern SHAPE = Pattern.compile("[0-9]{14}");
        private static final String LA_POSTE = "356000000";

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || isSiret(Identifiers.digits(value));
        }

        /** Whether shape and check sum hold. */
        static boolean isSiret(String text) {
            return SHAPE.matcher(text).matches()
                    && (luhn(text) % 10 == 0
                            || (text.startsWith(LA_POSTE)
                                    && text.chars().map(c -> c - '0').sum() % 5 == 0));
        }

        private static int luhn(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int weighted = i % 2 == 0 ? digit : 2 * digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return sum;
        }
    }
}
