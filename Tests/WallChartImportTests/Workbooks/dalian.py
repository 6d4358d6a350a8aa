"""Makes the Dalian list a workbook, with its dates as dates and its numbers as numbers."""
import csv
import datetime
import sys

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
with open(f"{sys.argv[2]}/dalian-tasks.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file))
sheet.append(rows[0])
for row in rows[1:]:
    values = []
    for name, text in zip(rows[0], row):
        if text and (name.endswith(("_due", "_done", "_asof", "_since")) or name == "deadline"):
            values.append(int(text) if text.isdigit() else datetime.date.fromisoformat(text))
        else:
            values.append(int(text) if text.isdigit() else text or None)
    sheet.append(values)
book.save(f"{sys.argv[1]}/dalian-tasks.xlsx")
