package fr.parchemin.gateway.door;

import fr.parchemin.kit.problem.ProblemKind;

/** Why a request does not pass. */
record Fault(ProblemKind kind, String detail) {}
