#define _POSIX_C_SOURCE 200809L

#include "mocs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report.h"

static bool no_memory(void)
{
    fputs("not enough memory\n", stderr);
    return false;
}

static bool is_directory(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Makes a directory and those above it; 0, or why not. */
static int make_directories(char *path)
{
    if (mkdir(path, 0777) == 0 || is_directory(path))
        return 0;
    int reason = errno;
    char *slash = strrchr(path, '/');
    if (reason != ENOENT || slash == NULL || slash == path)
        return reason;
    *slash = '\0';
    int above = make_directories(path);
    *slash = '/';
    if (above != 0)
        return above;
    return mkdir(path, 0777) == 0 || is_directory(path) ? 0 : errno;
}

static bool make_directory(const char *directory)
{
    size_t len = strlen(directory);
    char *path = malloc(len + 1);
    if (path == NULL)
        return no_memory();
    memcpy(path, directory, len + 1);
    while (len > 1 && path[len - 1] == '/')
        path[--len] = '\0';
    int reason = make_directories(path);
    free(path);
    if (reason != 0)
        fprintf(stderr, "%s: cannot make the directory: %s\n", directory, strerror(reason));
    return reason == 0;
}

/* The JSON form of a MOC, for free(). */
static char *json_of(const healpix_moc *moc)
{
    size_t len = 0;
    healpix_status status = healpix_moc_to_json(moc, NULL, 0, &len);
    char *text = malloc(len + 1);
    if (text == NULL) {
        no_memory();
    } else if ((status != HEALPIX_OK && status != HEALPIX_ERR_BUFFER)
               || !succeeded(healpix_moc_to_json(moc, text, len + 1, &len))) {
        free(text);
        text = NULL;
    }
    return text;
}

/* Writes a file under another name first; 0, or why not. */
static int write_whole(const char *path, const char *unfinished, const char *text)
{
    FILE *stream = fopen(unfinished, "wb");
    if (stream == NULL)
        return errno;
    bool good = fputs(text, stream) >= 0 && fputc('\n', stream) != EOF;
    int reason = errno;
    if (fclose(stream) != 0 && good) {
        good = false;
        reason = errno;
    }
    if (good && rename(unfinished, path) == 0)
        return 0;
    reason = good ? errno : reason;
    remove(unfinished);
    return reason;
}

static bool write_json(const char *path, const healpix_moc *moc)
{
    size_t size = strlen(path) + 32;
    char *unfinished = malloc(size), *text = json_of(moc);
    bool good = unfinished != NULL || no_memory();
    if (good && text != NULL) {
        snprintf(unfinished, size, "%s.%ld", path, (long)getpid());
        int reason = write_whole(path, unfinished, text);
        good = reason == 0;
        if (!good)
            fprintf(stderr, "%s: cannot write the MOC: %s\n", path, strerror(reason));
    }
    good = good && text != NULL;
    free(unfinished);
    free(text);
    return good;
}

static bool write_both(const char *directory, const struct constellation *constellation)
{
    size_t len = strlen(directory), size = len + NAME_SIZE + 8;
    const char *slash = len > 0 && directory[len - 1] != '/' ? "/" : "";
    char *path = malloc(size);
    if (path == NULL)
        return no_memory();
    snprintf(path, size, "%s%s%s.fits", directory, slash, constellation->name);
    bool good = succeeded(healpix_moc_write_fits_file(constellation->moc, HEALPIX_FITS_RANGE, path));
    snprintf(path, size, "%s%s%s.json", directory, slash, constellation->name);
    good = good && write_json(path, constellation->moc);
    free(path);
    return good;
}

bool mocs_write(const char *directory, const struct constellations *all)
{
    bool was_there = is_directory(directory);
    if (!make_directory(directory))
        return false;
    bool good = true;
    for (size_t i = 0; good && i < all->len; i++)
        good = write_both(directory, &all->list[i]);
    if (!good && !was_there)
        rmdir(directory); /* succeeds only if nothing is in it */
    return good;
}
