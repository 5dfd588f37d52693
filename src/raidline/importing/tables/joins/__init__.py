"""Sheets of a workbook that belong together: what one says about the cells of another."""
