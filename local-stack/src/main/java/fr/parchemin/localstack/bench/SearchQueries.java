package fr.parchemin.localstack.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** What people type: fifty searches, each as it should be, without accents, with a letter lost and with two letters swapped. */
final class SearchQueries {

    private static final List<String> RIGHT = List.of(
            "médiation sociale",
            "agent de médiation",
            "boulangerie",
            "pâtisserie",
            "comptabilité gestion",
            "assistant comptable",
            "conducteur de travaux",
            "chef de chantier",
            "maintenance industrielle",
            "technicien de maintenance",
            "cybersécurité",
            "développeur informatique",
            "analyse de données",
            "ressources humaines",
            "droit social",
            "petite enfance",
            "aide à domicile",
            "coiffure",
            "esthétique",
            "espaces verts",
            "viticulture",
            "élevage",
            "menuiserie",
            "métallerie",
            "chaudronnerie",
            "soudage",
            "transport routier",
            "logistique",
            "magasinage",
            "commerce de détail",
            "vendeur conseil",
            "restauration",
            "hôtellerie",
            "tourisme",
            "animation sociale",
            "sécurité privée",
            "propreté",
            "gestion des déchets",
            "énergie solaire",
            "génie climatique",
            "électronique",
            "aéronautique",
            "construction navale",
            "textile",
            "maroquinerie",
            "céramique",
            "optique",
            "biologie médicale",
            "spectacle vivant",
            "architecture intérieure");

    private SearchQueries() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < RIGHT.size(); i++) {
            String right = RIGHT.get(i);
            // Behind the first letter, where most mistakes are made, and never at a word's edge.
            int at = 2 + i % 3;
            all.add(right);
            all.add(Normalizer.normalize(right, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
            all.add(right.substring(0, at) + right.substring(at + 1));
            all.add(right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2));
        }
        return all;
    }
}
