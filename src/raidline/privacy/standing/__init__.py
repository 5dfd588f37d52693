"""What a text says of people in public life: their offices, their bodies and orders, and those named with them."""
