"""Writes 500 workbooks into a folder, and says as JSON what openpyxl reads back from each."""
import datetime
import json
import random
import sys
from decimal import ROUND_HALF_UP, Context, Decimal

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

random.seed(20200731)
SIGNS = ["a", "蓝", "1", " ", "\u3000", "\u00a0", "\u2009", "\t", "\n", "\r", "\r\n", ",", "\"", "&", "<", ">", "'",
         "é", "e\u0301", "🏭", "_", "]]>", "&amp;", "\u200b", "\u202e", "=", "#"]
DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
FORMATS = ["yyyy-mm-dd", "d/m/yy", 'yyyy"年"m"月"d"日"', "[$-804]yyyy年m月;@", "mm-dd-yy", "yyyy-mm-dd hh:mm:ss"]


def value():
    """What a cell may hold, and its number format."""
    kind = random.randrange(8)
    if kind == 0:
        return None, None
    if kind == 1:
        return random.choice([random.randrange(100), random.randrange(-10**15 + 1, 10**15)]), None
    if kind == 2:
        return random.choice([random.random(), random.uniform(-1e9, 1e9), 0.1 + 0.2, 1e-7]), None
    if kind == 3:
        day = datetime.date(1900, 1, 1) + datetime.timedelta(random.randrange(109_000))
        return (day if not mac or day.year > 1903 else datetime.date(2020, 2, 29)), random.choice(FORMATS)
    if kind == 4:
        seconds = datetime.timedelta(seconds=random.randrange(10**9))
        return datetime.datetime(2000, 1, 1) + seconds, "yyyy-mm-dd hh:mm:ss"
    if kind == 5:
        return random.choice([(random.randrange(1000) / 1000, "0.0%"), (random.randrange(2000), "000"),
                              (datetime.time(random.randrange(24), random.randrange(60), random.choice([0, 7])), "h:mm:ss")])
    if kind == 6:
        return random.choice([True, False]), None
    text = "".join(random.choice(SIGNS) for _ in range(random.randrange(1, 12)))
    return ("x" + text if text[0] in "=#" else text), None


def decimal(number):
    text = format(DIGITS.create_decimal(str(number)), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def shown(cell):
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        if cell.number_format == "0.0%":
            return decimal(Decimal(repr(value)) * 100) + "%"
        return f"{value:03}" if cell.number_format == "000" else decimal(value)
    if isinstance(value, datetime.datetime):
        time = value.strftime("%H:%M:%S")
        return value.strftime("%Y-%m-%d") + ("" if time == "00:00:00" else "T" + time.removesuffix(":00"))
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M:%S").removesuffix(":00")
    return value


def table(path):
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    texts = [[shown(cell) for cell in row] for row in sheet.iter_rows(min_row=1, min_col=1)]
    filled = [index for index, row in enumerate(texts) if any(row)]
    width = max(len("".join("x" if text else " " for text in texts[index]).rstrip()) for index in filled)
    for merged in sheet.merged_cells.ranges:
        first = texts[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row - 1, merged.max_row):
            for column in range(merged.min_col - 1, merged.max_col):
                texts[row][column] = first or texts[row][column]
    return [[index + 1] + texts[index][:width] for index in filled]


for number in range(500):
    book = openpyxl.Workbook()
    mac = random.random() < 0.2
    if mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    for row in range(1, random.randrange(2, 12)):
        for column in range(1, random.randrange(2, 9)):
            cell = sheet.cell(row, column)
            cell.value, form = value()
            if form:
                cell.number_format = form
    if random.random() < 0.5:
        row, column = random.randrange(1, 8), random.randrange(1, 5)
        sheet.merge_cells(start_row=row, end_row=row + random.randrange(4), start_column=column,
                          end_column=column + random.randrange(1, 3))
    sheet["A1"] = sheet["A1"].value or "x"
    if random.random() < 0.3:
        book.create_sheet()
    path = f"{sys.argv[1]}/{number}.xlsx"
    book.save(path)
    print(json.dumps(table(path)))
