/* Records what a program writes below a folder, in order, so that a test can tell what a power cut leaves of it.
 *
 * Loaded with LD_PRELOAD. RECORD_FOLDER: the folder; RECORD_LOG: the file to append to. A record is a letter, the
 * length of a path and the path, an offset, the length of the data and the data; numbers are 64 bits.
 *   C file made   W bytes written   T file cut or grown to an offset   S file or folder synced
 *   R file renamed (data: the new path)   U file deleted   A bytes written to standard output or standard error
 * FAIL_AT=n: the n-th write, sync, cut or rename below the folder fails, as on a full disk, and all that follow.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
static char *paths[FILES];
static int log_file = -1;
static long fail_at = -1, calls = 0;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;

#define REAL(name, type, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void start(void) {
    static int is_started = 0;
    if (is_started) return;
    is_started = 1;
    folder = getenv("RECORD_FOLDER");
    const char *log = getenv("RECORD_LOG"), *fail = getenv("FAIL_AT");
    if (fail) fail_at = atol(fail);
    if (!log || !folder) return;
    REAL("open", int, const char *, int, ...);
    log_file = real(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) { return path && folder && strncmp(path, folder, strlen(folder)) == 0; }

static void put(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    if (log_file < 0) return;
    uint64_t path_length = strlen(path);
    struct iovec parts[] = {{&kind, 1}, {&path_length, 8}, {(void *)path, path_length}, {&offset, 8}, {&length, 8},
                            {(void *)data, length}};
    REAL("writev", ssize_t, int, const struct iovec *, int);
    if (real(log_file, parts, 6) < 0) abort();
}

/* Whether this call is one of those that fail. */
static int fails(void) {
    if (fail_at < 0) return 0;
    pthread_mutex_lock(&lock);
    int failed = ++calls >= fail_at;
    pthread_mutex_unlock(&lock);
    if (failed) errno = ENOSPC;
    return failed;
}

static const char *path_of(int file) { return file >= 0 && file < FILES ? paths[file] : NULL; }

static void opened(int file, const char *path, int flags) {
    if (file < 0 || file >= FILES || !is_ours(path)) return;
    pthread_mutex_lock(&lock);
    free(paths[file]);
    paths[file] = strdup(path);
    if (flags & O_CREAT) put('C', path, 0, "", 0);
    if (flags & O_TRUNC) put('T', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        start(); \
        REAL(#name, int, const char *, int, ...); \
        int file = real(path, flags, mode); \
        opened(file, path, flags); \
        return file; \
    }
OPEN(open)
OPEN(open64)

int close(int file) {
    start();
    REAL("close", int, int);
    if (file >= 0 && file < FILES && paths[file]) {
        pthread_mutex_lock(&lock);
        free(paths[file]);
        paths[file] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return real(file);
}

ssize_t write(int file, const void *data, size_t length) {
    start();
    REAL("write", ssize_t, int, const void *, size_t);
    const char *path = path_of(file);
    if (path && fails()) return -1;
    off_t offset = path ? lseek(file, 0, SEEK_CUR) : 0;
    pthread_mutex_lock(&lock);
    ssize_t done = real(file, data, length);
    if (done > 0 && path) put('W', path, (uint64_t)offset, data, (uint64_t)done);
    if (done > 0 && (file == 1 || file == 2)) put('A', "", 0, data, (uint64_t)done);
    pthread_mutex_unlock(&lock);
    return done;
}

#define PWRITE(name, offset_type) \
    ssize_t name(int file, const void *data, size_t length, offset_type offset) { \
        start(); \
        REAL(#name, ssize_t, int, const void *, size_t, offset_type); \
        const char *path = path_of(file); \
        if (path && fails()) return -1; \
        pthread_mutex_lock(&lock); \
        ssize_t done = real(file, data, length, offset); \
        if (done > 0 && path) put('W', path, (uint64_t)offset, data, (uint64_t)done); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define CUT(name, offset_type) \
    int name(int file, offset_type length) { \
        start(); \
        REAL(#name, int, int, offset_type); \
        const char *path = path_of(file); \
        if (path && fails()) return -1; \
        pthread_mutex_lock(&lock); \
        int done = real(file, length); \
        if (done == 0 && path) put('T', path, (uint64_t)length, "", 0); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define SYNC(name) \
    int name(int file) { \
        start(); \
        REAL(#name, int, int); \
        const char *path = path_of(file); \
        if (path && fails()) return -1; \
        pthread_mutex_lock(&lock); \
        int done = real(file); \
        if (done == 0 && path) put('S', path, 0, "", 0); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
    start();
    REAL("rename", int, const char *, const char *);
    if (is_ours(from) && fails()) return -1;
    pthread_mutex_lock(&lock);
    int done = real(from, to);
    if (done == 0 && is_ours(from)) put('R', from, 0, to, strlen(to));
    pthread_mutex_unlock(&lock);
    return done;
}

int unlink(const char *path) {
    start();
    REAL("unlink", int, const char *);
    pthread_mutex_lock(&lock);
    int done = real(path);
    if (done == 0 && is_ours(path)) put('U', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
    return done;
}
