package fr.parchemin.gateway.contract;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Texts that readers of YAML 1.1 take for something else are quoted: to them 17:30 is the number 1050, and a day no text. */
final class YamlQuotes extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;

    /** Numbers, times, days and instants, and what looks like them. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+.]?[0-9][-+.:_0-9eTZ ]*");

    @Override
    public boolean needToQuoteValue(String value) {
        return super.needToQuoteValue(value) || LIKE_A_NUMBER.matcher(value).matches();
    }
}
