"""Private people: who is named without a public office, and what part of a text can be shown without naming them."""
