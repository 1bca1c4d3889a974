// Regions: closed parts of the sphere.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_REGION_HPP
#define HEALPIX_CPP_REGION_HPP

#include "elements.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace healpix {

/// A closed part of the sphere: cones, polygons, and what is made of them. It never changes.
///
/// All functions take a std::error_code & behind their arguments instead of throwing; the region is an
/// empty handle then: `if (!region)`.
class Region : public Handle<healpix_region, ::healpix_region_free> {
public:
    using Handle::Handle;

    /// The points within a radius of a center, all in radians: a disc on the sphere.
    ///
    /// - `lon`, `lat`: any finite longitude, latitude from -pi/2 to pi/2.
    /// - `radius`: 0 (the point alone) to pi (the whole sphere).
    ///
    /// Errors: Status::longitude, Status::latitude, Status::radius.
    template <class On = Throw, class = OnError<On>>
    static Region cone(double lon, double lat, double radius, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_cone, lon, lat, radius);
    }

    /// The same in degrees, the radius from 0 to 180.
    template <class On = Throw, class = OnError<On>>
    static Region cone_deg(double lon, double lat, double radius, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_cone_deg, lon, lat, radius);
    }

    /// The points whose distance from a center is between two radii, both included, all in radians.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::radius, Status::shape (the inner radius is the larger one).
    template <class On = Throw, class = OnError<On>>
    static Region annulus(double lon, double lat, double inner, double outer, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_annulus, lon, lat, inner, outer);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Region annulus_deg(double lon, double lat, double inner, double outer, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_annulus_deg, lon, lat, inner, outer);
    }

    /// The points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on the sphere. All
    /// in radians.
    ///
    /// - `a`, `b`: semi-axes, 0 < b <= a <= pi/2.
    /// - `position_angle`: of the major axis, from north through east, 0 to 2 pi.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::shape.
    template <class On = Throw, class = OnError<On>>
    static Region elliptical_cone(double lon, double lat, double a, double b, double position_angle,
                                  On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_elliptical_cone, lon, lat, a, b, position_angle);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Region elliptical_cone_deg(double lon, double lat, double a, double b, double position_angle,
                                      On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_elliptical_cone_deg, lon, lat, a, b, position_angle);
    }

    /// The points between two longitudes and two latitudes, borders included, all in radians. It runs from `lon_min`
    /// eastwards to `lon_max`, over longitude 0 where need be; a whole turn or more is the whole circle.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::shape (`lat_min` above `lat_max`).
    template <class On = Throw, class = OnError<On>>
    static Region zone(double lon_min, double lat_min, double lon_max, double lat_max,
                       On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_zone, lon_min, lat_min, lon_max, lat_max);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Region zone_deg(double lon_min, double lat_min, double lon_max, double lat_max,
                           On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_zone_deg, lon_min, lat_min, lon_max, lat_max);
    }

    /// The box with great-circle sides around a center; each side crosses its axis at right angles, half the size
    /// away. All in radians.
    ///
    /// - `width`, `height`: whole sizes, above 0 and below pi.
    /// - `position_angle`: of the height, from north through east, 0 to 2 pi.
    ///
    /// Errors: Status::longitude, Status::latitude, Status::shape.
    template <class On = Throw, class = OnError<On>>
    static Region box(double lon, double lat, double width, double height, double position_angle,
                      On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_box, lon, lat, width, height, position_angle);
    }

    /// The same in degrees.
    template <class On = Throw, class = OnError<On>>
    static Region box_deg(double lon, double lat, double width, double height, double position_angle,
                          On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_box_deg, lon, lat, width, height, position_angle);
    }

    /// The area inside a ring of great-circle arcs, vertices in radians. Each edge is the shorter arc to the next
    /// vertex; the last one leads back to the first, which may be repeated at the end.
    ///
    /// - `interior`: Interior::smaller_area() or Interior::winding().
    ///
    /// Errors: Status::polygon (too few vertices, a bad one, edges that cross), Status::mode, Status::length,
    /// Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Region polygon(span<const double> lon, span<const double> lat, Interior interior = Interior::smaller_area(),
                          On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Region>(on, ::healpix_region_polygon, lon.data(), lat.data(), lon.size(),
                                      interior.code());
    }

    /// The same with vertices in degrees.
    template <class On = Throw, class = OnError<On>>
    static Region polygon_deg(span<const double> lon, span<const double> lat,
                              Interior interior = Interior::smaller_area(), On &&on = On()) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Region>(on, ::healpix_region_polygon_deg, lon.data(), lat.data(), lon.size(),
                                      interior.code());
    }

    /// The area bounded by rings of great-circle arcs: outer borders, holes, islands, in any order; vertices in
    /// radians.
    ///
    /// - `ring_ends`: for each ring the number of the vertex behind its last one, ascending; the last is the number of
    ///   vertices.
    /// - `interior`: also Interior::contains(lon, lat).
    ///
    /// Errors: Status::polygon, Status::length (also where `ring_ends` does not ascend to the number of vertices),
    /// Status::longitude and Status::latitude (of the control point), Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Region polygon_rings(span<const double> lon, span<const double> lat, span<const std::size_t> ring_ends,
                                Interior interior = Interior::smaller_area(), On &&on = On()) noexcept(quiet<On>)
    {
        return rings(::healpix_region_polygon_rings, lon, lat, ring_ends, interior, on);
    }

    /// The same with vertices and control point in degrees.
    template <class On = Throw, class = OnError<On>>
    static Region polygon_rings_deg(span<const double> lon, span<const double> lat, span<const std::size_t> ring_ends,
                                    Interior interior = Interior::smaller_area(), On &&on = On()) noexcept(quiet<On>)
    {
        return rings(::healpix_region_polygon_rings_deg, lon, lat, ring_ends, interior, on);
    }

    /// What is in any of the regions, `Region::union_of({&a, &b})`; nothing for none. The operands may go before it.
    ///
    /// Errors: Status::shape for more than 200 combinations one in the other, Status::memory, Status::null.
    template <class On = Throw, class = OnError<On>>
    static Region union_of(std::initializer_list<const Region *> regions, On &&on = On())
    {
        return detail::create_of_all<Region>(on, ::healpix_region_union, regions);
    }
    /// The same of an array of pointers.
    template <class On = Throw, class = OnError<On>>
    static Region union_of(span<const Region *const> regions, On &&on = On())
    {
        return detail::create_of_all<Region>(on, ::healpix_region_union, regions);
    }

    /// What is in all of the regions; the whole sphere for none. Otherwise as union_of.
    template <class On = Throw, class = OnError<On>>
    static Region intersection(std::initializer_list<const Region *> regions, On &&on = On())
    {
        return detail::create_of_all<Region>(on, ::healpix_region_intersection, regions);
    }
    /// The same of an array of pointers.
    template <class On = Throw, class = OnError<On>>
    static Region intersection(span<const Region *const> regions, On &&on = On())
    {
        return detail::create_of_all<Region>(on, ::healpix_region_intersection, regions);
    }

    /// What is in this region and not in the other. Closed too: it has the border of what was taken away. Errors as of
    /// union_of.
    template <class On = Throw, class = OnError<On>>
    Region difference(const Region &other, On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_difference, get(), other.get());
    }

    /// What is not in the region, and its border. Errors as of union_of.
    template <class On = Throw, class = OnError<On>>
    Region complement(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_complement, get());
    }

    /// The whole sphere.
    template <class On = Throw, class = OnError<On>>
    static Region all_sky(On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_all_sky);
    }

    /// No point at all.
    template <class On = Throw, class = OnError<On>>
    static Region empty(On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_empty);
    }

    /// The region of an STC-S string of the Virtual Observatory: "Circle ICRS 147.6 69.9 0.4", for instance. Degrees
    /// unless a unit is given.
    ///
    /// Errors: Status::syntax (the detail names line and column), Status::shape, Status::utf8, Status::memory.
    template <class On = Throw, class = OnError<On>>
    static Region from_stcs(std::string_view text, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_from_stcs, text.data(), text.size());
    }

    /// The region of a GeoJSON text (RFC 7946): polygons, or features and collections of them, in degrees. Errors as of
    /// from_stcs.
    template <class On = Throw, class = OnError<On>>
    static Region from_geojson(std::string_view text, On &&on = On()) noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_from_geojson, text.data(), text.size());
    }

    /// Whether a position in radians is inside, the border included. Errors: Status::longitude, Status::latitude; false
    /// then.
    template <class On = Throw, class = OnError<On>>
    bool contains(double lon, double lat, On &&on = On()) const noexcept(quiet<On>)
    {
        return Contains()(get(), lon, lat, on) != 0;
    }
    /// Which positions in radians are inside: 1 for each that is, 0 for the others and for bad ones.
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint8_t> contains(span<const double> lon, span<const double> lat, On &&on = On()) const
    {
        return Contains()(get(), lon, lat, on);
    }
    /// The same into the caller's array. Errors also: Status::length; nothing is written then.
    template <class On = Throw, class = OnError<On>>
    void contains(span<const double> lon, span<const double> lat, span<std::uint8_t> inside, On &&on = On()) const
        noexcept(quiet<On>)
    {
        Contains()(get(), lon, lat, inside, on);
    }

    /// contains with positions in degrees.
    template <class On = Throw, class = OnError<On>>
    bool contains_deg(double lon, double lat, On &&on = On()) const noexcept(quiet<On>)
    {
        return ContainsDeg()(get(), lon, lat, on) != 0;
    }
    template <class On = Throw, class = OnError<On>>
    std::vector<std::uint8_t> contains_deg(span<const double> lon, span<const double> lat, On &&on = On()) const
    {
        return ContainsDeg()(get(), lon, lat, on);
    }
    template <class On = Throw, class = OnError<On>>
    void contains_deg(span<const double> lon, span<const double> lat, span<std::uint8_t> inside, On &&on = On()) const
        noexcept(quiet<On>)
    {
        ContainsDeg()(get(), lon, lat, inside, on);
    }

    /// What the region is to a nested cell, exactly. Errors: Status::depth, Status::cell; Relation::invalid then.
    template <class On = Throw, class = OnError<On>>
    Relation relation(Depth depth, std::uint64_t cell, On &&on = On()) const noexcept(quiet<On>)
    {
        std::uint8_t relation = invalid_u8;
        detail::settle(::healpix_region_relation_one(get(), depth.value(), cell, &relation), on);
        return static_cast<Relation>(relation);
    }
    /// What the region is to each of many cells; Relation::invalid for bad ones.
    template <class On = Throw, class = OnError<On>>
    std::vector<Relation> relation(Depth depth, span<const std::uint64_t> cells, On &&on = On()) const
    {
        std::vector<Relation> relations(cells.size(), Relation::invalid);
        relation(depth, cells, span<Relation>(relations), on);
        return relations;
    }
    /// The same into the caller's array. Errors also: Status::length; nothing is written then.
    template <class On = Throw, class = OnError<On>>
    void relation(Depth depth, span<const std::uint64_t> cells, span<Relation> out, On &&on = On()) const
        noexcept(quiet<On>)
    {
        static_assert(sizeof(Relation) == 1, "C writes bytes");
        if (detail::same_lengths(on, {{"cells", cells.size()}, {"out", out.size()}}))
            detail::settle(::healpix_region_relation(get(), depth.value(), cells.data(), cells.size(),
                                                     reinterpret_cast<std::uint8_t *>(out.data())),
                           on);
    }

    /// The area in steradians, where a formula says it: of cones, annuli, zones, boxes, polygons, the whole sky and the
    /// empty region, and of complements of these. Of the others a MOC has one: Moc::area.
    std::optional<double> area() const noexcept
    {
        const double area = ::healpix_region_area(get());
        return area == area ? std::optional<double>(area) : std::nullopt;
    }

    /// Another handle to the same region; takes no time and hardly any memory.
    template <class On = Throw, class = OnError<On>>
    Region clone(On &&on = On()) const noexcept(quiet<On>)
    {
        return detail::create<Region>(on, ::healpix_region_clone, get());
    }

    /// What is in either, in both, in the first only, and not in a region. They throw Error.
    friend Region operator|(const Region &a, const Region &b) { return union_of({&a, &b}); }
    friend Region operator&(const Region &a, const Region &b) { return intersection({&a, &b}); }
    friend Region operator-(const Region &a, const Region &b) { return a.difference(b); }
    friend Region operator~(const Region &a) { return a.complement(); }

private:
    using Contains = detail::AskPoints<healpix_region, ::healpix_region_contains, ::healpix_region_contains_one>;
    using ContainsDeg =
        detail::AskPoints<healpix_region, ::healpix_region_contains_deg, ::healpix_region_contains_deg_one>;

    template <class On, class Call>
    static Region rings(Call call, span<const double> lon, span<const double> lat, span<const std::size_t> ring_ends,
                        Interior interior, On &&on) noexcept(quiet<On>)
    {
        if (!detail::same_lengths(on, {{"lon", lon.size()}, {"lat", lat.size()}}))
            return {};
        return detail::create<Region>(on, call, lon.data(), lat.data(), lon.size(), ring_ends.data(), ring_ends.size(),
                                      interior.code(), interior.control_lon(), interior.control_lat());
    }
};

} // namespace healpix

#endif
