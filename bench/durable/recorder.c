/* Records what a program does to the files below one folder: each write, each change of a name, and each sync
 * with its beginning and its end, in their order, into one file that is only appended to.
 *
 *   LD_PRELOAD=recorder.so RECORDER_ROOT=/the/folder RECORDER_LOG=/elsewhere/log program
 *
 * A record is written after what it tells of has been done, under one lock with it, so that the log has the order
 * in which the kernel saw things. A sync alone runs outside of the lock, between its two records: it covers what
 * stands before its beginning, and holds from its end on. What is not recorded: files whose names end in -shm, which
 * SQLite maps into memory and makes anew after a crash; mappings; what a program does by a raw system call. Whoever
 * replays a log holds its end against the files themselves, and finds by it whether anything was missed.
 *
 * What goes wrong is told by the first letter of the file that RECORDER_MISHAP names, looked at anew each time:
 *   full        what would make a file longer or make a new one is refused: ENOSPC
 *   read-only   every change is refused: EROFS
 *   sync        every sync fails: EIO
 *   clock SECONDS  the time of day is so much later
 *   kill        the program is killed, between two changes: none is done that is not recorded
 *
 * A record: 40 bytes as in `struct head`, then its paths, then its data. Numbers are the machine's own, which reads
 * them again.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { START = 1, OPENED, WRITTEN, SIZED, SYNC_BEGINS, SYNC_ENDS, RENAMED, REMOVED, FOLDER_MADE, UNKNOWN };
enum { CREATED = 1, IS_FOLDER = 2 };

struct head {
  uint8_t kind, flags;
  uint16_t first_path, second_path, unused;
  uint32_t data, unused_too;
  uint64_t number; /* from 0 in each process, without a gap */
  uint64_t inode;
  uint64_t value; /* an offset, a size, or the number of a sync's beginning */
};

