"""Tables of rows and columns: sheets of text, workbooks, and where in them the headings are."""
