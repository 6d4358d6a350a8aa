/* libvterm for the terminal tests: what a terminal would show of the bytes a program writes; and
   what Swift cannot import: bit fields, unions, variadic calls. No logic. */
#pragma once
#include <spawn.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vterm.h>

/* Hidden by the module's view of <stdlib.h> and <spawn.h>. */
extern int posix_openpt(int flags);
extern int grantpt(int file);
extern int unlockpt(int file);
extern int ptsname_r(int file, char *name, size_t size);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions,
                                                const char *path);
static inline short terminal_spawn_flags(void) {
    return 0x80 /* POSIX_SPAWN_SETSID */ | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
}

/* A cell without unions and bit fields. A colour is its number in the palette, -1 for the
   terminal's own, -2 for one given as red, green and blue. */
typedef struct {
    uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
    int width;
    bool is_bold, is_reverse, is_underlined;
    int text, ground;
} terminal_cell;

static inline int terminal_colour(VTermColor colour, uint8_t own) {
    if (colour.type & own) return -1;
    return VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : -2;
}
static inline terminal_cell terminal_cell_at(const VTermScreen *screen, int row, int column) {
    VTermScreenCell cell = {0};
    terminal_cell result = {0};
    VTermPos position = {row, column};
    vterm_screen_get_cell(screen, position, &cell);
    for (int index = 0; index < VTERM_MAX_CHARS_PER_CELL; index++)
        result.scalars[index] = cell.chars[index];
    result.width = cell.width;
    result.is_bold = cell.attrs.bold;
    result.is_reverse = cell.attrs.reverse;
    result.is_underlined = cell.attrs.underline != 0;
    result.text = terminal_colour(cell.fg, VTERM_COLOR_DEFAULT_FG);
    result.ground = terminal_colour(cell.bg, VTERM_COLOR_DEFAULT_BG);
    return result;
}
static inline bool terminal_boolean(const VTermValue *value) { return value->boolean; }
static inline const char *terminal_string(const VTermValue *value) { return value->string; }
static inline int terminal_process_file(pid_t process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}
