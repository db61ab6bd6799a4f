package fr.parchemin.session.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is likely the same person as Martin, Anne Lise, born on 14 March 1996 in Rennes; keys as the database makes them. */
class SamePersonPolicyTest {

    @ParameterizedTest(name = "{0} ({1}), {2}, {3}, {4}, {5}: {7}")
    @CsvSource({
        "martin, , ane lise, F, 1996-03-14, 35238, renes, true",
        "martin, , ane, F, 1996-03-14, 35238, renes, true",
        "martin, , anelise, F, 1996-03-14, 35238, renes, true",
        "martin, , lise ane, F, 1996-03-14, 35238, renes, true",
        "martin, , ane lise, F, 1996-03-14, , renes, true",
        "martin, , ane lise, F, 1996-03-14, 75056, paris, true",
        "martin, , ane lise, M, 1996-03-14, 35238, renes, true",
        "martain, , ane lise, F, 1996-03-14, 35238, renes, true",
        "dupont, martin, ane lise, F, 1996-03-14, 35238, renes, true",
        "martin, , ane lise, F, 1996-03-15, 35238, renes, true",
        "martin, , ane lise, F, 1986-03-14, 35238, renes, true",
        "martain, , ane lyse, F, 1996-03-15, 75056, paris, false",
        "martin, , ane lise, F, 1996-03-15, 75056, paris, false",
        "martin, , ane lise, F, 1972-08-02, 35238, renes, false",
        "martin, , claire, F, 1996-03-14, 35238, renes, false",
        "martin, , ane sofie, F, 1996-03-14, 35238, renes, false",
        "durand, , ane lise, F, 1996-03-14, 35238, renes, false",
    })
    void likelyTheSamePerson(
            String birth,
            @Nullable String usage,
            String firsts,
            Sex sex,
            LocalDate day,
            @Nullable String insee,
            String place,
            boolean likely) {
        CivilTraits known = traits("martin", null, "ane lise", Sex.F, LocalDate.of(1996, 3, 14), "35238", "renes");
        CivilTraits other = traits(birth, usage, firsts, sex, day, insee, place);
        assertThat(SamePersonPolicy.compare(known, other).isPresent()).isEqualTo(likely);
        assertThat(SamePersonPolicy.compare(other, known)).isEqualTo(SamePersonPolicy.compare(known, other));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"martha, marhta, 961", "dixon, dicksonx, 813", "dwayne, duane, 840", "abc, xyz, 0", "a, a, 1000"})
    void similarityAsItsAuthorsPublishIt(String a, String b, int thousandths) {
        assertThat(Math.round(1000 * SamePersonPolicy.similarity(a, b))).isEqualTo(thousandths);
    }

    private static CivilTraits traits(
            String birth,
            @Nullable String usage,
            String firsts,
            Sex sex,
            LocalDate day,
            @Nullable String insee,
            String place) {
        return new CivilTraits(birth, usage, List.of(firsts.split(" ")), sex, day, insee, place);
    }
}
