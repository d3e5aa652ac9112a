"""Spanish dates: jueves, 5 de enero de 2012."""

DATE_FORMAT = r"l, j \d\e F \d\e Y"
DATETIME_FORMAT = r"j \d\e F \d\e Y, H:i"
