/* The floor under the figures: the least that a program in a terminal can cost which reads a chart
   into structs and shows it as a grid. `floor MODE CHART LEDGER MARKS`, where MODE is
     echo    nothing but the terminal: a byte comes, a byte goes
     plain   ncurses, everything drawn anew at each key
     curses  ncurses, a window that scrolls, keys that wait taken together
     raw     control sequences, nothing written but what changed
   Keys: j k ^F ^B g, / for a word and Enter, x marks (a line in MARKS, on disk), q. */
#define _GNU_SOURCE
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

enum { MOST_NODES = 8, MARKED = 4, CELL = 8, WIDEST = 4096 };
enum style { PLAIN, MET, LATE, CHOSEN };
struct node { char month, day, met; };
struct task { char *id, *title, *chinese, *unit; int count; struct node node[MOST_NODES]; };

static struct task *tasks;
static int count, selected, top, rows, columns, is_raw, is_plain, marks, is_finding, touched = -1;
static char *text, word[80], said[256];
static WINDOW *grid;

static char *contents(const char *path) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status)) exit(66);
    char *bytes = malloc(status.st_size + 1);
    ssize_t size = 0, got;
    while ((got = read(file, bytes + size, status.st_size - size)) > 0) size += got;
    bytes[size] = 0;
    close(file);
    return bytes;
}
/* The text of the next member of that name, ended in place; `at` goes behind it. */
static char *member(char **at, const char *name) {
    char *start = strstr(*at, name);
    if (!start) return "";
    char *end = start += strlen(name);
    while (*end != '"' && *end) end += *end == '\\' ? 2 : 1;
    *end = 0;
    *at = end + 1;
    return start;
}
static void read_plan(const char *path) {
    char *line = strstr(text = contents(path), "\"tasks\": [\n"), *end;
    for (line = line ? line + 11 : ""; *line == '{' && (end = strchr(line, '\n')); line = end + 1) {
        *end = 0;
        if (!(count & (count - 1))) tasks = realloc(tasks, (count ? 2 * count : 1) * sizeof *tasks);
        struct task *task = &tasks[count++];
        task->id = member(&line, "\"id\": \"");
        task->title = member(&line, "\"en\": \"");
        task->chinese = member(&line, "\"zh\": \"");
        task->unit = member(&line, "\"unit\": \"");
        for (task->count = 0; task->count < MOST_NODES; task->count++) {
            char *due = member(&line, "\"due\": \"");
            if (!*due) break;
            task->node[task->count] = (struct node){atoi(due + 5), atoi(due + 8), 0};
        }
    }
}
static void read_ledger(const char *path) {
    char *all = contents(path), *line = all, *end;
    for (; (end = strchr(line, '\n')); line = end + 1) {
        *end = 0;
        if (!strstr(line, "\"kind\":\"met\"")) continue;
        int task = atoi(member(&line, "\"task\":\"T")) - 1, node = atoi(member(&line, "\"node\":\"")) - 1;
        if (task >= 0 && task < count && node >= 0 && node < MOST_NODES) tasks[task].node[node].met = 1;
    }
    free(all);
}

static char out[1 << 20];
static int filled;
static void say(const char *bytes) { filled = stpcpy(out + filled, bytes) - out; }
/* So many columns of a text, filled up with blanks, in a style. */
static void put(enum style style, const char *bytes, int width) {
    static const char *codes[] = {"\33[m", "\33[30;42m", "\33[37;41m", "\33[7m"};
    char cut[WIDEST], *end = cut;
    while (*bytes && width > 0) {
        int size = (*bytes & 0xE0) == 0xC0 ? 2 : (*bytes & 0xF0) == 0xE0 ? 3 : *bytes & 0x80 ? 4 : 1;
        int wide = size == 3 && (unsigned char)*bytes >= 0xE3 ? 2 : 1;
        if (wide > width) break;
        end = mempcpy(end, bytes, size);
        bytes += size;
        width -= wide;
    }
    memset(end, ' ', width);
    end[width] = 0;
    if (is_raw) { say(codes[style]); say(cut); return; }
    wattrset(grid, style == CHOSEN ? A_REVERSE : style ? COLOR_PAIR(style) : A_NORMAL);
    waddstr(grid, cut);
}
static void put_cell(const struct node *node) {
    char cell[32];
    snprintf(cell, sizeof cell, "%s%2d-%02d", node->met ? "✓" : " ", node->month, node->day);
    put(PLAIN, "│", 1);
    put(node->met ? MET : node->month < 8 ? LATE : PLAIN, cell, CELL - 1);
}
static void put_row(const struct task *task) {
    int rest = columns - 8 - 12 - CELL * task->count, half = rest / 2;
    put(PLAIN, task->id, 8);
    put(PLAIN, task->title, rest - half);
    put(PLAIN, task->chinese, half);
    put(PLAIN, task->unit, 12);
    for (int place = 0; place < task->count; place++) put_cell(&task->node[place]);
}
static void go(int row, int column) {
    char bytes[32];
    snprintf(bytes, sizeof bytes, "\33[%d;%dH", row + 1, column + 1);
    if (is_raw) say(bytes); else wmove(grid, row, column);
}
/* Moves what is shown by rows, in a region; says how many rows at its end are new. */
static int scroll_rows(int moved) {
    char region[64];
    if (is_plain || abs(moved) >= rows) return rows;
    snprintf(region, sizeof region, "\33[m\33[1;%dr\33[%d%c\33[r", rows, abs(moved), moved > 0 ? 'S' : 'T');
    if (moved && is_raw) say(region);
    if (moved && !is_raw) wscrl(grid, moved);
    return moved;
}
static void paint(void) {
    static int shown = -1000000, chosen = -1;
    if (top == shown && selected == chosen && touched < 0 && !is_plain) return;
    if (is_plain) werase(grid);
    int moved = scroll_rows(top - shown);
    for (int row = 0; row < rows && top + row < count; row++) {
        if (moved > 0 ? row < rows - moved : row >= -moved) continue;
        go(row, 0);
        put_row(&tasks[top + row]);
    }
    if (chosen >= top && chosen < top + rows && chosen != selected) { go(chosen - top, 0); put(PLAIN, tasks[chosen].id, 8); }
    if (touched >= 0) {
        go(touched - top, columns - CELL * (tasks[touched].count - MARKED));
        put_cell(&tasks[touched].node[MARKED]);
    }
    if (chosen != selected && touched < 0 && selected < count) snprintf(said, sizeof said, "%s %s", tasks[selected].id, tasks[selected].title);
    go(rows, 0);
    put(PLAIN, said, 60);
    if (selected < count) { go(selected - top, 0); put(CHOSEN, tasks[selected].id, 8); go(selected - top, 0); }
    shown = top;
    chosen = selected;
    touched = -1;
    if (!is_raw) wrefresh(grid);
    for (ssize_t at = 0, sent; at < filled; at += sent) if ((sent = write(1, out + at, filled - at)) < 0) exit(74);
    filled = 0;
}

