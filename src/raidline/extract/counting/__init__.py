"""How many: the numbers of people and things in a report, and to which happening they belong."""
