/* A sanitizer that sees into the library reports this: a handle is read after it was freed. */
#include <healpix/healpix.h>

int main(void) {
    healpix_coverage *coverage = NULL;
    if (healpix_coverage_cone(3, 1.0, 0.5, 0.3, &coverage) != HEALPIX_OK) return 2;
    healpix_coverage_free(coverage);
    uint64_t cells[400];
    size_t len = 0;
    return healpix_coverage_flat(coverage, 400, cells, NULL, &len) == HEALPIX_OK ? 0 : 3;
}
