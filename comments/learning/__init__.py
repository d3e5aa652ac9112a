"""How the filter learns: from what people decided, and only from that."""
