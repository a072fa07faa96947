package fr.preau.tenants;

/**
 * A point on the map.
 *
 * @param latitude in degrees (WGS 84)
 * @param longitude in degrees (WGS 84)
 */
public record Location(double latitude, double longitude) {

    public Location {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    latitude + ", " + longitude + " is not a point on the map");
        }
    }

    /** The distance in kilometres, good enough within a département. */
    public double kilometresTo(Location other) {
        double north = (other.latitude - latitude) * 111.2;
        double middle = Math.toRadians((latitude + other.latitude) / 2);
        double east = (other.longitude - longitude) * 111.2 * Math.cos(middle);
        return Math.hypot(north, east);
    }
}
