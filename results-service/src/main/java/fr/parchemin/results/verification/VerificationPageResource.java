package fr.parchemin.results.verification;

import fr.parchemin.kit.document.French;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.award.AwardView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The same verification for whoever holds a diploma in their hands: a page without scripts that the code on it leads to. The
 * number may stand in its address; names and dates never do.
 */
@Path("/verification")
class VerificationPageResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int TOO_MANY = 429;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final String STYLE = resource("/verification/style.css");

    private final VerifyAward verify;
    private final VerificationLimit limit;

    VerificationPageResource(VerifyAward verify, VerificationLimit limit) {
        this.verify = verify;
        this.limit = limit;
    }

    /**
     * What the page says.
     *
     * @param tone good, bad or empty
     */
    record Answer(boolean said, String tone, String heading, String text, String number) {

        static Answer none(String number) {
            return new Answer(false, "", "", "", number);
        }
    }

    @CheckedTemplate(basePath = "verification")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Answer answer);
    }

    @GET
    @PermitAll
    @Produces(HTML)
    @Operation(hidden = true) // A page for people.
    public Response page(@QueryParam("number") @Nullable String number) {
        String typed = number == null || number.length() > LONGEST_NUMBER ? "" : number;
        return html(200, Answer.none(typed));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    @Operation(hidden = true) // As above.
    public Response answer(
            @Context HttpServerRequest http,
            @FormParam("number") @Nullable String number,
            @FormParam("birthName") @Nullable String birthName,
            @FormParam("bornOn") @Nullable String bornOn) {
        String typed = Objects.requireNonNullElse(number, "").strip();
        try {
            limit.count(String.valueOf(http.remoteAddress().hostAddress()));
        } catch (ProblemException e) {
            return html(
                    TOO_MANY,
                    new Answer(
                            true,
                            "",
                            "Trop de vérifications",
                            "Attendez une minute, puis recommencez.",
                            typed.length() > LONGEST_NUMBER ? "" : typed));
        }
        LocalDate day = day(bornOn);
        String name = Objects.requireNonNullElse(birthName, "").strip();
        if (typed.isEmpty()
                || typed.length() > LONGEST_NUMBER
                || name.isEmpty()
                || name.length() > LONGEST_NAME
                || day == null) {
            return html(
                    400,
                    new Answer(
                            true,
                            "",
                            "Il manque quelque chose",
                            "Donnez le numéro, le nom de naissance et la date de naissance.",
                            typed.length() > LONGEST_NUMBER ? "" : typed));
        }
        return html(200, say(verify.verify(new VerificationRequest(typed, name, day)), typed));
    }

    @GET
    @Path("/style.css")
    @PermitAll
    @Produces("text/css;charset=UTF-8")
    @Operation(hidden = true) // As above.
    public Response style() {
        return Response.ok(STYLE)
                .header("Cache-Control", "public, max-age=86400")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Answer say(VerificationView view, String number) {
        VerificationView.AwardFacts award = view.award();
        if (award == null) {
            return new Answer(
                    true,
                    "bad",
                    "Aucune concordance",
                    "Aucun document ne porte à la fois ce numéro et cet état civil. Vérifiez la saisie.",
                    number);
        }
        String what = "%s, %s%s, décerné le %s."
                .formatted(
                        award.title(),
                        award.certificationNumber(),
                        award.blockCode() == null ? "" : ", " + award.blockCode(),
                        French.day(award.awardedOn()));
        return award.state() == AwardView.State.IN_FORCE
                ? new Answer(true, "good", "Document authentique et en vigueur", what, number)
                : new Answer(true, "bad", "Document retiré", what + " Il ne compte plus.", number);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Response html(int status, Answer answer) {
        return Response.status(status)
                .entity(Templates.page(answer).render())
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String resource(String name) {
        try (InputStream in = VerificationPageResource.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
