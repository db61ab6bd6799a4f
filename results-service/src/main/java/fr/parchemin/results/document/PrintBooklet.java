package fr.parchemin.results.document;

import fr.parchemin.kit.document.French;
import fr.parchemin.kit.document.PdfDocument;
import fr.parchemin.results.booklet.BookletView;
import fr.parchemin.results.booklet.ComputeBooklet;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Sets the booklet of a candidate (livret de certification, R104): what is held, since when, and what is missing. */
@ApplicationScoped
class PrintBooklet {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ComputeBooklet booklet;
    private final ReadIdentity identities;
    private final Clock clock;

    PrintBooklet(ComputeBooklet booklet, ReadIdentity identities, Clock clock) {
        this.booklet = booklet;
        this.identities = identities;
        this.clock = clock;
    }

    /** The booklet as PDF/A, for whom it concerns. */
    byte[] print(UUID candidateId) {
        return PdfDocument.of(DocumentTemplates.booklet(of(candidateId)).render());
    }

    @Transactional
    Printed.Booklet of(UUID candidateId) {
        BookletView view = booklet.of(candidateId);
        Identity holder = identities.all(List.of(candidateId)).stream()
                .max(Comparator.comparingInt(Identity::version))
                .orElse(null);
        return new Printed.Booklet(
                holder == null ? "Candidat " + candidateId : holder.fullName(),
                holder == null ? "identité non conservée" : PrintAward.born(holder),
                view.certifications().stream().map(PrintBooklet::title).toList(),
                French.day(LocalDate.ofInstant(clock.instant(), PARIS)));
    }

    private static Printed.Title title(BookletView.CertificationView c) {
        List<Printed.Line> lines = new ArrayList<>();
        BookletView.TitleView award = c.titleAward();
        if (award != null) {
            lines.add(new Printed.Line(
                    "Titre professionnel",
                    c.number(),
                    day(award.awardedOn()),
                    award.obtainedBy() == ObtainedBy.EQUIVALENCE ? "décision" : "jury",
                    award.awardNumber()));
        }
        for (BookletView.BlockView b : c.blocks()) {
            lines.add(new Printed.Line(b.label(), b.code(), day(b.awardedOn()), how(b), b.awardNumber()));
        }
        for (BookletView.ComplementView k : c.complements()) {
            lines.add(new Printed.Line(
                    "Certificat complémentaire de spécialisation",
                    k.code(),
                    day(k.awardedOn()),
                    "jury",
                    k.awardNumber()));
        }
        return new Printed.Title(
                Objects.requireNonNullElse(c.title(), c.number()),
                c.number(),
                standing(c),
                lines,
                award == null ? c.missingBlocks() : List.of(),
                c.lapses().stream().map(PrintBooklet::lapse).toList());
    }

    private static String standing(BookletView.CertificationView c) {
        if (c.titleAward() != null) {
            return "Le titre est obtenu.";
        }
        String until = c.countsUntil() == null
                ? ""
                : c.stillCounts()
                        ? " Les blocs acquis s’additionnent jusqu’au " + day(c.countsUntil()) + "."
                        : " Depuis le " + day(c.countsUntil())
                                + " les blocs acquis ne s’additionnent plus vers ce titre.";
        if (c.finalInterviewPending()) {
            return "Tous les blocs sont acquis ; il reste l’entretien final devant le jury." + until;
        }
        return (c.missingBlocks().isEmpty()
                        ? "Le titre n’est pas obtenu."
                        : "%d bloc(s) restent à obtenir."
                                .formatted(c.missingBlocks().size()))
                + until;
    }

    private static String how(BookletView.BlockView b) {
        String under = b.by() == Capital.By.EXAMINATION ? "" : ", " + b.obtainedUnder();
        return switch (b.by()) {
            case EXAMINATION -> "jury";
            case CORRESPONDENCE -> "correspondance" + under;
            default -> "décision" + under;
        };
    }

    private static String lapse(BookletView.LapseView l) {
        String what = l.kind() == Fact.Kind.TITLE ? "Titre" : String.valueOf(l.code());
        return "%s, obtenu le %s, ne compte plus depuis le %s : %s"
                .formatted(what, day(l.obtainedOn()), day(l.since()), l.reason());
    }

    private static String day(LocalDate day) {
        return French.day(day).split(" ", 2)[1];
    }
}
