// MOC files: FITS in memory and on disk, ranges piece by piece, maps, multi-order maps; and all that can go wrong.
#define _POSIX_C_SOURCE 200809L
#include "check.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

static char directory[] = "/tmp/healpix-moc-files-XXXXXX";

// A path in the directory of this test; valid until the 32nd call from here.
static const char *in_directory(const char *name)
{
    static char paths[32][256];
    static int next = 0;
    char *path = paths[next++ % 32];
    snprintf(path, sizeof paths[0], "%s/%s", directory, name);
    return path;
}

static int exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0;
}

// How many files there are, hidden ones too.
static int n_files(void)
{
    int n = 0;
    DIR *files = opendir(directory);
    while (readdir(files))
        n++;
    closedir(files);
    return n - 2;
}

static void put_file(const char *path, const void *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    CHECK(file && fwrite(bytes, 1, n, file) == n);
    if (file)
        fclose(file);
}

static healpix_moc *moc_of(const char *text)
{
    healpix_moc *moc = NULL;
    OK(healpix_moc_from_ascii(text, strlen(text), &moc));
    return moc;
}

// That a MOC equals another; frees it.
static void same(healpix_moc *got, const healpix_moc *want)
{
    CHECK(healpix_moc_equals(got, want));
    healpix_moc_free(got);
}

