package fr.parchemin.session.planning;

/** Where and when a passage may be: a beginning, a team and a room. Whatever forbids it by itself is left out beforehand. */
public record Seat(int start, Team team, int room) {

    int day() {
        return start / Task.DAY;
    }
}
