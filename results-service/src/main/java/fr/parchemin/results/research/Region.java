package fr.parchemin.results.research;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The region that a place lies in, by the code of INSEE. */
final class Region {

    /** Outside of all regions, or not known. */
    static final String NONE = "99";

    private static final Map<String, String> OF_DEPARTMENT = departments();

    private Region() {}

    /**
     * By the code of the commune, else by the postal code: both begin with the department.
     *
     * @return {@value #NONE} outside of all regions
     */
    static String of(@Nullable String inseeCode, @Nullable String postalCode) {
        String code = inseeCode == null ? postalCode : inseeCode;
        if (code == null || code.length() < 3) {
            return NONE;
        }
        int department = code.startsWith("97") || code.startsWith("98") ? 3 : 2;
        return OF_DEPARTMENT.getOrDefault(code.substring(0, department), NONE);
    }

    private static Map<String, String> departments() {
        Map<String, String> regions = new HashMap<>();
        Map.ofEntries(
                        Map.entry("01", "971"),
                        Map.entry("02", "972"),
                        Map.entry("03", "973"),
                        Map.entry("04", "974"),
                        Map.entry("06", "976"),
                        Map.entry("11", "75,77,78,91,92,93,94,95"),
                        Map.entry("24", "18,28,36,37,41,45"),
                        Map.entry("27", "21,25,39,58,70,71,89,90"),
                        Map.entry("28", "14,27,50,61,76"),
                        Map.entry("32", "02,59,60,62,80"),
                        Map.entry("44", "08,10,51,52,54,55,57,67,68,88"),
                        Map.entry("52", "44,49,53,72,85"),
                        Map.entry("53", "22,29,35,56"),
                        Map.entry("75", "16,17,19,23,24,33,40,47,64,79,86,87"),
                        Map.entry("76", "09,11,12,30,31,32,34,46,48,65,66,81,82"),
                        Map.entry("84", "01,03,07,15,26,38,42,43,63,69,73,74"),
                        Map.entry("93", "04,05,06,13,83,84"),
                        // 20 is how postal codes of Corsica begin.
                        Map.entry("94", "2A,2B,20"))
                .forEach((region, all) -> {
                    for (String department : all.split(",", -1)) {
                        regions.put(department, region);
                    }
                });
        return regions;
    }
}
