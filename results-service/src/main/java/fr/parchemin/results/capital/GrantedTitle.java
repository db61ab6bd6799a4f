package fr.parchemin.results.capital;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A title granted by total equivalence, without an examination (R12, R13).
 *
 * @param id of the gain that it is among what the candidate holds
 * @param reference of the decision
 * @param decidedOn day of the decision, which is that of the award
 */
public record GrantedTitle(
        UUID id, UUID candidateId, String certificationNumber, String title, String reference, LocalDate decidedOn) {}