static void in_memory(const healpix_moc *moc)
{
    for (uint32_t kind = HEALPIX_FITS_RANGE; kind <= HEALPIX_FITS_NUNIQ_V1; kind++) {
        healpix_bytes *bytes = NULL;
        healpix_moc *read = NULL;
        OK(healpix_moc_to_fits(moc, kind, &bytes));
        EQUAL(healpix_bytes_len(bytes), 3 * 2880);
        CHECK(memcmp(healpix_bytes_data(bytes), "SIMPLE  =", 9) == 0);
        OK(healpix_moc_from_fits(healpix_bytes_data(bytes), healpix_bytes_len(bytes), &read));
        same(read, moc);
        read = NULL;
        STATUS(healpix_moc_from_fits(healpix_bytes_data(bytes), 5765, &read), HEALPIX_ERR_FORMAT);
        CHECK(message_has("byte 5765"));
        STATUS(healpix_moc_from_fits(healpix_bytes_data(bytes), 100, &read), HEALPIX_ERR_FORMAT);
        CHECK(read == NULL);
        healpix_bytes_free(bytes);
    }
    healpix_bytes *bytes = NULL;
    healpix_moc *read = NULL;
    STATUS(healpix_moc_to_fits(moc, 3, &bytes), HEALPIX_ERR_MODE);
    STATUS(healpix_moc_to_fits(NULL, 0, &bytes), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_to_fits(moc, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_fits(NULL, 0, &read), HEALPIX_ERR_FORMAT);
    STATUS(healpix_moc_from_fits(NULL, 1, &read), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_fits((const uint8_t *)"SIMPLE", 6, &read), HEALPIX_ERR_FORMAT);
    STATUS(healpix_moc_from_fits((const uint8_t *)"SIMPLE", SIZE_MAX, &read), HEALPIX_ERR_LENGTH);
    STATUS(healpix_moc_from_fits((const uint8_t *)"SIMPLE", 6, NULL), HEALPIX_ERR_NULL);
    CHECK(bytes == NULL && read == NULL && healpix_bytes_data(NULL) == NULL);
    EQUAL(healpix_bytes_len(NULL), 0);
    healpix_bytes_free(NULL);
}

static void on_disk(const healpix_moc *moc)
{
    healpix_moc *other = moc_of("5/77"), *read = NULL;
    const char *path = in_directory("sternw\xc3\xa4rte.fits");
    for (uint32_t kind = HEALPIX_FITS_RANGE; kind <= HEALPIX_FITS_NUNIQ_V1; kind++) {
        // Over what was there.
        OK(healpix_moc_write_fits_file(other, kind, path));
        OK(healpix_moc_write_fits_file(moc, kind, path));
        EQUAL(n_files(), 1);
        OK(healpix_moc_read_fits_file(path, &read));
        same(read, moc);
    }

    // The permissions of the file that was there stay, and so does a link.
    struct stat about;
    CHECK(chmod(path, 0640) == 0);
    const char *link = in_directory("link.fits");
    CHECK(symlink(path, link) == 0);
    OK(healpix_moc_write_fits_file(other, HEALPIX_FITS_RANGE, link));
    CHECK(lstat(link, &about) == 0 && S_ISLNK(about.st_mode));
    CHECK(stat(path, &about) == 0 && (about.st_mode & 0777) == 0640);
    OK(healpix_moc_read_fits_file(path, &read));
    same(read, other);
    EQUAL(n_files(), 2);
    CHECK(unlink(link) == 0);

    // A name in the working directory.
    char before[1024];
    CHECK(getcwd(before, sizeof before) && chdir(directory) == 0);
    OK(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "here.fits"));
    OK(healpix_moc_read_fits_file("here.fits", &read));
    same(read, moc);
    CHECK(unlink("here.fits") == 0 && chdir(before) == 0);

    // What cannot be written leaves nothing, and what was there.
    STATUS(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "/dev/full"), HEALPIX_ERR_IO);
    STATUS(healpix_moc_write_fits_file(moc, HEALPIX_FITS_NUNIQ, "/dev/full"), HEALPIX_ERR_IO);
    CHECK(stat("/dev/full", &about) == 0 && S_ISCHR(about.st_mode));
    OK(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "/dev/null"));
    CHECK(stat("/dev/null", &about) == 0 && S_ISCHR(about.st_mode));
    STATUS(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, directory), HEALPIX_ERR_IO);
    CHECK(message_has(directory));
    STATUS(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, in_directory("no/where.fits")), HEALPIX_ERR_IO);
    STATUS(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, in_directory("new/")), HEALPIX_ERR_IO);
    STATUS(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, ""), HEALPIX_ERR_IO);
    STATUS(healpix_moc_write_fits_file(moc, 3, path), HEALPIX_ERR_MODE);
    STATUS(healpix_moc_write_fits_file(moc, 0, "\xff.fits"), HEALPIX_ERR_UTF8);
    STATUS(healpix_moc_write_fits_file(NULL, 0, path), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_write_fits_file(moc, 0, NULL), HEALPIX_ERR_NULL);
    EQUAL(n_files(), 1);
    OK(healpix_moc_read_fits_file(path, &read));
    same(read, other);

    // What cannot be read.
    const char *cut = in_directory("cut.fits");
    healpix_bytes *bytes = NULL;
    OK(healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &bytes));
    put_file(cut, healpix_bytes_data(bytes), 5776);
    healpix_bytes_free(bytes);
    read = NULL;
    STATUS(healpix_moc_read_fits_file(cut, &read), HEALPIX_ERR_FORMAT);
    CHECK(message_has("byte 5776"));
    put_file(cut, "", 0);
    STATUS(healpix_moc_read_fits_file(cut, &read), HEALPIX_ERR_FORMAT);
    STATUS(healpix_moc_read_fits_file("/dev/zero", &read), HEALPIX_ERR_FORMAT);
    STATUS(healpix_moc_read_fits_file(in_directory("none.fits"), &read), HEALPIX_ERR_IO);
    CHECK(message_has("none.fits"));
    STATUS(healpix_moc_read_fits_file(directory, &read), HEALPIX_ERR_IO);
    STATUS(healpix_moc_read_fits_file("", &read), HEALPIX_ERR_IO);
    STATUS(healpix_moc_read_fits_file("\xff", &read), HEALPIX_ERR_UTF8);
    STATUS(healpix_moc_read_fits_file(NULL, &read), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_read_fits_file(path, NULL), HEALPIX_ERR_NULL);
    if (geteuid() != 0 && chmod(path, 0) == 0)
        STATUS(healpix_moc_read_fits_file(path, &read), HEALPIX_ERR_IO);
    CHECK(read == NULL);
    CHECK(unlink(cut) == 0 && unlink(path) == 0);
    healpix_moc_free(other);
}

