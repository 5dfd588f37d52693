"""What the words around a name say of who has it: an arrest, an age, a relative, what people do."""
