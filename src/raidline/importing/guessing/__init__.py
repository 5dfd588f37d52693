"""Which field an unknown column is: by the single words of its heading, and by what its cells contain."""
