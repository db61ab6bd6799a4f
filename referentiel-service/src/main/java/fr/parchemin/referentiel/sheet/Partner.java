package fr.parchemin.referentiel.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body that the certifier allows to train for a certification, to assess, or both.
 *
 * @param siret as published: it may be absent or not be one
 * @param authorisation {@code HABILITATION_FORMER}, {@code HABILITATION_ORGANISER} or {@code HABILITATION_ORGA_FORM}
 * @param state {@code Actif}, {@code Inactif} or {@code Supprimé}
 */
public record Partner(
        @Nullable String siret,
        @Nullable String name,
        @Nullable String authorisation,
        @Nullable String state,
        @Nullable LocalDate activeSince,
        @Nullable LocalDate stateChangedOn) {}
