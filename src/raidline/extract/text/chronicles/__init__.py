"""What stands below a day or an hour: chronicles, live pages, lists."""
