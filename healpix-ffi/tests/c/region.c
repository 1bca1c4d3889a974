// Regions: the shapes, what is made of them, what is inside, and the rules of their handles.
#include "check.h"

#define DEG (PI / 180)

// Whether a region holds a position in degrees.
static int holds(const healpix_region *region, double lon, double lat)
{
    uint8_t inside = 77;
    OK(healpix_region_contains_deg_one(region, lon, lat, &inside));
    CHECK(inside <= 1);
    return inside;
}

// Asks and frees: a region that holds the first position and not the second one, both in degrees.
static void is_around(healpix_region *region, double lon, double lat, double other_lon, double other_lat)
{
    CHECK(holds(region, lon, lat));
    CHECK(!holds(region, other_lon, other_lat));
    healpix_region_free(region);
}

static void shapes(void)
{
    healpix_region *region = NULL;
    OK(healpix_region_cone(83.8 * DEG, -5.4 * DEG, 1 * DEG, &region));
    is_around(region, 83.8, -4.41, 83.8, -4.39);
    OK(healpix_region_cone_deg(83.8, -5.4, 1, &region));
    is_around(region, 83.8, -4.41, 83.8, -4.39);
    OK(healpix_region_annulus(130 * DEG, 0, 5 * DEG, 6 * DEG, &region));
    is_around(region, 135.5, 0, 130, 0);
    OK(healpix_region_annulus_deg(130, 0, 5, 6, &region));
    is_around(region, 130, -5.5, 136.1, 0);
    OK(healpix_region_elliptical_cone(10 * DEG, 20 * DEG, 5 * DEG, 2 * DEG, 30 * DEG, &region));
    is_around(region, 12.5, 24.2, 7.5, 24.2);
    OK(healpix_region_elliptical_cone_deg(10, 20, 5, 2, 30, &region));
    is_around(region, 12.5, 24.2, 7.5, 24.2);
    OK(healpix_region_zone(350 * DEG, -5 * DEG, 10 * DEG, 5 * DEG, &region));
    is_around(region, 0, 0, 180, 0);
    OK(healpix_region_zone_deg(350, -5, 10, 5, &region));
    // The border belongs to it.
    is_around(region, 10, 5, 10.0001, 5);
    OK(healpix_region_box(0, 89 * DEG, 5 * DEG, 2 * DEG, 0, &region));
    is_around(region, 90, 89.5, 0, 87.9);
    OK(healpix_region_box_deg(0, 89, 5, 2, 0, &region));
    is_around(region, 90, 89.5, 0, 87.9);
    OK(healpix_region_all_sky(&region));
    CHECK(holds(region, 12, 34) && holds(region, 0, -90));
    healpix_region_free(region);
    OK(healpix_region_empty(&region));
    CHECK(!holds(region, 12, 34) && !holds(region, 0, -90));
    healpix_region_free(region);

    // The limits themselves are good, in both units.
    OK(healpix_region_cone(0, 0, PI, &region));
    healpix_region_free(region);
    OK(healpix_region_cone_deg(0, 90, 180, &region));
    healpix_region_free(region);
    OK(healpix_region_elliptical_cone_deg(0, 0, 90, 90, 360, &region));
    healpix_region_free(region);
    OK(healpix_region_annulus_deg(0, 0, 180, 180, &region));
    healpix_region_free(region);
}

