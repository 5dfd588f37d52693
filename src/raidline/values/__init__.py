"""Values that consist of one text: how models read and write them."""
