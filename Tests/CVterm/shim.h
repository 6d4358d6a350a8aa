/* libvterm for the terminal tests: what a terminal would show of the bytes a program writes. */
#pragma once
#include <vterm.h>
