package fr.parchemin.session.transition;

import org.jspecify.annotations.Nullable;

/** Who checked the seals of the kit, as far as it was told. */
record SealCheck(@Nullable String checkedBy, @Nullable String candidateWitness) {}
