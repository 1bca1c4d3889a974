/* A leak check that sees into the library reports this: a handle is never freed. */
#include <healpix/healpix.h>

int main(void) {
    healpix_coverage *coverage = NULL;
    healpix_status status = healpix_coverage_cone(3, 1.0, 0.5, 0.3, &coverage);
    coverage = NULL;
    return status == HEALPIX_OK ? 0 : 3;
}
