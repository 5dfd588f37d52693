"""Private people: who is named without a public office, and what can be shown of a text without naming them."""
