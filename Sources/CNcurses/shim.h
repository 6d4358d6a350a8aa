/* ncurses for Swift, which imports neither its globals, its macros nor its variadics. No logic. */
#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>

/* Hidden by the module's view of <poll.h>. */
extern int ppoll(struct pollfd *files, nfds_t count, const struct timespec *timeout,
                 const sigset_t *mask);

static inline int wallchart_signal_file(const sigset_t *signals) {
    return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}
static inline void wallchart_ready(WINDOW *window) {
    raw();
    noecho();
    nonl();
    intrflush(window, FALSE);
}
/* The whole screen, or NULL where initscr would end the process. */
static inline WINDOW *wallchart_start(void) {
    return newterm(NULL, stdout, stdin) == NULL ? NULL : stdscr;
}
/* A capability of the terminal as its description has it, or NULL. */
static inline const char *wallchart_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}
/* A capability with its numbers filled in, until the next call. */
static inline const char *wallchart_filled(const char *text, int first, int second) {
    return tparm(text, first, second);
}
/* A window of no size, to read keys by: reading by the screen would draw it. */
static inline WINDOW *wallchart_keys(void) {
    WINDOW *keys = newpad(1, 1);
    if (keys != NULL) {
        keypad(keys, TRUE);
        nodelay(keys, TRUE);
    }
    return keys;
}
static inline void wallchart_size(WINDOW *window, int *rows, int *columns) {
    getmaxyx(window, *rows, *columns);
}
static inline int wallchart_key_code_yes(void) { return KEY_CODE_YES; }
static inline int wallchart_error(void) { return ERR; }
static inline int wallchart_function_key(int number) { return KEY_F(number); }
