package fr.parchemin.session.candidate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How two records that are likely one person compare.
 *
 * @param same traits that are the same once spelling is set aside
 * @param close traits that nearly are: a letter, two digits of the day swapped
 * @param different traits that are not
 */
@Schema(name = "Likeness", description = "How two records that are likely one person compare.")
public record Likeness(List<Trait> same, List<Trait> close, List<Trait> different) {}
