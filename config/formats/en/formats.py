"""English dates as campaign blogs write them: Thursday, January 5, 2012."""

DATE_FORMAT = "l, F j, Y"
DATETIME_FORMAT = "F j, Y \\a\\t g:i a"
