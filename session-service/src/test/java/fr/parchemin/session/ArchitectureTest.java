package fr.parchemin.session;

import fr.parchemin.kit.test.ArchitectureRules;

/** The house rules. */
class ArchitectureTest extends ArchitectureRules {}