static void piece_by_piece(void)
{
    const char *path = in_directory("ranges.fits");
    healpix_fits_ranges_writer *writer = NULL;
    healpix_fits_ranges *reader = NULL;
    const healpix_range some[] = {{4, 8}, {12, 20}, {24, 28}}, more[] = {{32, 36}}, odd[] = {{41, 44}}, before[] = {{0, 4}};

    // Not finished: nothing is left.
    OK(healpix_fits_ranges_writer_create(path, 28, &writer));
    OK(healpix_fits_ranges_writer_write(writer, some, 3));
    CHECK(!exists(path));
    EQUAL(n_files(), 1);
    healpix_fits_ranges_writer_free(writer);
    EQUAL(n_files(), 0);

    // Failed: it stays failed, and nothing is left.
    OK(healpix_fits_ranges_writer_create(path, 28, &writer));
    OK(healpix_fits_ranges_writer_write(writer, some, 3));
    STATUS(healpix_fits_ranges_writer_write(writer, before, 1), HEALPIX_ERR_FORMAT);
    STATUS(healpix_fits_ranges_writer_write(writer, more, 1), HEALPIX_ERR_IO);
    STATUS(healpix_fits_ranges_writer_finish(writer), HEALPIX_ERR_IO);
    EQUAL(n_files(), 0);
    healpix_fits_ranges_writer_free(writer);
    OK(healpix_fits_ranges_writer_create(path, 28, &writer));
    STATUS(healpix_fits_ranges_writer_write(writer, odd, 1), HEALPIX_ERR_FORMAT);
    healpix_fits_ranges_writer_free(writer);

    OK(healpix_fits_ranges_writer_create(path, 28, &writer));
    OK(healpix_fits_ranges_writer_write(writer, some, 3));
    OK(healpix_fits_ranges_writer_write(writer, NULL, 0));
    STATUS(healpix_fits_ranges_writer_write(writer, NULL, 1), HEALPIX_ERR_NULL);
    OK(healpix_fits_ranges_writer_write(writer, more, 1));
    OK(healpix_fits_ranges_writer_finish(writer));
    STATUS(healpix_fits_ranges_writer_finish(writer), HEALPIX_ERR_IO);
    STATUS(healpix_fits_ranges_writer_write(writer, more, 1), HEALPIX_ERR_IO);
    healpix_fits_ranges_writer_free(writer);
    EQUAL(n_files(), 1);

    OK(healpix_fits_ranges_open(path, &reader));
    EQUAL(healpix_fits_ranges_depth(reader), 28);
    EQUAL(healpix_fits_ranges_n_ranges(reader), 4);
    healpix_range got[3] = {{77, 77}, {77, 77}, {77, 77}};
    size_t len = 77;
    STATUS(healpix_fits_ranges_next(reader, 0, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 1);
    OK(healpix_fits_ranges_next(reader, 3, got, &len));
    EQUAL(len, 3);
    CHECK(memcmp(got, some, sizeof some) == 0);
    OK(healpix_fits_ranges_next(reader, 3, got, &len));
    EQUAL(len, 1);
    CHECK(memcmp(got, more, sizeof more) == 0);
    STATUS(healpix_fits_ranges_next(reader, 3, got, &len), HEALPIX_END);
    STATUS(healpix_fits_ranges_next(reader, 3, got, &len), HEALPIX_END);
    EQUAL(len, 1);
    STATUS(healpix_fits_ranges_next(NULL, 3, got, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_next(reader, 3, NULL, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_next(reader, 3, got, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_next(reader, 3, got, (size_t *)(void *)got), HEALPIX_ERR_OVERLAP);
    healpix_fits_ranges_free(reader);

    healpix_moc *moc = NULL;
    OK(healpix_moc_read_fits_file(path, &moc));
    EQUAL(healpix_moc_len(moc), 4);
    reader = NULL;
    OK(healpix_moc_write_fits_file(moc, HEALPIX_FITS_NUNIQ, path));
    STATUS(healpix_fits_ranges_open(path, &reader), HEALPIX_ERR_FORMAT);

    // A file that ends too early: the ranges that are there may come, the end does not.
    healpix_bytes *bytes = NULL;
    OK(healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &bytes));
    put_file(path, healpix_bytes_data(bytes), 5800);
    healpix_bytes_free(bytes);
    OK(healpix_fits_ranges_open(path, &reader));
    healpix_status status;
    while ((status = healpix_fits_ranges_next(reader, 1, got, &len)) == HEALPIX_OK)
        ;
    STATUS(status, HEALPIX_ERR_FORMAT);
    healpix_fits_ranges_free(reader);

    reader = NULL, writer = NULL;
    STATUS(healpix_fits_ranges_open(in_directory("none"), &reader), HEALPIX_ERR_IO);
    STATUS(healpix_fits_ranges_open(directory, &reader), HEALPIX_ERR_IO);
    STATUS(healpix_fits_ranges_open("\xff", &reader), HEALPIX_ERR_UTF8);
    STATUS(healpix_fits_ranges_open(NULL, &reader), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_open(path, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_writer_create(path, 30, &writer), HEALPIX_ERR_DEPTH);
    STATUS(healpix_fits_ranges_writer_create("/dev/full", 3, &writer), HEALPIX_ERR_IO);
    STATUS(healpix_fits_ranges_writer_create(directory, 3, &writer), HEALPIX_ERR_IO);
    STATUS(healpix_fits_ranges_writer_create(NULL, 3, &writer), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_writer_create(path, 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_writer_write(NULL, some, 3), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_ranges_writer_finish(NULL), HEALPIX_ERR_NULL);
    CHECK(reader == NULL && writer == NULL);
    EQUAL(healpix_fits_ranges_depth(NULL), HEALPIX_INVALID_U8), EQUAL(healpix_fits_ranges_n_ranges(NULL), 0);
    healpix_fits_ranges_free(NULL), healpix_fits_ranges_writer_free(NULL);
    EQUAL(n_files(), 1);
    CHECK(unlink(path) == 0);
    healpix_moc_free(moc);
}

// A FITS file with one binary table: cards, then big-endian data. Returns its length.
static size_t fits_file(uint8_t *file, const char *const *cards, const void *data, size_t n)
{
    static const char *const primary[] = {"SIMPLE  =                    T", "BITPIX  =                    8",
                                          "NAXIS   =                    0", "EXTEND  =                    T", "END", NULL};
    memset(file, ' ', 5760);
    memset(file + 5760, 0, 2880);
    for (size_t k = 0; primary[k]; k++)
        memcpy(file + 80 * k, primary[k], strlen(primary[k]));
    for (size_t k = 0; cards[k]; k++)
        memcpy(file + 2880 + 80 * k, cards[k], strlen(cards[k]));
    memcpy(file + 5760, data, n);
    return 8640;
}

static void big_endian(uint8_t *to, uint64_t word)
{
    for (int k = 0; k < 8; k++)
        to[k] = (uint8_t)(word >> (56 - 8 * k));
}

static void big_endian_double(uint8_t *to, double value)
{
    uint64_t word;
    memcpy(&word, &value, 8);
    big_endian(to, word);
}

// Keeps values above the one that `user` points to; stops at 99.
static int32_t above(double value, void *user)
{
    return value == 99 ? -1 : value > *(const double *)user;
}

static void maps(void)
{
    // Nested, depth 0: values 0 to 11, one of them UNSEEN and one NaN.
    const char *cards[] = {"XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2",
                           "NAXIS1  =                    8", "NAXIS2  =                   12",
                           "PCOUNT  =                    0", "GCOUNT  =                    1",
                           "TFIELDS =                    1", "TTYPE1  = 'VALUE   '", "TFORM1  = '1D      '",
                           "PIXTYPE = 'HEALPIX '", "ORDERING= 'NESTED  '", "NSIDE   =                    1",
                           "INDXSCHM= 'IMPLICIT'", "COORDSYS= 'G       '", "END", NULL};
    uint8_t data[96], file[8640];
    for (int k = 0; k < 12; k++)
        big_endian_double(data + 8 * k, k == 3 ? -1.6375e30 : k == 7 ? NAN : k);
    const size_t n = fits_file(file, cards, data, sizeof data);
    const char *path = in_directory("map.fits");
    put_file(path, file, n);

    CHECK(healpix_fits_is_seen(0) && !healpix_fits_is_seen(NAN) && !healpix_fits_is_seen(-1.6375e30));
    healpix_moc *moc = NULL, *want = moc_of("0/0-2 4-6 8-11");
    OK(healpix_moc_from_fits_map(file, n, NULL, NULL, &moc));
    same(moc, want);
    double least = 8.5;
    OK(healpix_moc_from_fits_map(file, n, above, &least, &moc));
    healpix_moc *high = moc_of("0/9-11");
    same(moc, high);

    healpix_fits_map *map = NULL;
    OK(healpix_fits_map_open(path, NULL, &map));
    EQUAL(healpix_fits_map_depth(map), 0);
    char frame[8] = "xxxxxxx";
    size_t len = 77;
    OK(healpix_fits_map_frame(map, frame, sizeof frame, &len));
    CHECK(len == 1 && strcmp(frame, "G") == 0);
    STATUS(healpix_fits_map_frame(map, frame, 1, &len), HEALPIX_ERR_BUFFER);
    STATUS(healpix_fits_map_frame(NULL, frame, 1, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_map_frame(map, frame, 1, NULL), HEALPIX_ERR_NULL);
    uint64_t cells[8];
    double values[8];
    STATUS(healpix_fits_map_next(map, 0, NULL, NULL, &len), HEALPIX_ERR_BUFFER);
    OK(healpix_fits_map_next(map, 8, cells, values, &len));
    EQUAL(len, 8);
    CHECK(cells[0] == 0 && cells[7] == 7 && values[1] == 1 && values[3] == -1.6375e30 && isnan(values[7]));
    OK(healpix_fits_map_next(map, 8, cells, values, &len));
    EQUAL(len, 4);
    EQUAL(cells[3], 11);
    STATUS(healpix_fits_map_next(map, 8, cells, values, &len), HEALPIX_END);
    STATUS(healpix_fits_map_next(map, 8, NULL, values, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_map_next(map, 8, cells, (double *)(void *)cells, &len), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_fits_map_next(NULL, 8, cells, values, &len), HEALPIX_ERR_NULL);
    EQUAL(len, 4);
    healpix_fits_map_free(map);

    // What is left of a map, as a MOC.
    OK(healpix_fits_map_open(path, "VALUE", &map));
    OK(healpix_fits_map_next(map, 1, cells, values, &len));
    OK(healpix_fits_map_moc(map, NULL, NULL, &moc));
    healpix_moc_free(want);
    want = moc_of("0/1-2 4-6 8-11");
    same(moc, want);
    moc = NULL;
    STATUS(healpix_fits_map_moc(map, NULL, NULL, &moc), HEALPIX_END);
    STATUS(healpix_fits_map_next(map, 1, cells, values, &len), HEALPIX_END);
    healpix_fits_map_free(map);
    OK(healpix_fits_map_open(path, NULL, &map));
    OK(healpix_fits_map_moc(map, above, &least, &moc));
    same(moc, high);
    healpix_fits_map_free(map);

    // A callback that stops.
    moc = NULL;
    big_endian_double(file + 5760 + 8 * 5, 99);
    put_file(path, file, n);
    STATUS(healpix_moc_from_fits_map(file, n, above, &least, &moc), HEALPIX_STOPPED);
    OK(healpix_fits_map_open(path, NULL, &map));
    STATUS(healpix_fits_map_moc(map, above, &least, &moc), HEALPIX_STOPPED);
    STATUS(healpix_fits_map_moc(map, above, &least, &moc), HEALPIX_END);
    STATUS(healpix_fits_map_moc(NULL, above, &least, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_map_moc(map, above, &least, NULL), HEALPIX_ERR_NULL);
    healpix_fits_map_free(map);
    CHECK(moc == NULL);

    map = NULL;
    STATUS(healpix_moc_from_fits_map(file, n - 2860, NULL, NULL, &moc), HEALPIX_ERR_FORMAT);
    STATUS(healpix_moc_from_fits_map(NULL, 1, NULL, NULL, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_fits_map(file, n, NULL, NULL, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_map_open(path, "OTHER", &map), HEALPIX_ERR_FORMAT);
    STATUS(healpix_fits_map_open(path, "\xff", &map), HEALPIX_ERR_UTF8);
    STATUS(healpix_fits_map_open(directory, NULL, &map), HEALPIX_ERR_IO);
    STATUS(healpix_fits_map_open(in_directory("none"), NULL, &map), HEALPIX_ERR_IO);
    STATUS(healpix_fits_map_open(NULL, NULL, &map), HEALPIX_ERR_NULL);
    STATUS(healpix_fits_map_open(path, NULL, NULL), HEALPIX_ERR_NULL);
    CHECK(moc == NULL && map == NULL);
    EQUAL(healpix_fits_map_depth(NULL), HEALPIX_INVALID_U8);
    healpix_fits_map_free(NULL);

    // Cut in the middle: good cells first, then the error, then nothing.
    put_file(path, file, 5760 + 40);
    OK(healpix_fits_map_open(path, NULL, &map));
    healpix_status status;
    while ((status = healpix_fits_map_next(map, 8, cells, values, &len)) == HEALPIX_OK)
        ;
    STATUS(status, HEALPIX_ERR_FORMAT);
    STATUS(healpix_fits_map_next(map, 8, cells, values, &len), HEALPIX_END);
    healpix_fits_map_free(map);
    CHECK(unlink(path) == 0);
    healpix_moc_free(want), healpix_moc_free(high);
}

static void multi_order(void)
{
    const char *cards[] = {"XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2",
                           "NAXIS1  =                   16", "NAXIS2  =                    3",
                           "PCOUNT  =                    0", "GCOUNT  =                    1",
                           "TFIELDS =                    2", "TTYPE1  = 'UNIQ    '", "TFORM1  = 'K       '",
                           "TTYPE2  = 'PROBDENSITY'", "TFORM2  = 'D       '", "ORDERING= 'NUNIQ   '", "END", NULL};
    const uint64_t uniq[] = {4, 5, 24};
    const double density[] = {1, 2, 4};
    uint8_t data[48], file[8640];
    for (int k = 0; k < 3; k++) {
        big_endian(data + 16 * k, uniq[k]);
        big_endian_double(data + 16 * k + 8, density[k]);
    }
    const size_t n = fits_file(file, cards, data, sizeof data);
    const char *path = in_directory("multiorder.fits");
    put_file(path, file, n);
    healpix_multi_order_map *map = NULL;
    for (int disk = 0; disk < 2; disk++) {
        if (disk)
            OK(healpix_multi_order_map_read_fits_file(path, &map));
        else
            OK(healpix_multi_order_map_from_fits(file, n, &map));
        EQUAL(healpix_multi_order_map_len(map), 3);
        CELLS(healpix_multi_order_map_uniq(map), 4, 5, 24);
        NUMBERS(healpix_multi_order_map_density(map), 1, 2, 4);
        healpix_moc *moc = NULL, *want = moc_of("0/1 1/8");
        OK(healpix_moc_credible_region(healpix_multi_order_map_uniq(map), healpix_multi_order_map_density(map),
                                       healpix_multi_order_map_len(map), 0.7, &moc));
        same(moc, want);
        healpix_moc_free(want);
        healpix_multi_order_map_free(map);
    }

    map = NULL;
    STATUS(healpix_multi_order_map_from_fits(file, 5790, &map), HEALPIX_ERR_FORMAT);
    STATUS(healpix_multi_order_map_from_fits(NULL, 1, &map), HEALPIX_ERR_NULL);
    STATUS(healpix_multi_order_map_from_fits(file, n, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_multi_order_map_read_fits_file(directory, &map), HEALPIX_ERR_IO);
    STATUS(healpix_multi_order_map_read_fits_file(in_directory("none"), &map), HEALPIX_ERR_IO);
    STATUS(healpix_multi_order_map_read_fits_file("\xff", &map), HEALPIX_ERR_UTF8);
    STATUS(healpix_multi_order_map_read_fits_file(NULL, &map), HEALPIX_ERR_NULL);
    STATUS(healpix_multi_order_map_read_fits_file(path, NULL), HEALPIX_ERR_NULL);
    big_endian(file + 5760, 3);
    STATUS(healpix_multi_order_map_from_fits(file, n, &map), HEALPIX_ERR_FORMAT);
    CHECK(map == NULL && healpix_multi_order_map_uniq(NULL) == NULL && healpix_multi_order_map_density(NULL) == NULL);
    EQUAL(healpix_multi_order_map_len(NULL), 0);
    healpix_multi_order_map_free(NULL);
    CHECK(unlink(path) == 0);
}

int main(void)
{
    CHECK(mkdtemp(directory) != NULL);
    healpix_moc *moc = moc_of("3/1-5 8 4/200 6/");
    in_memory(moc);
    on_disk(moc);
    piece_by_piece();
    maps();
    multi_order();
    EQUAL(n_files(), 0);
    CHECK(rmdir(directory) == 0);
    healpix_moc_free(moc);
    return finish();
}
