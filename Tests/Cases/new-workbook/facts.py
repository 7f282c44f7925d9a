"""Prints what openpyxl finds in a written form beside its values, a line a fact.

usage: facts.py FILE.xlsx; facts.txt beside it is what was meant, written by hand from FormSample.swift.
"""
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
print("title", book.properties.title, "| opened", book.active.title)
for sheet in book:
    page, margins, shield = sheet.page_setup, sheet.page_margins, sheet.protection
    print(f"{sheet.title}: {sheet.sheet_state}, frozen {sheet.freeze_panes}, "
          f"printed {sheet.print_area or 'all'}, repeated {sheet.print_title_rows}")
    print(f"  page {page.paperSize} {page.orientation}, wide {page.fitToWidth or 1}, "
          f"high {page.fitToHeight}, fits {sheet.sheet_properties.pageSetUpPr.fitToPage}, "
          f"margins {margins.left * 25.4:.0f} {margins.right * 25.4:.0f}")
    if shield.sheet:
        print(f"  protected, password {shield.password}, "
              f"columns stay {shield.formatColumns}, rows stay {shield.formatRows}, "
              f"choosing denied {shield.selectLockedCells or shield.selectUnlockedCells}")
    for area, rules in sorted(sheet.conditional_formatting._cf_rules.items(),
                              key=lambda item: str(item[0].sqref)):
        for rule in rules:
            fill = rule.dxf.fill.bgColor.rgb if rule.dxf.fill else "none"
            print(f"  highlight {area.sqref} while {rule.formula[0]}: {rule.dxf.font.color.rgb} "
                  f"on {fill}, bold {bool(rule.dxf.font.b)}")
    for row in sheet:
        for cell in row:
            if cell.hyperlink:
                print(f"  link {cell.coordinate} to {cell.hyperlink.location}")
            if not cell.protection.locked and cell.row in (5, 12):
                print(f"  open {cell.coordinate}: {cell.font.name} {cell.font.sz:g}, "
                      f"{cell.number_format}, {cell.border.left.style}")
    widths = {name: (round(column.width * 7), column.hidden)
              for name, column in sheet.column_dimensions.items()}
    print("  pixels", widths)
    print("  merged", sorted(str(area) for area in sheet.merged_cells.ranges))
