package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.referentiel.identifier.Normalised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists the certifications that pass a filter, or that a search finds. Everyone may. */
@ApplicationScoped
class SearchCertifications {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private final CertificationRepository certifications;
    private final Clock clock;

    SearchCertifications(CertificationRepository certifications, Clock clock) {
        this.certifications = certifications;
        this.clock = clock;
    }

    @Transactional
    Page<CertificationSummaryView> list(CertificationFilter filter, PageRequest page) {
        LocalDate today = Days.today(clock);
        SearchTerms terms = filter.q == null ? null : SearchTerms.of(filter.q);
        List<ListedCertification> rows = certifications.list(filter, terms, page, today);
        if (terms != null && rows.isEmpty()) {
            SearchTerms corrected = corrected(terms);
            if (!corrected.equals(terms)) {
                terms = corrected;
                rows = certifications.list(filter, terms, page, today);
            }
        }
        return Page.of(rows, page, row -> List.of(row.key(), row.view().number()), highlighting(terms, rows));
    }

    /** The conditions of a list, for whoever reads all of it. */
    @Transactional
    CertificationQuery query(CertificationFilter filter) {
        SearchTerms terms = filter.q == null ? null : corrected(SearchTerms.of(filter.q));
        return CertificationQuery.where(filter, terms, Days.today(clock));
    }

    private SearchTerms corrected(SearchTerms terms) {
        Map<String, List<String>> spellings = certifications.spellings(terms.correctable());
        return spellings.isEmpty() ? terms : terms.with(spellings);
    }

    private Function<ListedCertification, CertificationSummaryView> highlighting(
            @Nullable SearchTerms terms, List<ListedCertification> rows) {
        if (terms == null) {
            return ListedCertification::view;
        }
        Set<String> words = new HashSet<>();
        for (ListedCertification row : rows) {
            Matcher word = WORD.matcher(row.view().title());
            while (word.find()) {
                words.add(Normalised.search(word.group()));
            }
        }
        Set<String> found = certifications.matching(words, terms.anyWord());
        return row -> row.view().highlighted(marked(row.view().title(), found));
    }

    private static String marked(String title, Set<String> found) {
        StringBuilder html = new StringBuilder();
        Matcher word = WORD.matcher(title);
        int end = 0;
        while (word.find()) {
            html.append(escaped(title.substring(end, word.start())));
            boolean hit = found.contains(Normalised.search(word.group()));
            html.append(hit ? "<mark>" + word.group() + "</mark>" : word.group());
            end = word.end();
        }
        return html.append(escaped(title.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
