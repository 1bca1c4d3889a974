/* What looks for races reports this of the library's own threads, too: an array is written while they read it. */
#include <healpix/healpix.h>
#include <pthread.h>

enum { LONG = 70000 };
static double lon[LONG], lat[LONG];
static uint64_t cells[LONG];

static void *locate(void *unused) {
    (void)unused;
    healpix_nested_hash(9, lon, lat, LONG, cells);
    return NULL;
}

int main(void) {
    pthread_t thread;
    if (healpix_set_threads(3) != HEALPIX_OK) return 2;
    if (pthread_create(&thread, NULL, locate, NULL) != 0) return 2;
    for (int k = 0; k < LONG; k++) lon[k] = 1e-4 * k;
    pthread_join(thread, NULL);
    return cells[0] > UINT64_C(12) << 18;
}
