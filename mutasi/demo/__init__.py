"""The bundled demo portal: articles of our own writing, served as WordPress serves them."""
