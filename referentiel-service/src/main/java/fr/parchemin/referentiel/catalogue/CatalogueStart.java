package fr.parchemin.referentiel.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the catalogue that comes with the service before the first request is served. */
@ApplicationScoped
class CatalogueStart {

    private final LoadShippedCatalogue loadShippedCatalogue;
    private final List<String> shipped;

    CatalogueStart(
            LoadShippedCatalogue loadShippedCatalogue,
            @ConfigProperty(name = "parchemin.catalogue.shipped") List<String> shipped) {
        this.loadShippedCatalogue = loadShippedCatalogue;
        this.shipped = shipped;
    }

    void load(@Observes StartupEvent event) {
        shipped.forEach(loadShippedCatalogue::load);
    }
}