static void wrong_shapes(void)
{
    healpix_region *none = NULL;
    STATUS(healpix_region_cone(NAN, 0, 1, &none), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_region_cone(0, 1.6, 1, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_region_cone(0, 0, -1e-300, &none), HEALPIX_ERR_RADIUS);
    STATUS(healpix_region_cone(0, 0, NAN, &none), HEALPIX_ERR_RADIUS);
    STATUS(healpix_region_cone_deg(0, 90.1, 1, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_region_cone_deg(0, 0, 180.5, &none), HEALPIX_ERR_RADIUS);
    CHECK(message_has("180.5") && message_has("degrees"));
    STATUS(healpix_region_annulus(0, 0, 0.2, 0.1, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_annulus(0, 0, 0.2, 4, &none), HEALPIX_ERR_RADIUS);
    STATUS(healpix_region_annulus_deg(0, 0, 7, 6, &none), HEALPIX_ERR_SHAPE);
    CHECK(message_has("7") && message_has("6"));
    STATUS(healpix_region_annulus_deg(INFINITY, 0, 5, 6, &none), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_region_annulus_deg(0, 0, -1, 6, &none), HEALPIX_ERR_RADIUS);
    STATUS(healpix_region_elliptical_cone(0, 0, 0.1, 0.2, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_elliptical_cone(0, 0, 0.2, 0, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_elliptical_cone(0, 0, 0.2, 0.1, 6.5, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_elliptical_cone_deg(0, 0, 91, 1, 0, &none), HEALPIX_ERR_SHAPE);
    CHECK(message_has("91") && message_has("degrees"));
    STATUS(healpix_region_elliptical_cone_deg(0, 0, NAN, 1, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_elliptical_cone_deg(0, 0, 2, 1, 361, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_zone(0, 0.2, 1, 0.1, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_zone(0, 0, NAN, 0.1, &none), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_region_zone_deg(0, -91, 1, 0.1, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_region_zone_deg(0, 5, 1, 4, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_box(0, 0, 0, 1, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_box(0, 0, 1, PI, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_box(0, 0, 1, 1, -1, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_region_box_deg(0, 0, 180, 1, 0, &none), HEALPIX_ERR_SHAPE);
    CHECK(message_has("width") && message_has("degrees"));
    STATUS(healpix_region_box_deg(0, 0, 1, NAN, 0, &none), HEALPIX_ERR_SHAPE);
    CHECK(none == NULL);

    STATUS(healpix_region_cone(0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_cone_deg(0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_annulus(0, 0, 1, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_annulus_deg(0, 0, 1, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_elliptical_cone(0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_elliptical_cone_deg(0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_zone(0, 0, 1, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_zone_deg(0, 0, 1, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_box(0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_box_deg(0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_all_sky(NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_empty(NULL), HEALPIX_ERR_NULL);
    healpix_region *handles[2] = {NULL, NULL};
    healpix_region **odd = (healpix_region **)(void *)((char *)handles + 1);
    STATUS(healpix_region_cone(0, 0, 1, odd), HEALPIX_ERR_ALIGN);
    CHECK(handles[0] == NULL && handles[1] == NULL);
}

static void polygons(void)
{
    // A square, counterclockwise with east at the right.
    const double lon[] = {0, 10, 10, 0}, lat[] = {0, 0, 10, 10};
    double lon_rad[4], lat_rad[4];
    for (int k = 0; k < 4; k++)
        lon_rad[k] = lon[k] * DEG, lat_rad[k] = lat[k] * DEG;
    healpix_region *region = NULL;
    OK(healpix_region_polygon(lon_rad, lat_rad, 4, HEALPIX_INTERIOR_SMALLER_AREA, &region));
    is_around(region, 5, 5, 50, 50);
    OK(healpix_region_polygon_deg(lon, lat, 4, HEALPIX_INTERIOR_WINDING, &region));
    is_around(region, 5, 5, 50, 50);
    // The other way round its inside is the rest of the sphere.
    const double lon_back[] = {0, 0, 10, 10}, lat_back[] = {0, 10, 10, 0};
    OK(healpix_region_polygon_deg(lon_back, lat_back, 4, HEALPIX_INTERIOR_WINDING, &region));
    is_around(region, 50, 50, 5, 5);

    // A square with a square hole and an island in it, then the same with a control point in the hole.
    const double rings_lon[] = {0, 10, 10, 0, 2, 8, 8, 2, 4, 6, 5}, rings_lat[] = {0, 0, 10, 10, 2, 2, 8, 8, 4, 4, 6};
    const size_t ends[] = {4, 8, 11};
    OK(healpix_region_polygon_rings_deg(rings_lon, rings_lat, 11, ends, 3, HEALPIX_INTERIOR_SMALLER_AREA, NAN, NAN,
                                        &region));
    CHECK(holds(region, 1, 1) && !holds(region, 3, 3) && holds(region, 5, 5) && !holds(region, 50, 50));
    healpix_region_free(region);
    OK(healpix_region_polygon_rings_deg(rings_lon, rings_lat, 11, ends, 3, HEALPIX_INTERIOR_CONTAINS, 3, 3, &region));
    CHECK(!holds(region, 1, 1) && holds(region, 3, 3) && !holds(region, 5, 5) && holds(region, 50, 50));
    healpix_region_free(region);
    const size_t one_end[] = {4};
    OK(healpix_region_polygon_rings(lon_rad, lat_rad, 4, one_end, 1, HEALPIX_INTERIOR_CONTAINS, 5 * DEG, 5 * DEG,
                                    &region));
    is_around(region, 5, 5, 50, 50);
}

static void areas(void)
{
    const double pi = 3.14159265358979323846, lon[] = {0, 90, 0}, lat[] = {0, 0, 90};
    healpix_region *region = NULL, *rest = NULL;
    OK(healpix_region_cone(1, 0.5, pi / 3, &region));
    CHECK(fabs(healpix_region_area(region) - pi) < 1e-14);
    OK(healpix_region_complement(region, &rest));
    CHECK(fabs(healpix_region_area(rest) - 3 * pi) < 1e-14);
    healpix_region_free(region);
    healpix_region_free(rest);
    OK(healpix_region_polygon_deg(lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &region));
    CHECK(fabs(healpix_region_area(region) - pi / 2) < 1e-14);
    healpix_region_free(region);
    OK(healpix_region_elliptical_cone(1, 0.5, 0.2, 0.1, 0, &region));
    CHECK(isnan(healpix_region_area(region)) && isnan(healpix_region_area(NULL)));
    healpix_region_free(region);
}

static void wrong_polygons(void)
{
    const double lon[] = {0, 10, 10, 0}, lat[] = {0, 0, 10, 10}, bow[] = {0, 10, 0, 10}, bad[] = {0, 0, NAN, 10};
    healpix_region *none = NULL;
    STATUS(healpix_region_polygon_deg(lon, lat, 2, 0, &none), HEALPIX_ERR_POLYGON);
    STATUS(healpix_region_polygon_deg(NULL, NULL, 0, 0, &none), HEALPIX_ERR_POLYGON);
    STATUS(healpix_region_polygon_deg(lon, bow, 4, 0, &none), HEALPIX_ERR_POLYGON);
    CHECK(message_has("cross"));
    STATUS(healpix_region_polygon_deg(lon, bad, 4, 0, &none), HEALPIX_ERR_POLYGON);
    CHECK(message_has("vertex 2"));
    STATUS(healpix_region_polygon(lon, lat, 4, 0, &none), HEALPIX_ERR_POLYGON);
    STATUS(healpix_region_polygon_deg(lon, lat, 4, HEALPIX_INTERIOR_CONTAINS, &none), HEALPIX_ERR_MODE);
    STATUS(healpix_region_polygon_deg(lon, lat, 4, 3, &none), HEALPIX_ERR_MODE);
    STATUS(healpix_region_polygon(lon, lat, 4, UINT32_MAX, &none), HEALPIX_ERR_MODE);
    STATUS(healpix_region_polygon(NULL, lat, 4, 0, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_polygon(lon, NULL, 4, 0, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_polygon(lon, lat, 4, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_polygon_deg(lon, lat, SIZE_MAX / 2, 0, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_polygon_deg(lon, lat, 4, 0, (healpix_region **)(void *)lon), HEALPIX_ERR_OVERLAP);

    const size_t ends[] = {4}, short_of[] = {3}, beyond[] = {5}, back[] = {4, 3}, two[] = {3, 4};
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, short_of, 1, 0, 0, 0, &none), HEALPIX_ERR_LENGTH);
    CHECK(message_has("3") && message_has("4"));
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, beyond, 1, 0, 0, 0, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, back, 2, 0, 0, 0, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, NULL, 0, 0, 0, 0, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, NULL, 1, 0, 0, 0, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, ends, SIZE_MAX, 0, 0, 0, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_polygon_rings_deg(NULL, NULL, 0, NULL, 0, 0, 0, 0, &none), HEALPIX_ERR_POLYGON);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, two, 2, 0, 0, 0, &none), HEALPIX_ERR_POLYGON);
    CHECK(message_has("ring 1"));
    STATUS(healpix_region_polygon_rings_deg(lon, bad, 4, ends, 1, 0, 0, 0, &none), HEALPIX_ERR_POLYGON);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, ends, 1, 3, 0, 0, &none), HEALPIX_ERR_MODE);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, ends, 1, 2, NAN, 0, &none), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, ends, 1, 2, 0, 91, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_region_polygon_rings_deg(lon, lat, 4, ends, 1, 2, 0, 0, &none), HEALPIX_ERR_POLYGON);
    CHECK(message_has("control point"));
    STATUS(healpix_region_polygon_rings(lon, lat, 4, ends, 1, 0, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_polygon_rings(NULL, lat, 4, ends, 1, 0, 0, 0, &none), HEALPIX_ERR_NULL);
    CHECK(none == NULL);
}

static void combinations(void)
{
    healpix_region *west = NULL, *east = NULL, *both = NULL, *other = NULL;
    OK(healpix_region_cone_deg(10, 0, 6, &west));
    OK(healpix_region_cone_deg(20, 0, 6, &east));
    const healpix_region *pair[] = {west, east, west};
    OK(healpix_region_union(pair, 3, &both));
    CHECK(holds(both, 6, 0) && holds(both, 15, 0) && holds(both, 24, 0) && !holds(both, 30, 0));
    OK(healpix_region_complement(both, &other));
    healpix_region_free(both);
    CHECK(!holds(other, 6, 0) && !holds(other, 24, 0) && holds(other, 30, 0));
    healpix_region_free(other);
    OK(healpix_region_intersection(pair, 2, &both));
    CHECK(!holds(both, 6, 0) && holds(both, 15, 0) && !holds(both, 24, 0));
    healpix_region_free(both);
    OK(healpix_region_difference(west, east, &both));
    CHECK(holds(both, 6, 0) && !holds(both, 15, 0) && !holds(both, 24, 0));

    // Operands may go before what was made of them, and a clone stays when the first handle goes.
    OK(healpix_region_clone(both, &other));
    healpix_region_free(west);
    healpix_region_free(east);
    healpix_region_free(both);
    CHECK(holds(other, 6, 0) && !holds(other, 15, 0));
    healpix_region_free(other);

    // Of nothing.
    OK(healpix_region_union(NULL, 0, &both));
    CHECK(!holds(both, 1, 1));
    healpix_region_free(both);
    OK(healpix_region_intersection(NULL, 0, &both));
    CHECK(holds(both, 1, 1));
    healpix_region_free(both);

    // Piece by piece, as far as one likes.
    OK(healpix_region_empty(&both));
    for (int k = 0; k < 300; k++) {
        healpix_region *piece = NULL, *more = NULL;
        OK(healpix_region_cone_deg(k, 0, 0.6, &piece));
        const healpix_region *operands[] = {both, piece};
        OK(healpix_region_union(operands, 2, &more));
        healpix_region_free(piece);
        healpix_region_free(both);
        both = more;
    }
    CHECK(holds(both, 0, 0) && holds(both, 298.5, 0) && !holds(both, 301, 0));
    healpix_region_free(both);
}

static void wrong_combinations(void)
{
    healpix_region *region = NULL, *none = NULL;
    OK(healpix_region_cone(0, 0, 1, &region));
    const healpix_region *odd = (const healpix_region *)(const void *)((const char *)region + 1);
    const healpix_region *with_null[] = {region, NULL}, *with_odd[] = {region, odd};
    STATUS(healpix_region_union(with_null, 2, &none), HEALPIX_ERR_NULL);
    CHECK(message_has("regions"));
    STATUS(healpix_region_union(with_odd, 2, &none), HEALPIX_ERR_ALIGN);
    STATUS(healpix_region_union(NULL, 1, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_union(with_null, SIZE_MAX, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_union(with_null, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_union(with_null, 1, (healpix_region **)(void *)with_null), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_region_intersection(with_null, 2, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_intersection(with_null, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_difference(NULL, region, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_difference(region, NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_difference(region, odd, &none), HEALPIX_ERR_ALIGN);
    STATUS(healpix_region_difference(region, region, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_complement(NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_complement(region, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_clone(NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_clone(region, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_clone(odd, &none), HEALPIX_ERR_ALIGN);
    CHECK(none == NULL);
    CHECK(holds(region, 0, 0));
    healpix_region_free(region);
    healpix_region_free(NULL);
}

static void questions(void)
{
    healpix_region *region = NULL;
    OK(healpix_region_cone_deg(50, 0, 0.01, &region));
    const double lon[] = {50, NAN, 50, 50.005}, lat[] = {0, 0, 90.5, 0}, far_lon[] = {0, 50 * DEG};
    uint8_t inside[4] = {77, 77, 77, 77};
    STATUS(healpix_region_contains_deg(region, lon, lat, 4, inside), HEALPIX_ERR_LONGITUDE);
    CHECK(message_has("2 of 4") && message_has("index 1"));
    CHECK(inside[0] == 1 && inside[1] == 0 && inside[2] == 0 && inside[3] == 1);
    OK(healpix_region_contains(region, far_lon, far_lon, 1, inside));
    EQUAL(inside[0], 0);
    OK(healpix_region_contains(region, NULL, NULL, 0, NULL));
    uint8_t one = 77;
    OK(healpix_region_contains_one(region, 50 * DEG, 0, &one));
    EQUAL(one, 1);
    STATUS(healpix_region_contains_one(region, 0, 2, &one), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_region_contains_deg_one(region, INFINITY, 0, &one), HEALPIX_ERR_LONGITUDE);
    EQUAL(one, 1);

    const uint64_t cells[] = {5, 12, 6};
    uint8_t relation[3] = {77, 77, 77};
    STATUS(healpix_region_relation(region, 0, cells, 3, relation), HEALPIX_ERR_CELL);
    CHECK(message_has("index 1"));
    EQUAL(relation[0], HEALPIX_RELATION_PARTIAL);
    EQUAL(relation[1], HEALPIX_INVALID_U8);
    EQUAL(relation[2], HEALPIX_RELATION_DISJOINT);
    uint64_t center = 0;
    OK(healpix_nested_hash_one(20, 50 * DEG, 0, &center));
    OK(healpix_region_relation_one(region, 20, center, relation));
    EQUAL(relation[0], HEALPIX_RELATION_FULL);
    EQUAL(HEALPIX_RELATION_DISJOINT, 0), EQUAL(HEALPIX_RELATION_PARTIAL, 1), EQUAL(HEALPIX_RELATION_FULL, 2);
    EQUAL(HEALPIX_INTERIOR_SMALLER_AREA, 0), EQUAL(HEALPIX_INTERIOR_WINDING, 1), EQUAL(HEALPIX_INTERIOR_CONTAINS, 2);

    one = relation[0] = 77;
    STATUS(healpix_region_relation(region, 30, cells, 3, relation), HEALPIX_ERR_DEPTH);
    STATUS(healpix_region_relation(NULL, 0, cells, 3, relation), HEALPIX_ERR_NULL);
    STATUS(healpix_region_relation(region, 0, NULL, 3, relation), HEALPIX_ERR_NULL);
    STATUS(healpix_region_relation(region, 0, cells, 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_relation(region, 0, cells, SIZE_MAX, relation), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_relation(region, 0, cells, 3, (uint8_t *)(void *)cells), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_region_relation_one(region, 30, 0, &one), HEALPIX_ERR_DEPTH);
    STATUS(healpix_region_relation_one(region, 1, 48, &one), HEALPIX_ERR_CELL);
    STATUS(healpix_region_relation_one(NULL, 0, 0, &one), HEALPIX_ERR_NULL);
    STATUS(healpix_region_relation_one(region, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains(NULL, lon, lat, 3, relation), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains(region, NULL, lat, 3, relation), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains(region, lon, NULL, 3, relation), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains(region, lon, lat, 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains_deg(region, lon, lat, 3, (uint8_t *)(void *)lat), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_region_contains_deg(region, (const double *)(const void *)((const char *)lon + 1), lat, 1, relation),
           HEALPIX_ERR_ALIGN);
    STATUS(healpix_region_contains_one(NULL, 0, 0, &one), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains_one(region, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains_one(region, 0, 0, (uint8_t *)(void *)region), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_region_contains_deg_one(NULL, 0, 0, &one), HEALPIX_ERR_NULL);
    STATUS(healpix_region_contains_deg_one(region, 0, 0, NULL), HEALPIX_ERR_NULL);
    CHECK(one == 77 && relation[0] == 77);
    healpix_region_free(region);
}

static void texts(void)
{
    const char stcs[] = "Difference ICRS (Circle 147.6 69.9 2.0 Polygon 147 69 149 69 149 70 147 70)";
    const char geojson[] = "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [8, 0], [8, 8], [0, 8], [0, 0]]]}";
    healpix_region *region = NULL, *none = NULL;
    OK(healpix_region_from_stcs(stcs, strlen(stcs), &region));
    is_around(region, 147.6, 70.5, 147.6, 69.5);
    OK(healpix_region_from_geojson(geojson, strlen(geojson), &region));
    is_around(region, 1, 1, 9, 9);
    // As many bytes as told, no more: the text may lie in a larger one.
    OK(healpix_region_from_stcs("Circle 10 20 3, and so on", strlen("Circle 10 20 3"), &region));
    is_around(region, 10, 22, 10, 24);

    STATUS(healpix_region_from_stcs("Circle ICRS 147.6 99.9 2.0", 26, &none), HEALPIX_ERR_SYNTAX);
    CHECK(message_has("line 1, column 19"));
    STATUS(healpix_region_from_geojson("{\"type\": 3}", 11, &none), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_region_from_stcs("Circle 1 2 \xff", 12, &none), HEALPIX_ERR_UTF8);
    CHECK(message_has("byte 11"));
    STATUS(healpix_region_from_geojson("\xc3", 1, &none), HEALPIX_ERR_UTF8);
    STATUS(healpix_region_from_stcs("Circle 1 2 3\0", 13, &none), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_region_from_stcs(NULL, 0, &none), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_region_from_geojson(NULL, 0, &none), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_region_from_stcs(NULL, 1, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_from_geojson(NULL, 1, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_region_from_stcs(stcs, SIZE_MAX, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_from_geojson(geojson, SIZE_MAX, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_region_from_stcs(stcs, 5, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_region_from_geojson(geojson, 5, NULL), HEALPIX_ERR_NULL);

    // Depths that no stack would bear.
    enum { DEEP = 100000 };
    char *deep = malloc(4 * DEEP);
    if (deep == NULL)
        exit(EXIT_FAILURE);
    for (size_t k = 0; k < DEEP; k++)
        memcpy(deep + 4 * k, "Not(", 4);
    STATUS(healpix_region_from_stcs(deep, 4 * DEEP, &none), HEALPIX_ERR_SYNTAX);
    memset(deep, '[', 4 * DEEP);
    STATUS(healpix_region_from_geojson(deep, 4 * DEEP, &none), HEALPIX_ERR_SYNTAX);
    free(deep);
    CHECK(none == NULL);
}

int main(void)
{
    shapes();
    wrong_shapes();
    polygons();
    areas();
    wrong_polygons();
    combinations();
    wrong_combinations();
    questions();
    texts();
    return finish();
}