#define FILES 65536
static struct { uint8_t known; uint64_t inode; } files[FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;
static uint64_t next_number;

#define NEXT(type, name, ...) \
  static type (*next)(__VA_ARGS__); \
  if (!next) next = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static void give_up(const char *why) {
  dprintf(2, "recorder: %s (%s)\n", why, strerror(errno));
  _exit(97);
}

static const char *mishap_path;

/* The letter of what goes wrong now, or 0. */
static char mishap(long *number) {
  char text[64] = "";
  if (!mishap_path) return 0;
  NEXT(int, open, const char *, int, ...);
  int fd = next(mishap_path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  char *after = length > 0 ? strchr(text, ' ') : NULL;
  if (number) *number = after ? atol(after) : 0;
  return text[0];
}

enum change { GROWS = 1, CHANGES, SYNCS };

/* Whether this cannot be done now: the error is set then. */
static int refused(enum change change) {
  int error = errno, now = 0;
  switch (mishap(NULL)) {
    case 'f': now = change == GROWS ? ENOSPC : 0; break;
    case 'r': now = change != SYNCS ? EROFS : 0; break;
    case 's': now = change == SYNCS ? EIO : 0; break;
    case 'k':
      /* A change holds the lock, and nobody else is at one. */
      if (change != SYNCS) kill(getpid(), SIGKILL);
      break;
  }
  errno = now ? now : error;
  return now != 0;
}

/* Of a write: it makes the file longer or it does not. */
static int refused_at(int fd, uint64_t at, size_t length) {
  struct stat about;
  if (!mishap_path) return 0;
  return refused(fstat(fd, &about) == 0 && at + length <= (uint64_t)about.st_size ? CHANGES : GROWS);
}

static size_t length_of(const struct iovec *data, int pieces) {
  size_t length = 0;
  for (int i = 0; i < pieces; i++) length += data[i].iov_len;
  return length;
}

/* Under the lock. Answers the record's number. */
static uint64_t record(enum kind kind, int flags, uint64_t inode, uint64_t value, const char *first, const char *second,
                       const struct iovec *data, int pieces, size_t length) {
  NEXT(ssize_t, writev, int, const struct iovec *, int);
  struct head head = {.kind = kind, .flags = (uint8_t)flags, .inode = inode, .value = value, .number = next_number++};
  struct iovec all[64] = {{&head, sizeof head}, {(void *)first, first ? strlen(first) : 0},
                          {(void *)second, second ? strlen(second) : 0}};
  head.first_path = (uint16_t)all[1].iov_len;
  head.second_path = (uint16_t)all[2].iov_len;
  head.data = (uint32_t)length;
  size_t left = length;
  int used = 3;
  for (int i = 0; i < pieces && left > 0; i++) {
    if (used == 64) give_up("too many pieces in one write");
    all[used] = data[i];
    if (all[used].iov_len > left) all[used].iov_len = left;
    left -= all[used++].iov_len;
  }
  ssize_t whole = (ssize_t)(sizeof head + all[1].iov_len + all[2].iov_len + length);
  if (next(log_file, all, used) != whole) give_up("the log cannot be written");
  return head.number;
}

__attribute__((constructor)) static void start(void) {
  const char *folder = getenv("RECORDER_ROOT"), *path = getenv("RECORDER_LOG");
  if (!folder || !path) return;
  mishap_path = getenv("RECORDER_MISHAP");
  if (!realpath(folder, root)) give_up("RECORDER_ROOT is no folder");
  root_length = strlen(root);
  NEXT(int, open, const char *, int, ...);
  log_file = next(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_file < 0) give_up("RECORDER_LOG cannot be opened");
  record(START, 0, 0, 0, NULL, NULL, NULL, 0, 0);
}

/* The path below the root, or nothing where it is not ours. */
static const char *below(const char *path) {
  if (log_file < 0 || strncmp(path, root, root_length) != 0 || path[root_length] != '/') return NULL;
  size_t length = strlen(path);
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return NULL;
  return path + root_length + 1;
}

/* As `below`, of a path as a program gives it: its folder is looked up, its last part is not followed. */
static const char *given(int folder, const char *path, char *whole) {
  char at[PATH_MAX] = "", before[PATH_MAX];
  if (log_file < 0) return NULL;
  if (path[0] != '/' && folder != AT_FDCWD) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, at, sizeof at - 2);
    if (length < 0) return NULL;
    at[length] = '/';
    at[length + 1] = 0;
  }
  if (snprintf(before, sizeof before, "%s%s", at, path) >= (int)sizeof before) return NULL;
  size_t end = strlen(before);
  while (end > 1 && before[end - 1] == '/') before[--end] = 0;
  char *last = strrchr(before, '/');
  const char *name = last ? last + 1 : before;
  char parent[PATH_MAX];
  if (last) *last = 0;
  if (!realpath(last ? (last == before ? "/" : before) : ".", parent)) return NULL;
  if (snprintf(whole, PATH_MAX, "%s/%s", parent, name) >= PATH_MAX) return NULL;
  return below(whole);
}

static int is_ours(int fd) { return log_file >= 0 && fd >= 0 && fd < FILES && files[fd].known; }

static void opened(int fd, int existed, int flags) {
  char link[64], path[PATH_MAX];
  struct stat about;
  if (fd >= FILES) give_up("too many open files");
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  files[fd].known = 0;
  if (length < 0) return;
  path[length] = 0;
  const char *ours = strcmp(path, root) == 0 ? "" : below(path);
  if (!ours || fstat(fd, &about) != 0) return;
  files[fd].known = 1;
  files[fd].inode = about.st_ino;
  record(OPENED, (existed ? 0 : CREATED) | (S_ISDIR(about.st_mode) ? IS_FOLDER : 0), about.st_ino, 0, ours, NULL, NULL, 0,
         0);
  if (existed && (flags & O_TRUNC)) record(SIZED, 0, about.st_ino, 0, NULL, NULL, NULL, 0, 0);
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
  NEXT(int, openat, int, const char *, int, ...);
  if (log_file < 0) return next(folder, path, flags, mode);
  struct stat about;
  pthread_mutex_lock(&lock);
  char whole[PATH_MAX];
  int existed = !(flags & O_CREAT) || fstatat(folder, path, &about, 0) == 0;
  int changes = !existed || (flags & O_ACCMODE) != O_RDONLY;
  if (mishap_path && changes && given(folder, path, whole) && refused(existed ? CHANGES : GROWS)) {
    pthread_mutex_unlock(&lock);
    return -1;
  }
  int fd = next(folder, path, flags, mode);
  int error = errno;
  if (fd >= 0) opened(fd, existed, flags);
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}

