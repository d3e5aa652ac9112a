"""Pages with a form: showing them, taking what is sent, listing it, forgetting it."""
