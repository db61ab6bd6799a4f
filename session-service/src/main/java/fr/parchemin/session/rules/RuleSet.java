package fr.parchemin.session.rules;

import java.util.List;

/** The rules that one feature keeps. */
public interface RuleSet {

    /** In the order of their numbers. */
    List<? extends Rule<?>> rules();
}
