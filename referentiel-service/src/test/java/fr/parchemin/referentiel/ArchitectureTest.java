package fr.parchemin.referentiel;

import fr.parchemin.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
