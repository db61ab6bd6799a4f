package fr.parchemin.kit.web;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** How contracts are written as YAML: easy to review line by line, and read alike by readers of YAML 1.1 and 1.2. */
public final class ContractYaml {

    private ContractYaml() {}

    /** A new mapper. */
    public static YAMLMapper mapper() {
        return YAMLMapper.builder(
                        YAMLFactory.builder().stringQuotingChecker(new Quotes()).build())
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
    }

    /** Quotes what readers of YAML 1.1 take for something else: to them 17:30 is the number 1050, and a day no text. */
    private static final class Quotes extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        /** Numbers, times, days and instants, and what looks like them. */
        private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+.]?[0-9][-+.:_0-9eTZ ]*");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || LIKE_A_NUMBER.matcher(value).matches();
        }
    }
}
