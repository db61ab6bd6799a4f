package fr.parchemin.referentiel.figures;

/**
 * Titles of one year of award, without those withdrawn.
 *
 * @param byExperience of these, by recognition of experience
 */
public record YearCount(int year, long titles, long byExperience) {}
