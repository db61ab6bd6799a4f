package fr.parchemin.referentiel.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ten files of the CSV set of France compétences, with their columns; the first one is the number everywhere. */
public enum CsvFile {
    STANDARD(
            "standard",
            "Numero_Fiche",
            "Id_Fiche",
            "Intitule",
            "Abrege_Libelle",
            "Abrege_Intitule",
            "Nomenclature_Europe_Niveau",
            "Nomenclature_Europe_Intitule",
            "Accessible_Nouvelle_Caledonie",
            "Accessible_Polynesie_Francaise",
            "Date_dernier_jo",
            "Date_Decision",
            "Date_Fin_Enregistrement",
            "Date_Effet",
            "Type_Enregistrement",
            "Validation_Partielle",
            "Actif"),
    BLOCKS("blocs", "Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"),
    CERTIFIERS("certificateurs", "Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"),
    PARTNERS("partenaires", "Numero_Fiche", "Nom_Partenaire", "Siret_Partenaire", "Habilitation_Partenaire"),
    NSF("nsf", "Numero_Fiche", "Nsf_Code", "Nsf_Intitule"),
    FORMACODES("formacode", "Numero_Fiche", "Formacode_Code", "Formacode_Libelle"),
    ROME("rome", "Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"),
    ROUTES("voix", "Numero_Fiche", "Si_Jury"),
    AGREEMENTS(
            "ccn",
            "Numero_Fiche",
            "Ccn_1_Numero",
            "Ccn_1_Libelle",
            "Ccn_2_Numero",
            "Ccn_2_Libelle",
            "Ccn_3_Numero",
            "Ccn_3_Libelle"),
    LINKS("ancienne", "Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification");

    private final String marker;
    private final List<String> columns;

    CsvFile(String marker, String... columns) {
        this.marker = marker;
        this.columns = List.of(columns);
    }

    /**
     * The file that a name means.
     *
     * @param plainName in lower case and without accents, which come composed, decomposed or broken
     */
    public static Optional<CsvFile> named(String plainName) {
        return Arrays.stream(values())
                .filter(f -> plainName.contains("_" + f.marker) || plainName.startsWith(f.marker))
                .findFirst();
    }

    /** Names of the columns as they are published, the number first. */
    public List<String> columns() {
        return columns;
    }
}
