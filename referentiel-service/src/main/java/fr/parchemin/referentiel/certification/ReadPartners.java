package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.referentiel.sheet.Partner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists the partners of a certification. Everyone may. */
@ApplicationScoped
class ReadPartners {

    private final CertificationRepository certifications;

    ReadPartners(CertificationRepository certifications) {
        this.certifications = certifications;
    }

    /**
     * A page in the order of the register. Partners have no key of their own, so a cursor is a place in one version of the
     * list and ends with it.
     *
     * @throws ProblemException 404 when the certification is unknown
     */
    @Transactional
    Page<PartnerView> list(String number, PartnerFilter filter, @Nullable Integer limit, @Nullable String cursor) {
        Certification certification = certifications
                .findByIdOptional(number)
                .orElseThrow(() -> ProblemException.notFound("certification", number));
        PageRequest page = PageRequest.of(
                limit, cursor, "partners", number, certification.version(), filter.state, filter.authorisation);
        List<Partner> fitting =
                certification.partners().stream().filter(filter::fits).toList();
        int from = page.first() ? 0 : page.after(0, Integer::parseInt) + 1;
        List<Placed> rows = IntStream.range(
                        Math.min(from, fitting.size()), Math.min(from + page.fetch(), fitting.size()))
                .mapToObj(i -> new Placed(i, fitting.get(i)))
                .toList();
        return Page.of(rows, page, row -> List.of(String.valueOf(row.place())), row -> PartnerView.of(row.partner()));
    }

    private record Placed(int place, Partner partner) {}
}
