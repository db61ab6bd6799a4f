package fr.parchemin.session;

import fr.parchemin.kit.test.OpenApiContract;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The HTTP contract. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class OpenApiContractTest extends OpenApiContract {}
