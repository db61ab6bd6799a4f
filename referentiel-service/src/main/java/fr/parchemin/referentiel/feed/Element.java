package fr.parchemin.referentiel.feed;

import fr.parchemin.referentiel.sheet.RawElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of a record in memory. It remembers what was taken from it: what is left at the end has no place in the
 * sheet and is kept as it is.
 */
final class Element {

    private enum State {
        /** Nobody asked for it. */
        UNKNOWN,
        /** Its value is in the sheet. */
        TAKEN,
        /** Known, but its value is not what it should be. */
        UNREADABLE
    }

    private final String name;
    private String text = "";
    private @Nullable StringBuilder pieces;
    private final List<Element> children = new ArrayList<>();
    private State state = State.UNKNOWN;
    /** Its step on the path of what is left below it. */
    private String step;

    Element(String name) {
        this.name = name;
        this.step = name;
    }

    String name() {
        return name;
    }

    void append(String characters) {
        if (text.isEmpty() && pieces == null) {
            text = characters;
            return;
        }
        if (pieces == null) {
            pieces = new StringBuilder(text);
        }
        pieces.append(characters);
    }

    void append(Element child) {
        children.add(child);
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    /** All children of a name; they count as taken. */
    List<Element> all(String childName) {
        List<Element> found = new ArrayList<>();
        for (Element child : children) {
            if (child.name.equals(childName)) {
                child.state = State.TAKEN;
                found.add(child);
            }
        }
        return found;
    }

    /** All children of a name, inside any wrapper of the given name or, as older feeds have it, without one. */
    List<Element> all(String wrapper, String childName) {
        List<Element> bare = all(childName);
        bare.forEach(child -> child.step = wrapper + '/' + childName);
        return Stream.concat(all(wrapper).stream().flatMap(w -> w.all(childName).stream()), bare.stream())
                .toList();
    }

    /** First child under any of the names, which are the spellings of one tag in different versions. */
    Optional<Element> first(String... names) {
        Optional<Element> found = find(names);
        found.ifPresent(c -> c.state = State.TAKEN);
        return found;
    }

    /** Text of the first child under any of the names, unchanged; null when it is absent or blank. */
    @Nullable
    String text(String... names) {
        return value(Function.identity(), names);
    }

    /**
     * Text of a child, read as something else. A child that cannot be read is left where it is, so that it is kept as it
     * came.
     *
     * @param reader gives null for what it cannot read
     */
    <T> @Nullable T value(Function<String, @Nullable T> reader, String... names) {
        Optional<Element> child = find(names);
        if (child.isEmpty()) {
            return null;
        }
        String own = child.get().ownText();
        T value = own == null ? null : reader.apply(own);
        child.get().state = own == null || value != null ? State.TAKEN : State.UNREADABLE;
        return value;
    }

    /** The element's own text, unchanged; null when it is blank. */
    @Nullable
    String ownText() {
        if (pieces != null) {
            text = pieces.toString();
            pieces = null;
        }
        String own = text;
        return Texts.isBlank(own) ? null : own;
    }

    /** Gives the element up: it is known, but says nothing that the sheet could hold. */
    void giveUp() {
        state = State.UNREADABLE;
    }

    /** Says which item of its list it has become, from 1. */
    void becomes(int item) {
        step += "[" + item + ']';
    }

    /**
     * Everything below this element that nobody took, under its path from here. What is left within something that was taken comes
     * first, as it does when it is written.
     */
    List<RawElement> leftOver() {
        List<RawElement> left = new ArrayList<>();
        collectLeftOver("", left);
        return left;
    }

    private void collectLeftOver(String path, List<RawElement> left) {
        for (Element child : children) {
            if (child.state == State.TAKEN && child.hasChildren()) {
                child.collectLeftOver(path + child.step + '/', left);
            }
        }
        for (Element child : children) {
            if (child.state != State.TAKEN && (child.hasChildren() || child.ownText() != null)) {
                left.add(child.raw(path + child.step));
            }
        }
    }

    /** Paths of the elements that nobody asked for, empty ones too. */
    Stream<String> unknown() {
        return paths(State.UNKNOWN);
    }

    /** Paths of the elements that were asked for and could not be read. */
    Stream<String> unreadable() {
        return paths(State.UNREADABLE);
    }

    private Stream<String> paths(State wanted) {
        List<String> paths = new ArrayList<>();
        collectPaths("", wanted, paths);
        return paths.stream();
    }

    private void collectPaths(String path, State wanted, List<String> paths) {
        for (Element child : children) {
            if (child.state == State.TAKEN) {
                if (child.hasChildren()) {
                    child.collectPaths(path + child.name + '/', wanted, paths);
                }
            } else if (child.state == wanted) {
                paths.add(path + child.name);
            }
        }
    }

    private RawElement raw(String shownName) {
        return new RawElement(
                shownName, ownText(), children.stream().map(c -> c.raw(c.name)).toList());
    }

    private Optional<Element> find(String... names) {
        for (String wanted : names) {
            for (Element child : children) {
                if (child.name.equals(wanted)) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }
}
