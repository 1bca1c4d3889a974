/* What looks for races reports this: two threads work on one handle, and one of them changes it. */
#include <healpix/healpix.h>
#include <pthread.h>

static healpix_moc *shared;

static void *change(void *unused) {
    healpix_moc *sky = NULL;
    (void)unused;
    if (healpix_moc_all_sky(3, &sky) != HEALPIX_OK) return NULL;
    for (int k = 0; k < 200; k++) healpix_moc_complement_into(sky, shared);
    healpix_moc_free(sky);
    return NULL;
}

int main(void) {
    pthread_t thread;
    uint64_t sum = 0;
    if (healpix_moc_empty(3, &shared) != HEALPIX_OK) return 2;
    if (pthread_create(&thread, NULL, change, NULL) != 0) return 2;
    for (int k = 0; k < 200; k++) sum += healpix_moc_n_cells(shared);
    pthread_join(thread, NULL);
    healpix_moc_free(shared);
    return sum > 1000000000u;
}
