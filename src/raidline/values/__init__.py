"""Values that are one text: how models read and write them."""
