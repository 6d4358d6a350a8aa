/* libzip: the parts of a workbook, read from memory. No logic. */
#pragma once
#include <zip.h>
