"""What a campaign's page gathers from elsewhere: events and actions of its posts, its map."""
