package fr.parchemin.session.candidate;

import fr.parchemin.kit.outbox.OutboundEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a candidate is, on the restricted topic; each version of the identity once. */
record CandidateIdentifiedEvent(
        UUID candidateId,
        int version,
        String birthName,
        @Nullable String usageName,
        List<String> firstNames,
        Sex sex,
        LocalDate bornOn,
        Place birthPlace,
        @Nullable String externalRef,
        @Nullable String createdBySiret)
        implements OutboundEvent {

    static final String TOPIC = "parchemin.identities";

    static CandidateIdentifiedEvent of(Candidate c, CivilIdentity i) {
        return of(c.id(), c.identityVersion(), c.externalRef(), c.createdBySiret(), i);
    }

    static CandidateIdentifiedEvent of(
            UUID candidateId, int version, @Nullable String externalRef, String createdBySiret, CivilIdentity i) {
        return new CandidateIdentifiedEvent(
                candidateId,
                version,
                i.birthName(),
                i.usageName(),
                i.firstNames(),
                i.sex(),
                i.bornOn(),
                new Place(i.birthPlaceInsee(), i.birthPlaceLabel(), i.birthPlaceCountry()),
                externalRef,
                createdBySiret);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return candidateId.toString();
    }

    @Override
    public String subject() {
        return candidateId.toString();
    }

    /** Where somebody was born. */
    record Place(
            @Nullable String inseeCode,
            String label,
            @Nullable String countryCode) {}
}
