package fr.parchemin.gateway.codelist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The codes of one enum.
 *
 * @param name name of the list
 * @param title what it lists, in French
 * @param fields where in the description of the API its codes stand
 * @param items the codes in the order of the code that defines them
 */
@Schema(name = "CodeList", examples = """
                {"name": "registers", "title": "Répertoires",
                 "fields": ["Sheet.register", "CertificationSummary.register"],
                 "items": [{"code": "RNCP", "label": "Répertoire national des certifications professionnelles"},
                           {"code": "RS", "label": "Répertoire spécifique"}]}""")
public record CodeListView(
        @Schema(examples = "registers") String name,

        @Schema(description = "What it lists, in French.", examples = "Répertoires")
        String title,

        @Schema(
                description = "Where its codes stand: schema and property in the document at /openapi.",
                examples = "[\"Sheet.register\"]")
        List<String> fields,

        @Schema(description = "In the order of the code that defines them, which for states is that of a life.")
        List<CodeView> items) {}
