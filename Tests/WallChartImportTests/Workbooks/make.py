"""The same small list by openpyxl, and from it by LibreOffice and Gnumeric.

Debian: python3-openpyxl libreoffice-calc-nogui gnumeric
"""
import datetime
import subprocess
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment

here = Path(__file__).parent
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "整改任务清单"
sheet.append(["id", "battle_zh", "title_zh", "unit_zh", "deadline", "quantity", "share", "code", "checked", "at"])
day = datetime.date
rows = [
    ["BS-01", "蓝天", "取缔燃煤锅炉 4台", "金普新区", day(2020, 10, 31), 4, 0.85, 7, True, datetime.datetime(2020, 7, 31, 9, 30)],
    ["BS-02", None, " 两端有空格 ", "西岗区", day(2020, 12, 31), 0.1, 1, 12, False, datetime.time(14, 5)],
    ["BS-03", None, "第一行\n第二行", "高新园区 & <开发区>", day(1900, 3, 1), 123456789012345, 0.005, 123, None, None],
    [None] * 10,
    ["CW-01", "碧水", "🏭 \u3000全角\u00a0空格\tTAB", "庄河市", day(2199, 1, 1), -1.5, 0.333, 0, None, "长期坚持"],
]
for row in rows:
    sheet.append(row)
for row in range(2, 7):
    sheet.cell(row, 5).number_format = 'yyyy"年"m"月"d"日"' if row == 2 else "yyyy-mm-dd"
    sheet.cell(row, 7).number_format = "0.0%"
    sheet.cell(row, 8).number_format = "000"
sheet["C4"].alignment = Alignment(wrap_text=True)
sheet.merge_cells("B2:B4")
book.save(here / "openpyxl.xlsx")
subprocess.run(
    ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "/tmp/made",
     here / "openpyxl.xlsx"], check=True)
Path("/tmp/made/openpyxl.xlsx").rename(here / "libreoffice.xlsx")
subprocess.run(["ssconvert", here / "openpyxl.xlsx", here / "gnumeric.xlsx"], check=True)
