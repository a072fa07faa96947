package fr.preau.communication.circulars;

/** How far the answers of a class have come; pupils who have left are not counted. */
public record ClassProgress(String className, long children, long settled) {

    public long missing() {
        return children - settled;
    }
}