static void find(int key) {
    size_t length = strlen(word);
    if (key != '\r' && key != '\n') {
        if (length + 1 < sizeof word) word[length] = key;
        return;
    }
    is_finding = 0;
    for (int step = 1; step <= count; step++)
        if (strstr(tasks[(selected + step) % count].title, word)) { selected = (selected + step) % count; return; }
}
static void mark(void) {
    struct task *task = &tasks[touched = selected];
    task->node[MARKED].met ^= 1;
    dprintf(marks, "{\"kind\":\"%s\",\"task\":\"%s\",\"node\":\"%d\"}\n", task->node[MARKED].met ? "met" : "undo", task->id, MARKED + 1);
    snprintf(said, sizeof said, "%s %s: %s", task->id, task->node[MARKED].met ? "met" : "taken back", fdatasync(marks) ? "not on disk" : "saved");
}
static void act(int key) {
    if (is_finding) find(key);
    else switch (key) {
    case 'j': selected++; break;
    case 'k': selected--; break;
    case 6: selected += rows; top += rows; break;
    case 2: selected -= rows; top -= rows; break;
    case 'g': selected = 0; break;
    case '/': is_finding = 1; memset(word, 0, sizeof word); break;
    case 'x': mark(); break;
    case 'q': if (!is_raw) endwin(); else say("\33[?1049l"), write(1, out, filled); exit(0);
    }
    selected = selected < 0 ? 0 : selected >= count ? count - 1 : selected;
    int least = selected - rows + 1, most = selected < count - rows ? selected : count - rows;
    top = top < least ? least : top > most ? most : top;
    if (top < 0) top = 0;
}
int main(int arguments, char **argument) {
    if (arguments < 5) return 64;
    struct winsize size;
    struct pollfd input = {0, POLLIN, 0};
    struct termios settings;
    ioctl(0, TIOCGWINSZ, &size);
    rows = size.ws_row - 1;
    columns = size.ws_col - 1;
    int is_echo = !strcmp(argument[1], "echo");
    is_raw = is_echo || !strcmp(argument[1], "raw");
    is_plain = !strcmp(argument[1], "plain");
    setlocale(LC_ALL, "");
    marks = open(argument[4], O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (!is_echo) { read_plan(argument[2]); read_ledger(argument[3]); }
    if (is_raw) {
        tcgetattr(0, &settings);
        cfmakeraw(&settings);
        tcsetattr(0, TCSANOW, &settings);
        write(1, "\33[?1049h\33[H\33[2J", 15);
    } else {
        grid = initscr();
        raw(), noecho(), nonl(), start_color(), use_default_colors();
        init_pair(MET, COLOR_BLACK, COLOR_GREEN), init_pair(LATE, COLOR_WHITE, COLOR_RED);
        scrollok(grid, 1), idlok(grid, 1), wsetscrreg(grid, 0, rows - 1);
    }
    if (is_echo) write(1, "ready", 5); else paint();
    for (char keys[4096];;) {
        ssize_t got = read(0, keys, sizeof keys);
        if (got <= 0) return 1;
        if (is_echo && keys[0] != 'q') { write(1, ".", 1); continue; }
        for (ssize_t at = 0; at < got; at++) { act(keys[at]); if (is_plain) paint(); }
        if (!is_plain && !poll(&input, 1, 0)) paint();
    }
}
