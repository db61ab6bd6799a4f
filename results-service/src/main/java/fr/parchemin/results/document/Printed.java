package fr.parchemin.results.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates show, in French and ready to be read. */
final class Printed {

    private Printed() {}

    /**
     * A diploma, a certificate of a block, or an attestation of one of them.
     *
     * @param heading what it is: "Titre professionnel", "Certificat de compétences professionnelles", …
     * @param what what was obtained
     * @param of the title that a block or a complement belongs to, null for a title
     * @param level "Niveau 4 du cadre national", null when unknown
     * @param holder names as in the civil status
     * @param born "née le 3 février 2001 à Lyon"
     * @param blocks blocks that the title is made of, none for a block
     * @param address where anybody verifies it
     * @param qr the same as a picture
     */
    record Certificate(
            String heading,
            String what,
            @Nullable String of,
            String certificationNumber,
            String salutation,
            String holder,
            String born,
            String awardedOn,
            String number,
            String issuer,
            String how,
            List<String> blocks,
            String address,
            String qr,
            String editedOn) {}

    /** A booklet. */
    record Booklet(String holder, String born, List<Title> titles, String editedOn) {}

    /**
     * A title in a booklet.
     *
     * @param standing one sentence: obtained, all but the interview, or what is missing
     */
    record Title(
            String title,
            String number,
            String standing,
            List<Line> lines,
            List<String> missing,
            List<String> lapses) {}

    /** One line of a booklet. */
    record Line(
            String what,
            String code,
            String since,
            String how,
            @Nullable String award) {}

    /** A record. */
    record Report(
            String title,
            String certificationNumber,
            String object,
            @Nullable String ceres,
            String centre,
            String siret,
            String place,
            String days,
            String manager,
            boolean remote,
            String state,
            boolean draft,
            @Nullable String orderNumber,
            @Nullable String validatedOn,
            @Nullable String corrects,
            List<Judge> jury,
            List<Candidate> candidates,
            List<String> remarks,
            @Nullable String fingerprint,
            @Nullable String link) {}

    /** A member of the jury. */
    record Judge(String name, String presence, String signature) {}

    /** A candidate of a record. */
    record Candidate(
            String name,
            String born,
            String route,
            String attendance,
            String outcome,
            List<Part> parts,
            String reasons,
            List<String> mentions) {}

    /** A block presented. */
    record Part(String code, String label, String result) {}
}
