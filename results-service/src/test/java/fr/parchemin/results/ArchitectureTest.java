package fr.parchemin.results;

import fr.parchemin.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
