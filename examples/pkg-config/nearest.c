/* The stars of a small catalogue that are nearest to a place, and those within a radius. */
#include <healpix/healpix.h>

#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {"Vega", "Deneb", "Altair", "Albireo"};
static const double lon[] = {279.2347, 310.3580, 297.6958, 292.6804};
static const double lat[] = {38.7837, 45.2803, 8.8683, 27.9597};

static void list(const char *title, const healpix_matches *matches)
{
    const healpix_match *match = healpix_matches_data(matches);
    puts(title);
    for (size_t i = 0; i < healpix_matches_len(matches); i++)
        printf("  %-8s %6.2f degrees\n", names[match[i].row], match[i].distance * 57.29577951308232);
}

int main(void)
{
    healpix_point_index *index = NULL;
    healpix_matches *nearest = NULL, *within = NULL;
    uint32_t first;
    int good = healpix_point_index_with_capacity(4, &index) == HEALPIX_OK
        && healpix_point_index_push_slice_deg(index, lon, lat, 4, &first) == HEALPIX_OK
        && healpix_point_index_build(index) == HEALPIX_OK
        && healpix_point_index_nearest_deg(index, 300.0, 30.0, 2, &nearest) == HEALPIX_OK
        && healpix_point_index_within_deg(index, 300.0, 30.0, 20.0, &within) == HEALPIX_OK;
    if (good) {
        list("Nearest to lon 300, lat +30:", nearest);
        list("Within 20 degrees of it:", within);
        good = healpix_matches_data(nearest)[0].row == 3 && healpix_matches_len(within) == 3;
    } else {
        char text[256];
        size_t len;
        healpix_last_error_message(text, sizeof text, &len);
        fprintf(stderr, "nearest: %s\n", text);
    }
    /* All of them take NULL. */
    healpix_matches_free(within);
    healpix_matches_free(nearest);
    healpix_point_index_free(index);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
