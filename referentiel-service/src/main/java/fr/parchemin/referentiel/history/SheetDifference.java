package fr.parchemin.referentiel.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.parchemin.referentiel.history.ChangeView.FieldChange;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import fr.parchemin.referentiel.sheet.StoredJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** In which fields two sheets differ. */
public final class SheetDifference {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<FieldChange> changes = new ArrayList<>();

    private SheetDifference() {}

    public static List<FieldChange> between(
            Sheet before, List<Partner> partnersBefore, Sheet after, List<Partner> partnersAfter) {
        SheetDifference difference = new SheetDifference();
        difference.compare("", StoredJson.tree(before), StoredJson.tree(after));
        difference.compare("partners", StoredJson.tree(partnersBefore), StoredJson.tree(partnersAfter));
        return difference.changes;
    }

    private void compare(String field, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(field.isEmpty() ? name : field + '.' + name, before.path(name), after.path(name));
            }
        } else if (before.isArray() && after.isArray()) {
            JsonNode gone = without(before, after);
            JsonNode come = without(after, before);
            // The same elements in another order are a change too, and only the whole list shows it.
            boolean reordered = gone.isEmpty() && come.isEmpty();
            changes.add(new FieldChange(field, reordered ? before : gone, reordered ? after : come));
        } else {
            changes.add(new FieldChange(field, orNull(before), orNull(after)));
        }
    }

    private static JsonNode without(JsonNode list, JsonNode others) {
        Map<JsonNode, Integer> left = new HashMap<>();
        others.forEach(e -> left.merge(e, 1, Integer::sum));
        ArrayNode rest = NODES.arrayNode();
        for (Iterator<JsonNode> elements = list.elements(); elements.hasNext(); ) {
            JsonNode element = elements.next();
            int known = left.getOrDefault(element, 0);
            if (known == 0) {
                rest.add(element);
            } else {
                left.put(element, known - 1);
            }
        }
        return rest;
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? NODES.nullNode() : node;
    }
}
