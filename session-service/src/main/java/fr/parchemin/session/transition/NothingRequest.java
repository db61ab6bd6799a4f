package fr.parchemin.session.transition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A body that says nothing; a field in it is a mistake. */
@Schema(name = "NothingRequest", description = "An empty object.", examples = "{}")
record NothingRequest() {}
