// Lets calls of the operating system fail, for trials: loaded by LD_PRELOAD into a program, it
// stands between the program and the C library.
//
// TRIAL_FOLDER  only files below it count
// TRIAL_FAULTS  CALL:NUMBER:FAULT, and more of them after commas: the NUMBERth call, from 1
//   EIO ENOSPC EINTR EDQUOT   it fails so; with a + behind, so does every later one
//   short                     half of the bytes are written or read
//   short-kill                half of the bytes are written, then the process dies
//   kill, kill-after          the process dies before, or after the call
//   trap, overflow            its thread meets a trap, or overflows its stack
// TRIAL_LOG     a file that gets a line for each fault that came about
// TRIAL_OVERFLOW  when set, SIGSTKFLT overflows the stack
// TRIAL_LINGER  how many milliseconds a write to standard error takes to begin
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// One of the faults asked for, and how many of its calls there were.
struct rule {
  char call[16];
  int number;
  char fault[16];
  int count;
};

static struct rule rules[4];
static int rule_count = -1;

static void read_rules(void) {
  const char *text = getenv("TRIAL_FAULTS");
  rule_count = 0;
  while (text && *text && rule_count < 4) {
    struct rule *rule = &rules[rule_count];
    if (sscanf(text, "%15[^:]:%d:%15[^,]", rule->call, &rule->number, rule->fault) == 3) {
      rule_count += 1;
    }
    text = strchr(text, ',');
    if (text) text += 1;
  }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void die(void) { kill(getpid(), SIGKILL); }

static int is_inside(const char *path) {
  const char *folder = getenv("TRIAL_FOLDER");
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_file_inside(int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_inside(path);
}

// A line in the log, by calls that are not counted: it lies outside the folder.
static void note(const char *call) {
  const char *log = getenv("TRIAL_LOG");
  int file = log ? REAL(openat)(AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  if (file < 0) return;
  if (REAL(write)(file, call, strlen(call)) > 0) (void)!REAL(write)(file, "\n", 1);
  close(file);
}

static int overflow(int depth) {
  volatile char room[4096];
  room[depth % 4096] = 1;
  return depth < 0 ? 0 : overflow(depth + 1) + room[0];
}

// The fault for this call, or NULL.
static const char *fault(const char *call, int inside) {
  const char *found = NULL;
  if (rule_count < 0) read_rules();
  if (!inside) return NULL;
  for (int i = 0; i < rule_count; i++) {
    struct rule *rule = &rules[i];
    if (strcmp(rule->call, call) != 0) continue;
    rule->count += 1;
    int lasts = rule->fault[strlen(rule->fault) - 1] == '+';
    if (rule->count == rule->number) note(call);
    if (rule->count == rule->number || (lasts && rule->count > rule->number)) found = rule->fault;
  }
  if (found && strcmp(found, "trap") == 0) raise(SIGTRAP);
  if (found && strcmp(found, "overflow") == 0) overflow(1);
  return found;
}

// The error of a fault; 0 when it is none of those.
static int error_of(const char *fault) {
  static const struct {
    const char *name;
    int code;
  } errors[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EINTR", EINTR}, {"EDQUOT", EDQUOT}};
  for (int i = 0; fault && i < 4; i++) {
    if (strncmp(fault, errors[i].name, strlen(errors[i].name)) == 0) return errors[i].code;
  }
  return 0;
}

// A call that either happens or does not.
#define WHOLE(name, inside, real)                              \
  const char *f = fault(name, inside);                         \
  if (f && strcmp(f, "kill") == 0) die();                      \
  if (error_of(f)) {                                           \
    errno = error_of(f);                                       \
    return -1;                                                 \
  }                                                            \
  __typeof__(real) result = real;                              \
  if (f && strcmp(f, "kill-after") == 0) die();                \
  return result;

// A call that may do half of its work.
#define PARTED(name, inside, real_of)                          \
  const char *f = fault(name, inside);                         \
  if (f && strncmp(f, "short", 5) == 0 && size > 1) {          \
    ssize_t half = real_of(size / 2);                          \
    if (strcmp(f, "short-kill") == 0) die();                   \
    return half;                                               \
  }                                                            \
  if (f && strcmp(f, "kill") == 0) die();                      \
  if (error_of(f)) {                                           \
    errno = error_of(f);                                       \
    return -1;                                                 \
  }                                                            \
  ssize_t result = real_of(size);                              \
  if (f && strcmp(f, "kill-after") == 0) die();                \
  return result;

ssize_t write(int file, const void *bytes, size_t size) {
  const char *linger = file == STDERR_FILENO ? getenv("TRIAL_LINGER") : NULL;
  if (linger) usleep(atoi(linger) * 1000);
#define HALF(n) REAL(write)(file, bytes, n)
  PARTED("write", is_file_inside(file), HALF)
#undef HALF
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
#define HALF(n) REAL(pwrite)(file, bytes, n, at)
  PARTED("write", is_file_inside(file), HALF)
#undef HALF
}

ssize_t pread(int file, void *bytes, size_t size, off_t at) {
#define HALF(n) REAL(pread)(file, bytes, n, at)
  PARTED("read", is_file_inside(file), HALF)
#undef HALF
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t at) {
#define HALF(n) REAL(pread64)(file, bytes, n, at)
  PARTED("read", is_file_inside(file), HALF)
#undef HALF
}

int fsync(int file) { WHOLE("fsync", is_file_inside(file), REAL(fsync)(file)) }

int fdatasync(int file) { WHOLE("fdatasync", is_file_inside(file), REAL(fdatasync)(file)) }

int flock(int file, int operation) {
  WHOLE("flock", is_file_inside(file), REAL(flock)(file, operation))
}

int ftruncate(int file, off_t size) {
  WHOLE("ftruncate", is_file_inside(file), REAL(ftruncate)(file, size))
}

int ftruncate64(int file, off64_t size) {
  WHOLE("ftruncate", is_file_inside(file), REAL(ftruncate64)(file, size))
}

int fchmod(int file, mode_t mode) {
  WHOLE("fchmod", is_file_inside(file), REAL(fchmod)(file, mode))
}

int rename(const char *from, const char *to) {
  WHOLE("rename", is_inside(to), REAL(rename)(from, to))
}

int link(const char *from, const char *to) { WHOLE("link", is_inside(to), REAL(link)(from, to)) }

int unlink(const char *path) { WHOLE("unlink", is_inside(path), REAL(unlink)(path)) }

int rmdir(const char *path) { WHOLE("rmdir", is_inside(path), REAL(rmdir)(path)) }

int mkdir(const char *path, mode_t mode) { WHOLE("mkdir", is_inside(path), REAL(mkdir)(path, mode)) }

// Opening goes by many names; the mode is there only when a file may be made.
#define MODE                              \
  mode_t mode = 0;                        \
  if (flags & (O_CREAT | O_TMPFILE)) {    \
    va_list rest;                         \
    va_start(rest, flags);                \
    mode = va_arg(rest, mode_t);          \
    va_end(rest);                         \
  }

int open(const char *path, int flags, ...) {
  MODE WHOLE("open", is_inside(path), REAL(open)(path, flags, mode))
}

int open64(const char *path, int flags, ...) {
  MODE WHOLE("open", is_inside(path), REAL(open64)(path, flags, mode))
}

int openat(int folder, const char *path, int flags, ...) {
  MODE WHOLE("open", is_inside(path), REAL(openat)(folder, path, flags, mode))
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE WHOLE("open", is_inside(path), REAL(openat64)(folder, path, flags, mode))
}

// On the thread that draws: the system may give the signal to another one.
static void overflow_at(int signal) {
  if (gettid() == getpid()) overflow(signal);
  tgkill(getpid(), getpid(), signal);
}

__attribute__((constructor)) static void prepare(void) {
  if (getenv("TRIAL_OVERFLOW")) signal(SIGSTKFLT, overflow_at);
}
