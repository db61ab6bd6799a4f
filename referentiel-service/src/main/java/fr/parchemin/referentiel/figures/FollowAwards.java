package fr.parchemin.referentiel.figures;

import fr.parchemin.kit.inbox.NotYetException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps our count of titles in step with the results service. */
@ApplicationScoped
class FollowAwards {

    private final AwardedTitleRepository titles;

    FollowAwards(AwardedTitleRepository titles) {
        this.titles = titles;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void award(TitleAwardedEvent e) {
        if (titles.findById(e.awardNumber()) == null) {
            titles.persist(new AwardedTitle(e.awardNumber(), e.certificationNumber(), e.awardedOn(), e.route()));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(AwardWithdrawnEvent e) {
        if (e.blockCode() == null) {
            titles.findByIdOptional(e.awardNumber())
                    .orElseThrow(() -> new NotYetException("award " + e.awardNumber() + " is not known yet"))
                    .withdraw(e.withdrawnOn());
        }
    }
}
