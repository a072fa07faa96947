package fr.preau.tenants;

/**
 * A point on the map.
 *
 * @param latitude in degrees (WGS 84)
 * @param longitude in degrees (WGS 84)
 */
public record Location(double latitude, double longitude) {

    static final double MOST_LATITUDE = 90;
    static final double MOST_LONGITUDE = 180;

    public Location {
        Check.range(latitude, -MOST_LATITUDE, MOST_LATITUDE);
        Check.range(longitude, -MOST_LONGITUDE, MOST_LONGITUDE);
    }

    /** The distance in kilometres, good enough within a département. */
    public double kilometresTo(Location other) {
        double north = (other.latitude - latitude) * 111.2;
        double middle = Math.toRadians((latitude + other.latitude) / 2);
        double east = (other.longitude - longitude) * 111.2 * Math.cos(middle);
        return Math.hypot(north, east);
    }
}
