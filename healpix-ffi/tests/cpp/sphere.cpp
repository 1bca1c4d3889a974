// The sphere and the HEALPix plane: every function in all its forms against the C function; known values; errors.
#include "forms.hpp"

using namespace healpix;
using forms::Doubles;

#define SAME_AS_C(scheme, function, ...)                                                                               \
    forms::agree(#scheme "::" #function, scheme::function, healpix_##scheme##_##function, __VA_ARGS__)

int main()
{
    Doubles lon, lat;
    forms::positions(lon, lat);
    Doubles lon_deg = forms::degrees(lon), lat_deg = forms::degrees(lat);
    lat_deg[0] = 90.0;
    lat_deg[1] = -90.0;
    const Doubles lon2(lon.rbegin(), lon.rend()), lat2(lat.rbegin(), lat.rend());

    const auto vectors = SAME_AS_C(sphere, to_vec, lon, lat);
    SAME_AS_C(sphere, to_vec_deg, lon_deg, lat_deg);
    SAME_AS_C(sphere, from_vec, vectors.x, vectors.y, vectors.z);
    SAME_AS_C(sphere, from_vec_deg, vectors.x, vectors.y, vectors.z);
    SAME_AS_C(sphere, distance, lon, lat, lon2, lat2);
    SAME_AS_C(sphere, distance_deg, lon_deg, lat_deg, Doubles(lon_deg.rbegin(), lon_deg.rend()),
              Doubles(lat_deg.rbegin(), lat_deg.rend()));
    CHECK(std::abs(sphere::distance_deg(10.0, 0.0, 40.0, 0.0) - 30) < 1e-12);
    const auto [x, y, z] = sphere::to_vec_deg(90.0, 0.0);
    CHECK(std::abs(x) < 1e-15 && y == 1 && z == 0);
    CHECK(sphere::from_vec_deg(0.0, -2.0, 0.0).lon == 270);

    const auto plane = SAME_AS_C(projection, forward, lon, lat);
    SAME_AS_C(projection, inverse, plane.x, plane.y);
    CHECK(projection::forward(0.0, 0.0).y == 0 && projection::inverse(1.0, 0.0).lat == 0);

    CHECK(fails(Status::latitude, [](auto &...on) { return sphere::distance(0.0, 0.0, 0.0, 2.0, on...); }));
    CHECK(fails(Status::longitude, [](auto &...on) { return sphere::to_vec(INFINITY, 0.0, on...); }));
    CHECK(fails(Status::vector, [](auto &...on) { return sphere::from_vec(0.0, NAN, 0.0, on...); }));
    CHECK(fails(Status::plane, [](auto &...on) { return projection::inverse(0.0, 1.5, on...); }));
    CHECK(throws(Status::length, [&] { sphere::distance(lon, lat, lon2, Doubles(3)); }));
    return finish("sphere");
}
