package fr.parchemin.results.certification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class CertificationSheetRepository implements PanacheRepositoryBase<CertificationSheet, String> {

    /** Those that declare correspondences. */
    List<CertificationSheet> corresponding() {
        return getEntityManager()
                .createNativeQuery(
                        "select * from certification_sheet where correspondences <> cast('[]' as jsonb) order by number",
                        CertificationSheet.class)
                .getResultList();
    }
}
