"""An input as a workbook to fill in, and back: `write` lays sheets out, `read` reads them."""
