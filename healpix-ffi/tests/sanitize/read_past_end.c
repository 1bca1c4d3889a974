/* A sanitizer that sees into the library reports this: it is told of eight longitudes where there are seven. */
#include <healpix/healpix.h>
#include <stdlib.h>

int main(void) {
    double *lon = calloc(7, sizeof *lon), *lat = calloc(8, sizeof *lat);
    uint64_t *cells = calloc(8, sizeof *cells);
    if (!lon || !lat || !cells) return 2;
    healpix_status status = healpix_nested_hash(3, lon, lat, 8, cells);
    free(lon);
    free(lat);
    free(cells);
    return status == HEALPIX_OK ? 0 : 3;
}
