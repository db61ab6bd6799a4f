package fr.parchemin.referentiel.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Tells how many titles of a certification were awarded. Everyone may know. */
@ApplicationScoped
public class CountTitles {

    private final AwardedTitleRepository titles;

    CountTitles(AwardedTitleRepository titles) {
        this.titles = titles;
    }

    @Transactional
    public List<YearCount> of(String certificationNumber) {
        return titles.count(certificationNumber);
    }
}
