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

/* Likewise of <sys/mman.h>. A file in memory, closed in programs that are started. */
extern int memfd_create(const char *name, unsigned int flags);
static inline int wallchart_memory_file(void) { return memfd_create("frame", 1U); }

static inline int wallchart_signal_file(const sigset_t *signals) {
    return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}
static inline void wallchart_ready(WINDOW *window) {
    raw();
    noecho();
    nonl();
    intrflush(window, FALSE);
    keypad(window, TRUE);
    nodelay(window, TRUE);
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
/* What goes to a place, until the next call, or NULL. */
static inline const char *wallchart_move(int row, int column) {
    const char *text = wallchart_capability("cup");
    return text == NULL ? NULL : tparm(text, row, column);
}
static inline void wallchart_size(WINDOW *window, int *rows, int *columns) {
    getmaxyx(window, *rows, *columns);
}
static inline int wallchart_colour_count(void) { return has_colors() ? COLORS : 0; }
static inline void wallchart_style(WINDOW *window, attr_t attributes, short pair) {
    wattr_set(window, attributes, pair, NULL);
}
static inline attr_t wallchart_bold(void) { return A_BOLD; }
static inline attr_t wallchart_reverse(void) { return A_REVERSE; }
static inline attr_t wallchart_underline(void) { return A_UNDERLINE; }
static inline attr_t wallchart_dim(void) { return A_DIM; }
static inline int wallchart_key_code_yes(void) { return KEY_CODE_YES; }
static inline int wallchart_error(void) { return ERR; }
static inline int wallchart_function_key(int number) { return KEY_F(number); }
