package fr.parchemin.referentiel;

import fr.parchemin.kit.test.OpenApiContract;
import fr.parchemin.kit.test.ParcheminTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class OpenApiContractTest extends OpenApiContract {}
