#include "parallels.h"

#include <math.h>

static const double PI = 3.14159265358979323846;
/* Distance of vertices along a parallel, in degrees of longitude. */
static const double STEP = 0.5;
/* Two ends with latitudes so close, in degrees, are on one parallel: coordinates are rounded to 0.0001. */
static const double SAME = 0.001;

/* The angles zeta, theta and z, in degrees, that turn positions of J2000 to the equinox B1875.0 (Lieske et al. 1977). */
static const double ZETA = -0.8006399969216315, THETA = -0.6960960115899235, Z = -0.8002960185808403;

struct position {
    double lon, lat;
};

static double radians(double degrees) { return degrees * (PI / 180.0); }

static double degrees(double radians) { return radians * (180.0 / PI); }

/* A position in radians, turned by precession through angles in degrees. */
static struct position turned(struct position at, double zeta, double theta, double z)
{
    double lon = at.lon + radians(zeta), sine = sin(radians(theta)), cosine = cos(radians(theta));
    double east = cos(at.lat) * sin(lon);
    double from_node = cosine * cos(at.lat) * cos(lon) - sine * sin(at.lat);
    double north = sine * cos(at.lat) * cos(lon) + cosine * sin(at.lat);
    return (struct position){atan2(east, from_node) + radians(z), asin(fmax(-1.0, fmin(1.0, north)))};
}

/* Adds the vertices between two others, from the second to the first if `backwards`. */
static bool add_between(struct position from, struct position to, bool backwards, struct outline *followed)
{
    struct position start = turned((struct position){radians(from.lon), radians(from.lat)}, ZETA, THETA, Z);
    struct position end = turned((struct position){radians(to.lon), radians(to.lat)}, ZETA, THETA, Z);
    double rise = end.lat - start.lat, run = end.lon - start.lon;
    if (fabs(rise) > radians(SAME))
        return true;
    if (fabs(run) > PI)
        run -= copysign(2.0 * PI, run);
    double steps = ceil(fabs(run) / radians(STEP));
    for (double done = 1.0; done < steps; done++) {
        double part = (backwards ? steps - done : done) / steps;
        struct position old = {start.lon + part * run, start.lat + part * rise};
        struct position at = turned(old, -Z, -THETA, -ZETA);
        if (!outline_push(followed, degrees(at.lon), degrees(at.lat)))
            return false;
    }
    return true;
}

bool parallels_follow(const struct outline *corners, struct outline *followed)
{
    for (size_t i = 0; i < corners->n; i++) {
        size_t next = (i + 1) % corners->n;
        struct position from = {corners->lon_deg[i], corners->lat_deg[i]};
        struct position to = {corners->lon_deg[next], corners->lat_deg[next]};
        bool forwards = from.lon < to.lon || (from.lon == to.lon && from.lat <= to.lat);
        if (!outline_push(followed, from.lon, from.lat)
            || !add_between(forwards ? from : to, forwards ? to : from, !forwards, followed))
            return false;
    }
    return true;
}
