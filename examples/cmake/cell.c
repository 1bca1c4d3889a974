/* cell DEPTH LON LAT: the cell of a position in degrees, and where its center is. */
#include <healpix/healpix.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static int failed(void)
{
    char text[256];
    size_t len;
    healpix_last_error_message(text, sizeof text, &len);
    fprintf(stderr, "cell: %s\n", text);
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: %s DEPTH LON LAT\n", argv[0]);
        return 2;
    }
    /* The library that runs may be another one than the header that was compiled in. */
    if (healpix_abi_version() != HEALPIX_ABI_VERSION || healpix_version_number() < HEALPIX_VERSION_NUMBER) {
        fprintf(stderr, "cell: libhealpix_ffi %s does not fit this program\n", healpix_version());
        return EXIT_FAILURE;
    }
    const long depth = strtol(argv[1], NULL, 10);
    const double lon = strtod(argv[2], NULL), lat = strtod(argv[3], NULL);
    uint64_t cell;
    double center_lon, center_lat;
    if (healpix_nested_hash_deg_one(depth < 0 || depth > 255 ? 255 : (uint8_t)depth, lon, lat, &cell) != HEALPIX_OK
        || healpix_nested_center_deg_one((uint8_t)depth, cell, &center_lon, &center_lat) != HEALPIX_OK)
        return failed();
    printf("cell %" PRIu64 ", center %.6f %+.6f\n", cell, center_lon, center_lat);
    return EXIT_SUCCESS;
}
