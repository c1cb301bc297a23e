"""Makes samples/starter/starter-workbook.xlsx from what `wholesale-import schema` says of the columns.

By hand, after a change of the columns, from the root of the project (needs Python 3 and openpyxl 3.1):
    npm run build && python3 .ci/make-starter-workbook.py
"""

import json
import subprocess
from datetime import datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

SHEETS = ["templates", "profiles", "customers", "locations", "users"]
ROWS = 20_000
TEXT = "@"
NEEDED = PatternFill("solid", fgColor="1F4E79")
OPTIONAL = PatternFill("solid", fgColor="5B7C99")
EDGE = Border(right=Side(style="thin", color="FFFFFF"))


def schema_of(sheet):
    command = ["node", "dist/main.js", "schema", sheet, "--format", "json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def is_needed(name, schema):
    return name in schema["required"]


def unless(name, schema):
    """The other column that makes this one needless."""
    for either in schema.get("allOf", []):
        other, own = (alternative["required"][0] for alternative in either["anyOf"])
        if own == name:
            return other
    return None


def need_of(name, schema):
    if is_needed(name, schema):
        return "Required."
    other = unless(name, schema)
    return f"Required, unless {other} is filled in." if other else "Optional."


def is_list(cell):
    return cell.get("x-list", False)


def comment_of(name, cell, schema):
    lines = [need_of(name, schema), cell["description"]]
    if cell.get("examples"):
        lines.append("Example: " + cell["examples"][0])
    text = "\n".join(lines)
    comment = Comment(text, "wholesale-import", width=300)
    comment.height = 30 + 17 * sum(1 + len(line) // 42 for line in lines)
    return comment


def width_of(name, cell):
    example = (cell.get("examples") or [""])[0]
    return min(44, max(12, len(name) + 3, len(example) + 2))


class Choices:
    """Lists of values on a hidden worksheet, each once: a drop-down refers to its cells."""

    def __init__(self, worksheet):
        self.worksheet = worksheet
        self.ranges = {}

    def range_of(self, values):
        key = tuple(values)
        if key not in self.ranges:
            column = len(self.ranges) + 1
            for row, value in enumerate(values, start=1):
                self.worksheet.cell(row=row, column=column, value=value).number_format = TEXT
            letter = get_column_letter(column)
            self.ranges[key] = f"'{self.worksheet.title}'!${letter}$1:${letter}${len(values)}"
        return self.ranges[key]


def drop_down(cell, choices):
    several = is_list(cell)
    validation = DataValidation(type="list", formula1=choices.range_of(cell["x-choices"]), allow_blank=True)
    validation.showErrorMessage = not several
    validation.errorStyle = "warning"
    validation.errorTitle = "Not in the list"
    validation.error = "This value is not in the list. Other spellings may be accepted too: wholesale-import validate tells."
    validation.showInputMessage = several
    if several:
        validation.promptTitle = "One or more"
        validation.prompt = "Choose one, or type several, separated by semicolons."
    return validation


def fill(worksheet, schema, choices):
    for column, (name, cell) in enumerate(schema["properties"].items(), start=1):
        letter = get_column_letter(column)
        worksheet.column_dimensions[letter].width = width_of(name, cell)
        worksheet.column_dimensions[letter].number_format = TEXT
        header = worksheet.cell(row=1, column=column, value=name)
        stands_out = need_of(name, schema) != "Optional."
        header.font = Font(name="Calibri", size=11, bold=stands_out, color="FFFFFF")
        header.fill = NEEDED if stands_out else OPTIONAL
        header.alignment = Alignment(vertical="center")
        header.border = EDGE
        header.number_format = TEXT
        header.comment = comment_of(name, cell, schema)
        example = worksheet.cell(row=2, column=column, value=(cell.get("examples") or [None])[0])
        example.number_format = TEXT
        example.data_type = "s" if example.value is not None else "n"
        if "x-choices" in cell:
            validation = drop_down(cell, choices)
            validation.add(f"{letter}2:{letter}{ROWS + 1}")
            worksheet.add_data_validation(validation)
    worksheet.row_dimensions[1].height = 24
    worksheet.freeze_panes = "A2"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True


def make():
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "wholesale-import"
    workbook.properties.created = datetime(2026, 1, 1)
    worksheets = [workbook.create_sheet(sheet) for sheet in SHEETS]
    hidden = workbook.create_sheet("choices")
    hidden.sheet_state = "hidden"
    choices = Choices(hidden)
    for sheet, worksheet in zip(SHEETS, worksheets):
        fill(worksheet, schema_of(sheet), choices)
    workbook.active = SHEETS.index("customers")
    workbook.save("samples/starter/starter-workbook.xlsx")


make()
