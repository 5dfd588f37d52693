"""Objects of other programs: JSON, slides, features of maps, literals in scripts."""