#define MODE \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags | O_LARGEFILE, mode); }
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
  NEXT(int, close, int);
  if (!is_ours(fd)) return next(fd);
  pthread_mutex_lock(&lock);
  files[fd].known = 0;
  int done = next(fd);
  pthread_mutex_unlock(&lock);
  return done;
}

/* Where a plain write will land. */
static uint64_t place(int fd) {
  struct stat about;
  if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &about) == 0) return (uint64_t)about.st_size;
  return (uint64_t)lseek(fd, 0, SEEK_CUR);
}

static ssize_t wrote(int fd, ssize_t done, uint64_t at, const struct iovec *data, int pieces) {
  int error = errno;
  if (done > 0) record(WRITTEN, 0, files[fd].inode, at, NULL, NULL, data, pieces, (size_t)done);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

ssize_t write(int fd, const void *data, size_t length) {
  NEXT(ssize_t, write, int, const void *, size_t);
  if (!is_ours(fd)) return next(fd, data, length);
  struct iovec piece = {(void *)data, length};
  pthread_mutex_lock(&lock);
  uint64_t at = place(fd);
  return wrote(fd, refused_at(fd, at, length) ? -1 : next(fd, data, length), at, &piece, 1);
}

ssize_t writev(int fd, const struct iovec *data, int pieces) {
  NEXT(ssize_t, writev, int, const struct iovec *, int);
  if (!is_ours(fd)) return next(fd, data, pieces);
  pthread_mutex_lock(&lock);
  uint64_t at = place(fd);
  return wrote(fd, refused_at(fd, at, length_of(data, pieces)) ? -1 : next(fd, data, pieces), at, data, pieces);
}

#define PWRITE(name, offset_type) \
  ssize_t name(int fd, const void *data, size_t length, offset_type at) { \
    NEXT(ssize_t, name, int, const void *, size_t, offset_type); \
    if (!is_ours(fd)) return next(fd, data, length, at); \
    struct iovec piece = {(void *)data, length}; \
    pthread_mutex_lock(&lock); \
    ssize_t done = refused_at(fd, (uint64_t)at, length) ? -1 : next(fd, data, length, at); \
    return wrote(fd, done, (uint64_t)at, &piece, 1); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define PWRITEV(name, offset_type) \
  ssize_t name(int fd, const struct iovec *data, int pieces, offset_type at) { \
    NEXT(ssize_t, name, int, const struct iovec *, int, offset_type); \
    if (!is_ours(fd)) return next(fd, data, pieces, at); \
    pthread_mutex_lock(&lock); \
    ssize_t done = refused_at(fd, (uint64_t)at, length_of(data, pieces)) ? -1 : next(fd, data, pieces, at); \
    return wrote(fd, done, (uint64_t)at, data, pieces); \
  }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

static int done_with(int done, int fd, enum kind kind, uint64_t value) {
  int error = errno;
  if (done == 0) record(kind, 0, files[fd].inode, value, NULL, NULL, NULL, 0, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

#define TRUNCATE(name, size_type) \
  int name(int fd, size_type size) { \
    NEXT(int, name, int, size_type); \
    if (!is_ours(fd)) return next(fd, size); \
    pthread_mutex_lock(&lock); \
    return done_with(refused_at(fd, (uint64_t)size, 0) ? -1 : next(fd, size), fd, SIZED, (uint64_t)size); \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

/* Room that is set aside shows as a size; of the other modes nothing is known here. */
static int set_aside(int done, int fd, int mode) {
  struct stat about;
  int known = mode == 0 && fstat(fd, &about) == 0;
  return done_with(done, fd, known ? SIZED : UNKNOWN, known ? (uint64_t)about.st_size : 0);
}

#define FALLOCATE(name, offset_type) \
  int name(int fd, int mode, offset_type at, offset_type length) { \
    NEXT(int, name, int, int, offset_type, offset_type); \
    if (!is_ours(fd)) return next(fd, mode, at, length); \
    pthread_mutex_lock(&lock); \
    return set_aside(refused(GROWS) ? -1 : next(fd, mode, at, length), fd, mode); \
  }
FALLOCATE(fallocate, off_t)
FALLOCATE(fallocate64, off64_t)

#define POSIX_FALLOCATE(name, offset_type) \
  int name(int fd, offset_type at, offset_type length) { \
    NEXT(int, name, int, offset_type, offset_type); \
    if (!is_ours(fd)) return next(fd, at, length); \
    pthread_mutex_lock(&lock); \
    return set_aside(refused(GROWS) ? errno : next(fd, at, length), fd, 0); \
  }
POSIX_FALLOCATE(posix_fallocate, off_t)
POSIX_FALLOCATE(posix_fallocate64, off64_t)

#define SYNC(name) \
  int name(int fd) { \
    NEXT(int, name, int); \
    if (!is_ours(fd)) return next(fd); \
    pthread_mutex_lock(&lock); \
    uint64_t begun = record(SYNC_BEGINS, 0, files[fd].inode, 0, NULL, NULL, NULL, 0, 0); \
    pthread_mutex_unlock(&lock); \
    int done = refused(SYNCS) ? -1 : next(fd); \
    pthread_mutex_lock(&lock); \
    return done_with(done, fd, SYNC_ENDS, begun); \
  }
SYNC(fsync)
SYNC(fdatasync)

static int named(int done, enum kind kind, const char *first, const char *second) {
  int error = errno;
  if (done == 0 && (first || second)) record(kind, 0, 0, 0, first ? first : "", second ? second : "", NULL, 0, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  NEXT(int, renameat2, int, const char *, int, const char *, unsigned);
  char first[PATH_MAX], second[PATH_MAX];
  pthread_mutex_lock(&lock);
  const char *a = given(from_folder, from, first), *b = given(to_folder, to, second);
  int refusal = (a || b) && refused(CHANGES);
  return named(refusal ? -1 : next(from_folder, from, to_folder, to, flags), flags & 2 ? UNKNOWN : RENAMED, a, b);
}
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, 0);
}
int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  NEXT(int, linkat, int, const char *, int, const char *, int);
  char second[PATH_MAX];
  pthread_mutex_lock(&lock);
  const char *b = given(to_folder, to, second);
  return named(next(from_folder, from, to_folder, to, flags), UNKNOWN, b, NULL);
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int folder, const char *path, int flags) {
  NEXT(int, unlinkat, int, const char *, int);
  char whole[PATH_MAX];
  pthread_mutex_lock(&lock);
  const char *a = given(folder, path, whole);
  return named(a && refused(CHANGES) ? -1 : next(folder, path, flags), REMOVED, a, NULL);
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *path, mode_t mode) {
  NEXT(int, mkdirat, int, const char *, mode_t);
  char whole[PATH_MAX];
  pthread_mutex_lock(&lock);
  const char *a = given(folder, path, whole);
  return named(a && refused(GROWS) ? -1 : next(folder, path, mode), FOLDER_MADE, a, NULL);
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

int clock_gettime(clockid_t clock, struct timespec *time) {
  NEXT(int, clock_gettime, clockid_t, struct timespec *);
  int done = next(clock, time);
  long seconds = 0;
  if (done == 0 && clock == CLOCK_REALTIME && mishap(&seconds) == 'c') time->tv_sec += seconds;
  return done;
}
