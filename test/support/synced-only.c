/*
 * A disk as it is after a power cut, as near as a test can come: keeps beside each run file what of it had been synced.
 * Loaded into the program (LD_PRELOAD). What was in a file when a sync began is copied to SYNCED_FOLDER once the sync
 * has come back; what was written and not synced is in no copy. Build: cc -shared -fPIC -o synced-only.so synced-only.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int (*sync_function)(int);

/* run.db and run.db-wal: the shared memory beside them (-shm) is made anew from these. */
static const char *name_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  name = name ? name + 1 : path;
  return strcmp(name, "run.db") == 0 || strcmp(name, "run.db-wal") == 0 ? name : NULL;
}

static int take_copy(int fd, const char *to) {
  char block[65536];
  int copy = open(to, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  if (copy < 0) return 0;
  off_t at = 0;
  for (ssize_t got; (got = pread(fd, block, sizeof block, at)) > 0; at += got)
    if (write(copy, block, got) != got) abort();
  close(copy);
  return 1;
}

static int sync_and_keep(int fd, const char *function) {
  sync_function real = (sync_function)dlsym(RTLD_NEXT, function);
  const char *folder = getenv("SYNCED_FOLDER");
  char path[4096], fresh[4096], kept[4096];
  const char *name = folder ? name_of(fd, path, sizeof path) : NULL;
  if (!name) return real(fd);
  snprintf(kept, sizeof kept, "%s/%s", folder, name);
  snprintf(fresh, sizeof fresh, "%s/%s.%ld", folder, name, (long)syscall(SYS_gettid));
  int is_taken = take_copy(fd, fresh);
  int result = real(fd);
  if (is_taken && result == 0) rename(fresh, kept);
  return result;
}

int fdatasync(int fd) { return sync_and_keep(fd, "fdatasync"); }
int fsync(int fd) { return sync_and_keep(fd, "fsync"); }
