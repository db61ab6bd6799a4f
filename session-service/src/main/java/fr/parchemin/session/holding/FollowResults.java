package fr.parchemin.session.holding;

import fr.parchemin.kit.inbox.NotYetException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps our copy of what candidates hold in step with the results service. */
@ApplicationScoped
class FollowResults {

    private final HoldingRepository holdings;

    FollowResults(HoldingRepository holdings) {
        this.holdings = holdings;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void award(AwardEvent e) {
        if (holdings.findById(e.awardNumber()) == null) {
            holdings.persist(new HeldAward(
                    e.awardNumber(), e.candidateId(), e.certificationNumber(), e.blockCode(), e.awardedOn()));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(AwardWithdrawnEvent e) {
        holdings.findByIdOptional(e.awardNumber())
                .orElseThrow(() -> new NotYetException("award " + e.awardNumber() + " is not known yet"))
                .withdraw(e.withdrawnOn());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void outcome(ResultPublishedEvent e) {
        EarlierOutcome known = holdings.outcome(e.enrolmentId());
        if (known == null) {
            holdings.add(new EarlierOutcome(
                    e.enrolmentId(), e.candidateId(), e.certificationNumber(), e.outcome(), e.notifiedAt()));
        } else {
            known.replace(e.outcome(), e.notifiedAt());
        }
    }

    /** R121. What was never heard of need not be undone. */
    @Transactional(Transactional.TxType.MANDATORY)
    void annul(ResultAnnulledEvent e) {
        EarlierOutcome known = holdings.outcome(e.enrolmentId());
        if (known != null) {
            known.annul(e.annulledOn());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void recognise(BlockRecognisedEvent e) {
        var key = new RecognisedBlock.Key(e.candidateId(), e.certificationNumber(), e.blockCode());
        RecognisedBlock known = holdings.recognised(key);
        if (known == null) {
            holdings.add(new RecognisedBlock(key, e.recognisedOn()));
        } else {
            known.recognise(e.recognisedOn());
        }
    }

    /** What was never heard of need not be ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    void endRecognition(BlockRecognitionEndedEvent e) {
        RecognisedBlock known =
                holdings.recognised(new RecognisedBlock.Key(e.candidateId(), e.certificationNumber(), e.blockCode()));
        if (known != null) {
            known.end(e.endedOn());
        }
    }
}
