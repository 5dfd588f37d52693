"""How likely a name is a private person's, by what stands around it."""
