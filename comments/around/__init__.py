"""Around the desk: what other screens of the admin say of comments, statistics, and the export."""
