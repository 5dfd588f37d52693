"""Recognition of toponyms: names that may be places, and what the words beside each of them say."""
