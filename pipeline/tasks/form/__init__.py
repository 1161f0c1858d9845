"""An input as a workbook to fill in, and back: `draw` lays sheets out, `gather` reads them."""
