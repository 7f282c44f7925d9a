/* What `scripts/test-safety` puts between svodka and the system (LD_PRELOAD): it counts the calls
 * that change something below one folder, and at one of them ends the process, half-way through a
 * write where that is asked for, or says from there on that the disk is full. It can also write
 * down what was changed and what was synced, so that a loss of power can be played.
 *
 * SAFETY_FOLDER   the folder, an absolute path: calls on other files are let be
 * SAFETY_KILL     N: end the process at the N-th call
 * SAFETY_HALF     with SAFETY_KILL: of a write, do the first half of the bytes first
 * SAFETY_FULL     K: after K bytes were written below the folder, ENOSPC
 * SAFETY_COUNT    a file that gets the number of calls when the process ends
 * SAFETY_LOG      a file that gets every change, for scripts/safety-trial.py (PowerLoss)
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
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder;
static size_t folder_length;
static long kill_at = -1, full_after = -1, calls, bytes_written;
static int half, log_file = -1;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  folder = getenv("SAFETY_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *value;
  if ((value = getenv("SAFETY_KILL"))) kill_at = atol(value);
  if ((value = getenv("SAFETY_FULL"))) full_after = atol(value);
  half = getenv("SAFETY_HALF") != NULL;
  if ((value = getenv("SAFETY_LOG")))
    log_file = syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

__attribute__((destructor)) static void end(void) {
  const char *value = getenv("SAFETY_COUNT");
  if (!value) return;
  FILE *file = fopen(value, "w");
  if (!file) return;
  fprintf(file, "%ld %ld\n", calls, bytes_written);
  fclose(file);
}

static int below(const char *path) {
  return folder && path && !strncmp(path, folder, folder_length)
    && (path[folder_length] == '/' || path[folder_length] == 0);
}

/* The path of a file that is open, relative paths made absolute. */
static const char *path_of(int fd, char *place) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, place, PATH_MAX - 1);
  if (length < 0) return NULL;
  place[length] = 0;
  return place;
}

static const char *absolute(int at, const char *path, char *place) {
  if (!path || path[0] == '/') return path;
  char base[PATH_MAX];
  if (at == AT_FDCWD) {
    if (!getcwd(base, sizeof base)) return NULL;
  } else if (!path_of(at, base)) {
    return NULL;
  }
  snprintf(place, PATH_MAX, "%s/%s", base, path);
  return place;
}

/* Whether this call is to end the process now. */
static int is_last(void) {
  pthread_mutex_lock(&gate);
  int last = ++calls == kill_at;
  /* The others of this process wait for ever: after a kill nothing more happens. */
  if (!last) pthread_mutex_unlock(&gate);
  return last;
}

static void die(void) { syscall(SYS_kill, getpid(), SIGKILL); for (;;) pause(); }

/* A line of the log: what, which file, where, how much; then the bytes or the second path. */
static void note(char what, const char *path, int64_t offset, const void *bytes, int64_t length) {
  if (log_file < 0) return;
  pthread_mutex_lock(&gate);
  struct { uint32_t path; char what; char pad[3]; int64_t offset, length; } head =
    {(uint32_t)strlen(path), what, {0}, offset, length};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)bytes, length > 0 && bytes ? (size_t)length : 0}};
  if (syscall(SYS_writev, log_file, parts, 3) < 0) abort();
  pthread_mutex_unlock(&gate);
}

/* How many of these bytes the disk still takes; -1 when none. */
static ssize_t room(size_t count) {
  if (full_after < 0) return (ssize_t)count;
  long left = full_after - bytes_written;
  if (left <= 0) { errno = ENOSPC; return -1; }
  return left < (long)count ? left : (ssize_t)count;
}

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  char place[PATH_MAX];
  const char *path = fd > 2 ? path_of(fd, place) : NULL;
  if (!below(path)) return real(fd, bytes, count);
  if (is_last()) { if (half) real(fd, bytes, count / 2); die(); }
  ssize_t fits = room(count);
  if (fits < 0) return -1;
  int64_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t done = real(fd, bytes, (size_t)fits);
  if (done > 0) { bytes_written += done; note('w', path, offset, bytes, done); }
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  char place[PATH_MAX];
  const char *path = path_of(fd, place);
  if (!below(path)) return real(fd, bytes, count, offset);
  if (is_last()) { if (half) real(fd, bytes, count / 2, offset); die(); }
  ssize_t fits = room(count);
  if (fits < 0) return -1;
  ssize_t done = real(fd, bytes, (size_t)fits, offset);
  if (done > 0) { bytes_written += done; note('w', path, offset, bytes, done); }
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  return pwrite64(fd, bytes, count, offset);
}

#define ON_FILE(name, what) \
  int name(int fd) { \
    REAL(int, #name, int); \
    char place[PATH_MAX]; \
    const char *path = path_of(fd, place); \
    if (!below(path)) return real(fd); \
    if (is_last()) die(); \
    int result = real(fd); \
    if (!result) note(what, path, 0, NULL, 0); \
    return result; \
  }
ON_FILE(fsync, 's')
ON_FILE(fdatasync, 's')

int ftruncate64(int fd, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  char place[PATH_MAX];
  const char *path = path_of(fd, place);
  if (!below(path)) return real(fd, length);
  if (is_last()) die();
  int result = real(fd, length);
  if (!result) note('t', path, length, NULL, 0);
  return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int renamed(int (*real)(const char *, const char *), const char *from, const char *to) {
  char a[PATH_MAX], b[PATH_MAX];
  const char *old = absolute(AT_FDCWD, from, a), *new = absolute(AT_FDCWD, to, b);
  if (!below(old) && !below(new)) return real(from, to);
  if (is_last()) die();
  int result = real(from, to);
  if (!result) note('r', old, 0, new, (int64_t)strlen(new));
  return result;
}
int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  return renamed(real, from, to);
}
int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  char a[PATH_MAX], b[PATH_MAX];
  const char *old = absolute(AT_FDCWD, from, a), *new = absolute(AT_FDCWD, to, b);
  if (!below(new)) return real(from, to);
  if (is_last()) die();
  int result = real(from, to);
  if (!result) note('l', old, 0, new, (int64_t)strlen(new));
  return result;
}
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  REAL(int, "renameat2", int, const char *, int, const char *, unsigned);
  char a[PATH_MAX], b[PATH_MAX];
  const char *old = absolute(from_at, from, a), *new = absolute(to_at, to, b);
  if (!below(old) && !below(new)) return real(from_at, from, to_at, to, flags);
  if (is_last()) die();
  int result = real(from_at, from, to_at, to, flags);
  if (!result) note('r', old, 0, new, (int64_t)strlen(new));
  return result;
}

#define ON_PATH(name, what) \
  int name(const char *given) { \
    REAL(int, #name, const char *); \
    char place[PATH_MAX]; \
    const char *path = absolute(AT_FDCWD, given, place); \
    if (!below(path)) return real(given); \
    if (is_last()) die(); \
    int result = real(given); \
    if (!result) note(what, path, 0, NULL, 0); \
    return result; \
  }
ON_PATH(unlink, 'u')
ON_PATH(rmdir, 'u')
int mkdir(const char *given, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  char place[PATH_MAX];
  const char *path = absolute(AT_FDCWD, given, place);
  if (!below(path)) return real(given, mode);
  if (is_last()) die();
  int result = real(given, mode);
  if (!result) note('m', path, 0, NULL, 0);
  return result;
}

/* Opening makes a file: a change too, where there was none, or where it is emptied. */
static int opened(int (*real)(const char *, int, ...), const char *given, int flags, mode_t mode) {
  char place[PATH_MAX];
  const char *path = (flags & (O_CREAT | O_TRUNC)) ? absolute(AT_FDCWD, given, place) : NULL;
  if (!below(path)) return real(given, flags, mode);
  struct stat known;
  int is_new = stat(path, &known) != 0;
  if ((is_new || ((flags & O_TRUNC) && known.st_size)) && is_last()) die();
  int fd = real(given, flags, mode);
  if (fd >= 0 && is_new) note('c', path, 0, NULL, 0);
  else if (fd >= 0 && (flags & O_TRUNC)) note('t', path, 0, NULL, 0);
  return fd;
}
#define OPENS(name) \
  int name(const char *given, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return opened(real, given, flags, mode); \
  }
OPENS(open)
OPENS(open64)

static int made(int (*real)(char *), char *pattern) {
  char place[PATH_MAX];
  const char *path = absolute(AT_FDCWD, pattern, place);
  if (!below(path)) return real(pattern);
  if (is_last()) die();
  int fd = real(pattern);
  if (fd >= 0) note('c', absolute(AT_FDCWD, pattern, place), 0, NULL, 0);
  return fd;
}
int mkstemp(char *pattern) { REAL(int, "mkstemp", char *); return made(real, pattern); }
int mkstemp64(char *pattern) { REAL(int, "mkstemp64", char *); return made(real, pattern); }
